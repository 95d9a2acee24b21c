// @ts-check
/** Days of the calendar, as 2026-01-31, and how near they are. */
import { dayOf } from "../store/answer-file.js";

/** @typedef {import("../store/actions.js").Action} Action */
/** @typedef {"overdue" | "week" | "month" | "later" | "undated" | "settled"} Nearness */

/** @type {readonly Nearness[]} what is most urgent first */
export const NEARNESS = ["overdue", "week", "month", "later", "undated", "settled"];
const MONTH = 30;

/** The reader's own day. */
export function today() {
  return dayOf(new Date().toISOString());
}

/**
 * @param {string} day
 * @param {number} count of days after it
 */
export function daysAfter(day, count) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/**
 * The Sunday that ends the week of a day.
 * @param {string} day
 */
export function endOfWeek(day) {
  return daysAfter(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7);
}

/**
 * The last day of the next thirty.
 * @param {string} day
 */
export function endOfMonth(day) {
  return daysAfter(day, MONTH);
}

/**
 * How near an action is, seen from a day.
 * @param {Pick<Action, "due" | "state">} action
 * @param {string} day
 * @returns {Nearness}
 */
export function nearness({ due, state }, day) {
  if (state !== "open") return "settled";
  if (!due) return "undated";
  if (due < day) return "overdue";
  if (due <= endOfWeek(day)) return "week";
  return due <= endOfMonth(day) ? "month" : "later";
}
