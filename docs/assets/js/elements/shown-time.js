// @ts-check
/** Writes moments as the readers of the page do. */
import { pageLocale } from "./page-locale.js";

/**
 * A moment as a reader says it: the time today, the day as well otherwise.
 * @param {string} moment ISO 8601
 * @param {Date} [now]
 */
export function shownTime(moment, now = new Date()) {
  const date = new Date(moment);
  /** @type {Intl.DateTimeFormatOptions} */
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const today = date.toDateString() === now.toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const dayAndTime = { dateStyle: "long", timeStyle: "short" };
  return new Intl.DateTimeFormat(pageLocale(), today ? time : dayAndTime).format(date);
}

/**
 * The day of a moment as a reader says it.
 * @param {string} moment ISO 8601
 */
export function shownDay(moment) {
  return longDay(pageLocale()).format(new Date(moment));
}

/** @type {Map<string, Intl.DateTimeFormat>} making one takes longer than a hundred uses */
const longDays = new Map();

/** @param {string} locale */
function longDay(locale) {
  const made = longDays.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  longDays.set(locale, made);
  return made;
}
