// @ts-check
/** Tells which rows of a form count, and where in the input each of its parts stands. */
import { stepsTo } from "./paths.js";
import { keyControl, rowOf } from "./rows.js";

/** @typedef {import("./controls.js").Look} Look */
/** @typedef {import("./paths.js").Step} Step */
/** @typedef {Map<Element, Step>} Numbers the number, or the key, of each row that counts */
/** @typedef {{ row: Element | null, changed: boolean, value: unknown }} InRow what a control says, and in which row */

/**
 * Tell which rows make an entry: in a list those where something was changed and something stands; what
 * the page put there makes none. In a map those with a key or a value.
 * @param {HTMLFormElement} form
 * @param {readonly InRow[]} fields
 * @param {Look} look
 * @returns {(row: HTMLElement) => boolean}
 */
export function rowsThatSay(form, fields, look) {
  const changed = new Set(fields.filter((field) => field.changed).map(({ row }) => row));
  const filled = new Set(fields.filter(({ value }) => !isBlank(value)).map(({ row }) => row));
  /** @type {Set<Element>} */
  const saying = new Set();
  // From the last to the first, so that what stands inside a row is known before the row.
  for (const row of allRows(form).reverse()) {
    const key = keyOf(row, look);
    if (changed.has(row) || key) changed.add(rowOf(row));
    const says = key === undefined ? changed.has(row) && filled.has(row) : key !== "" || filled.has(row);
    if (!says) continue;
    saying.add(row);
    if (filled.has(row)) filled.add(rowOf(row));
  }
  return (row) => saying.has(row);
}

/**
 * Give each row that counts its number among those of its group, or its key.
 * @param {HTMLFormElement} form
 * @param {(row: HTMLElement) => boolean} counts
 * @param {Look} look
 * @returns {Numbers}
 */
export function numberRows(form, counts, look) {
  /** @type {Map<Element | null, number>} */
  const next = new Map();
  /** @type {Numbers} */
  const numbers = new Map();
  for (const row of allRows(form).filter(counts)) {
    const group = row.parentElement;
    const number = next.get(group) ?? 0;
    numbers.set(row, keyOf(row, look) ?? number);
    next.set(group, number + 1);
  }
  return numbers;
}

/**
 * The place of an element in the input; null inside a row that does not count.
 * @param {HTMLElement} element
 * @param {Numbers} numbers
 * @returns {Step[] | null}
 */
export function stepsOf(element, numbers) {
  /** @type {Step[]} */
  const rows = [];
  for (let row = rowOf(element); row; row = rowOf(row)) {
    const number = numbers.get(row);
    if (number === undefined) return null;
    rows.unshift(number);
  }
  return stepsTo(element.dataset.path ?? "", rows);
}

/**
 * @param {HTMLElement} row
 * @param {Numbers} numbers
 */
export function stepsOfRow(row, numbers) {
  const [group, number] = [row.parentElement, numbers.get(row)];
  const steps = group && stepsOf(group, numbers);
  return steps && number !== undefined ? [...steps, number] : null;
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
export function allRows(form) {
  return [...form.querySelectorAll("[data-row]")].map((row) => /** @type {HTMLElement} */ (row));
}

/**
 * Whether nothing was filled in: an unticked box alone says nothing.
 * @param {unknown} value
 */
export function isBlank(value) {
  return value === undefined || value === false || (Array.isArray(value) && !value.length);
}

/**
 * The key that was typed for a row of a map; undefined for a row of a list.
 * @param {HTMLElement} row
 * @param {Look} look
 */
function keyOf(row, look) {
  const control = keyControl(row);
  return control ? (look(control)?.text.trim() ?? "") : undefined;
}
