// @ts-check
/**
 * Writes days to remember as a calendar file, RFC 5545. Each is an event of a whole day: of tasks (VTODO) Google's
 * and Outlook's calendars import none. Knows no page.
 */
import { daysAfter } from "./days.js";

/**
 * @typedef {object} Reminder
 * @property {string} uid the same in every file, so that a calendar changes what it has
 * @property {number} sequence rises with each change
 * @property {string} day as 2026-01-31
 * @property {string} summary
 * @property {string} description lines
 * @property {string} address of the page to go on with
 * @property {string} saved the moment of the last change, ISO 8601
 */

/** Octets of a line before it is folded. */
const WIDTH = 75;
/** After the day has begun: nine in the morning. */
const ALARM = "PT9H";
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

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
function event({ uid, sequence, day, summary, description, address, saved }, written) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(written)}`,
    `LAST-MODIFIED:${moment(saved)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    // The day after the last one.
    `DTEND;VALUE=DATE:${compact(daysAfter(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:${ALARM}`,
    "END:VALARM",
    "END:VEVENT",
  ];
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
