// @ts-check
/** The sample that a page carries, as of the day on which it is looked at. */
import { daysAfter, today } from "../actions/days.js";

/** @typedef {import("../store/merging.js").Rows} Rows */

/**
 * @param {Record<string, any>} tables of a device, its actions with the days to go in place of a day
 * @returns {Rows}
 */
export function readSample({ actions = [], ...tables }) {
  /** @param {{ due_in: number | null }} action */
  const dated = ({ due_in: days, ...action }) => ({ ...action, due: days === null ? "" : daysAfter(today(), days) });
  return { ...tables, actions: actions.map(dated) };
}
