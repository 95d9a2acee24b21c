// @ts-check
/**
 * Writes days to remember and appointments as a calendar file, RFC 5545. What has no time is an event of a whole
 * day: of tasks (VTODO) Google's and Outlook's calendars import none. Knows no page.
 */
import { daysAfter } from "./days.js";

/**
 * @typedef {object} Reminder
 * @property {string} uid the same in every file, so that a calendar changes what it has
 * @property {number} sequence rises with each change
 * @property {string} day as 2026-01-31
 * @property {{ start: number, end: number }} [hours] minutes from midnight, on the clock of whoever opens the file
 * @property {string} summary
 * @property {string} description lines
 * @property {string} address of the page to go on with
 * @property {string} saved the moment of the last change, ISO 8601
 */

/** Octets of a line before it is folded. */
const WIDTH = 75;
/** After the day has begun: nine in the morning. */
const ALARM = "PT9H";
/** Before an appointment. */
const EARLY = "-PT15M";
/** The beginning of what counts the changes of an event, in minutes: numbers there are small. */
const FIRST = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * The number of a change that is made now. It never falls, or a calendar would take the newer file for the older one;
 * macros/courses/packages/calendar.py counts in the same way.
 * @param {string} now the moment, ISO 8601
 */
export function sequenceAt(now) {
  return Math.max(0, Math.floor((Date.parse(now) - FIRST) / MINUTE));
}

/**
 * @param {readonly Reminder[]} reminders
 * @param {string} product what made the file
 * @param {string} written the moment, ISO 8601
 */
export function writeCalendar(reminders, product, written) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(product)}//Actions//EN`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...reminders.flatMap((reminder) => event(reminder, written)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * @param {Reminder} reminder
 * @param {string} written
 */
function event({ uid, sequence, day, hours, summary, description, address, saved }, written) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(written)}`,
    `LAST-MODIFIED:${moment(saved)}`,
    `SEQUENCE:${sequence}`,
    ...(hours ? appointment(day, hours) : wholeDay(day)),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address}`,
    `TRANSP:${hours ? "OPAQUE" : "TRANSPARENT"}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${hours ? EARLY : ALARM}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {string} day */
function wholeDay(day) {
  // The end is the day after the last one.
  return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`];
}

/**
 * Without a time zone: nine in the morning is nine wherever the room is.
 * @param {string} day
 * @param {{ start: number, end: number }} hours
 */
function appointment(day, { start, end }) {
  return [`DTSTART:${compact(day)}T${clock(start)}`, `DURATION:PT${end - start}M`];
}

/** @param {number} minutes */
function clock(minutes) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
}

/** @param {string} text */
function escaped(text) {
  const plain = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "");
  return plain.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");
}

/**
 * A line as lines of 75 octets, each after the first with a blank before it; no character is cut in two.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  let text = "";
  let width = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > WIDTH) {
      text += "\r\n ";
      width = 1;
    }
    text += character;
    width += octets;
  }
  return text;
}

/** @param {string} day */
function compact(day) {
  return day.replaceAll("-", "");
}

/** @param {string} iso */
function moment(iso) {
  return `${new Date(iso).toISOString().replace(/[-:]|\.\d+/g, "")}`;
}
