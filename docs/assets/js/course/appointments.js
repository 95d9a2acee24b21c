// @ts-check
/** Turns the sessions of a course into appointments, and its follow-up into days to remember. Knows no page. */
import { sequenceAt } from "../actions/calendar.js";
import { daysAfter } from "../actions/days.js";

/** @typedef {import("../actions/calendar.js").Reminder} Reminder */
/**
 * @typedef {object} Session
 * @property {string} id
 * @property {number} day of the course, from 1
 * @property {number} from minutes after the day began
 * @property {number} over the same, of its end
 * @property {string} title
 * @property {string} text what happens, line by line
 */
/** @typedef {{ id: string, day: number, text: string }} Step `day`: days after the course */
/** @typedef {"planned" | "weekly"} Rhythm */
/**
 * @typedef {object} Plan
 * @property {string} course id
 * @property {string} site
 * @property {string} address of the page
 * @property {string} first day of the course, as 2026-01-31
 * @property {number} begin minutes from midnight
 * @property {Rhythm} rhythm
 * @property {string} now the moment, ISO 8601
 * @property {(session: Session) => string} titleOf
 * @property {(step: Step) => string} titleOfStep
 */

const WEEK = 7;

/**
 * @param {readonly Session[]} sessions
 * @param {readonly Step[]} steps
 * @param {Plan} plan
 * @returns {Reminder[]}
 */
export function appointments(sessions, steps, plan) {
  const placed = sessions.map((session, index) => ({ session, ...placeOf(session, index, plan) }));
  const last = placed.at(-1)?.day ?? plan.first;
  return [
    ...placed.map(({ session, day, hours }) => ({
      ...shared(`session.${session.id}`, plan), day, hours, summary: plan.titleOf(session), description: session.text,
    })),
    ...steps.map((step) => ({
      ...shared(`step.${step.id}`, plan), day: daysAfter(last, step.day), summary: plan.titleOfStep(step),
      description: step.text,
    })),
  ];
}

/**
 * @param {Session} session
 * @param {number} index
 * @param {Plan} plan
 */
function placeOf({ day, from, over }, index, { first, begin, rhythm }) {
  const start = rhythm === "weekly" ? begin : begin + from;
  const ahead = rhythm === "weekly" ? index * WEEK : day - 1;
  return { day: daysAfter(first, ahead), hours: { start, end: start + over - from } };
}

/**
 * An event keeps its name whatever day and rhythm are chosen, so that a calendar moves what it has.
 * @param {string} name
 * @param {Plan} plan
 */
function shared(name, { course, site, address, now }) {
  return { uid: `${course}.${name}@${site}`, sequence: sequenceAt(now), address: `${address}#${course}.agenda`, saved: now };
}
