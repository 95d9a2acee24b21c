// @ts-check
/** What somebody means to do about a subject: the text, who does it, until when, and what became of it. */
import { LONGEST, isMoment, isObject, isShort } from "./answer-record.js";
import { enter, leave, randomId, tidyName } from "./subjects.js";

/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @typedef {(typeof STATES)[number]} State */
/**
 * @typedef {object} Action
 * @property {string} id
 * @property {string} tool whose result it comes from
 * @property {string} subjectId empty for results without a name
 * @property {string} text one line, never empty
 * @property {string} owner an alias, or empty
 * @property {string} due a day, as 2026-01-31, or empty
 * @property {State} state
 * @property {string} made the moment it was written down, ISO 8601
 * @property {string} saved the moment of the last change, ISO 8601
 */
/** @typedef {Pick<Action, "text" | "owner" | "due" | "state">} Told what a reader says of an action */
/** @typedef {{ action: Action, subject: Subject | null }} RemovedAction subject: where it was forgotten with it */

export const STATES = /** @type {const} */ (["open", "done", "dropped"]);
/** Of the second and the third millennium, so that the day after it is written alike. */
const DAY = /^[12]\d{3}-\d\d-\d\d$/;

/**
 * Whether a value has the shape of an action, whoever wrote it.
 * @param {unknown} value
 * @returns {value is Action}
 */
export function isAction(value) {
  if (!isObject(value)) return false;
  const { id, tool, subjectId, text, owner, due, state, made, saved } = value;
  const named = [id, tool].every((part) => typeof part === "string" && part !== "");
  const said = isShort(text, LONGEST.action) && tidyName(text) !== "" && isShort(owner, LONGEST.name);
  const kept = STATES.some((each) => each === state) && (due === "" || isDay(due));
  return named && typeof subjectId === "string" && said && kept && isMoment(made) && isMoment(saved);
}

/**
 * Whether a value is a day of the calendar, as 2026-01-31.
 * @param {unknown} value
 * @returns {value is string}
 */
export function isDay(value) {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/**
 * What a reader said, on one line each and without what nobody sees.
 * @param {Partial<Told>} told
 * @returns {Partial<Told>}
 */
export function tidy({ text, owner, ...told }) {
  const words = { ...(text === undefined ? {} : { text: tidyName(text) }), ...(owner === undefined ? {} : { owner: tidyName(owner) }) };
  return { ...told, ...words };
}

/**
 * Write an action down; its subject is known from then on.
 * @param {Tables} tables
 * @param {string} tool
 * @param {Subject} subject
 * @param {Partial<Told> & { text: string }} told
 * @param {string} now ISO 8601
 * @returns {Promise<Action>}
 */
export async function addAction(tables, tool, subject, told, now) {
  const { id: subjectId } = await enter(tables, subject);
  const said = { text: "", owner: "", due: "", state: /** @type {State} */ ("open"), ...tidy(told) };
  const action = { id: randomId(), tool, subjectId, ...said, made: now, saved: now };
  await tables.actions.put(action);
  return action;
}

/**
 * Change what is said of an action, and nothing else of it; one that is gone comes back with the change.
 * @param {Tables} tables
 * @param {Action} seen as the reader saw it
 * @param {Partial<Told>} changes
 * @param {Subject} subject whom it is about
 * @param {string} now ISO 8601
 * @returns {Promise<{ before: Action, after: Action }>}
 */
export async function changeAction(tables, seen, changes, subject, now) {
  const kept = await tables.actions.get(seen.id);
  const before = isAction(kept) ? kept : { ...seen, subjectId: (await enter(tables, subject)).id };
  const after = { ...before, ...tidy(changes), saved: now };
  await tables.actions.put(after);
  return { before, after };
}

/**
 * @param {Tables} tables
 * @param {Action} action
 * @returns {Promise<RemovedAction>}
 */
export async function removeAction(tables, action) {
  await tables.actions.delete(action.id);
  return { action, subject: await leave(tables, action.subjectId) };
}

/**
 * Undo removeAction.
 * @param {Tables} tables
 * @param {RemovedAction} removed
 */
export async function putActionBack(tables, { action, subject }) {
  const owner = subject && (await enter(tables, subject));
  await tables.actions.put(owner ? { ...action, subjectId: owner.id } : action);
}

/**
 * What is open first, by its day; what has no day after that, and what is settled last.
 * @param {readonly Action[]} actions
 * @returns {Action[]}
 */
export function inOrder(actions) {
  /** @param {Action} action */
  const rank = ({ state, due, made }) => `${STATES.indexOf(state)} ${due || "9999-99-99"} ${made}`;
  return actions
    .map((action) => ({ action, place: rank(action) }))
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ action }) => action);
}
