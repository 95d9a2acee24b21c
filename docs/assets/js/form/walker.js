// @ts-check
/**
 * Reads a form that it is given into the engine's input, and fills one from it.
 *
 * The page alone says what is what: the data-path of a control is its place in the input, its data-type
 * what it may say; [data-rows] holds rows of a list, or of a map where they have a [data-key].
 */
import { fill, isChanged, isEntry, meaning, now } from "./controls.js";
import { allRows, isBlank, numberRows, rowsThatSay, stepsOf, stepsOfRow } from "./numbering.js";
import { newRecord, pathOf, putAt, stepsTo, valueAt } from "./paths.js";
import { keyControl, resizeRows, rowOf, rowsOf } from "./rows.js";

/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./controls.js").Look} Look */
/** @typedef {import("./numbering.js").Numbers} Numbers */
/** @typedef {import("./paths.js").Step} Step */
/** @typedef {import("./numbering.js").InRow & { control: Control }} Field */
/**
 * @typedef {object} Given what a form holds
 * @property {Record<string, unknown>} input what the engine reads
 * @property {Map<string, HTMLElement>} places path in the input, as the engine writes it -> what stands for it
 */

/**
 * @param {HTMLFormElement} form
 * @param {Look} [look]
 * @returns {Given}
 */
export function readForm(form, look = now) {
  const fields = controlsOf(form).map((control) => fieldOf(control, look));
  const numbers = numberRows(form, rowsThatSay(form, fields, look), look);
  /** @type {Record<string, unknown>} */
  const input = newRecord();
  /** @type {{ steps: Step[], value: unknown }[]} what counts only beside something else */
  const weak = [];
  for (const { control, value } of fields) {
    const steps = stepsOf(control, numbers);
    if (steps && isBlank(value)) weak.push({ steps, value });
    else if (steps && isEntry(control)) putAt(input, [...steps, countAt(input, steps)], value);
    else if (steps) putAt(input, steps, value);
  }
  for (const { steps, value } of blankEntries(form, numbers)) {
    if (valueAt(input, steps) === undefined) putAt(input, steps, value);
  }
  for (const { steps, value } of weak) {
    const fits = valueAt(input, steps) === undefined && valueAt(input, steps.slice(0, -1)) !== undefined;
    if (value !== undefined && fits) putAt(input, steps, value);
  }
  return { input, places: placesIn(form, numbers, look) };
}

/**
 * Make the form say exactly what is given; what is not given is as the page brought it.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} input
 */
export function fillForm(form, input) {
  const numbers = sizeRows(form, form, input, []);
  for (const control of controlsOf(form)) {
    const steps = stepsOf(control, numbers) ?? [];
    fill(control, valueAt(input, steps));
    const fold = control instanceof HTMLTextAreaElement && control.closest("details");
    // Whoever has just opened it is about to write.
    if (fold) fold.open = control.value !== "" || (fold.open && fold.contains(document.activeElement));
  }
}

/**
 * Whether the form has room for an input: as many rows as the definition allows.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} input
 */
export function hasRoom(form, input) {
  return [...form.querySelectorAll("[data-most]")].every((group) => {
    const { path = "", most } = /** @type {HTMLElement} */ (group).dataset;
    return valuesAt(input, path.split("[]")).every((value) => keysOf(value).length <= Number(most));
  });
}

/**
 * Every value at a path with rows in it.
 * @param {unknown} value
 * @param {string[]} parts of the path, between the rows
 * @returns {unknown[]}
 */
function valuesAt(value, [part = "", ...rest]) {
  const found = valueAt(value, stepsTo(part, []));
  if (!rest.length) return [found];
  return keysOf(found).flatMap((key) => valuesAt(valueAt(found, [key]), rest));
}

/**
 * @param {HTMLFormElement} form
 * @returns {Control[]}
 */
function controlsOf(form) {
  return [...form.querySelectorAll(":is(input, select, textarea)[data-path]")].map(
    (control) => /** @type {Control} */ (control),
  );
}

/**
 * @param {Control} control
 * @param {Look} look
 * @returns {Field}
 */
function fieldOf(control, look) {
  const state = look(control);
  const changed = state !== null && isChanged(control, state);
  return { control, row: rowOf(control), changed, value: meaning(control, state) };
}

/**
 * A key without a value says that the value is missing.
 * @param {HTMLFormElement} form
 * @param {Numbers} numbers
 */
function* blankEntries(form, numbers) {
  for (const row of allRows(form)) {
    const steps = typeof numbers.get(row) === "string" ? stepsOfRow(row, numbers) : null;
    const path = row.querySelector("[data-path]")?.getAttribute("data-path");
    if (steps) yield { steps, value: path?.endsWith("[]") ? null : newRecord() };
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Numbers} numbers
 * @param {Look} look
 */
function placesIn(form, numbers, look) {
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  /** @type {Map<string, number>} how many entries of a list were ticked so far */
  const entries = new Map();
  for (const element of form.querySelectorAll("[data-path], [data-row]")) {
    const place = /** @type {HTMLElement} */ (element);
    const isRow = place.dataset.row !== undefined;
    const steps = isRow ? stepsOfRow(place, numbers) : stepsOf(place, numbers);
    if (!steps) continue;
    const path = pathOf(steps);
    if (!places.has(path)) places.set(path, place);
    if (!(place instanceof HTMLInputElement) || !isEntry(place) || !look(place)?.checked) continue;
    const number = entries.get(path) ?? 0;
    places.set(`${path}[${number}]`, place);
    entries.set(path, number + 1);
  }
  return places;
}

/**
 * Give each group inside *holder* the rows that an input needs, and keys to those of a map.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} holder the form or a row
 * @param {Record<string, unknown>} input
 * @param {readonly Step[]} around the numbers or keys of the rows around
 * @param {Numbers} [numbers] of the rows, filled in here
 */
function sizeRows(form, holder, input, around, numbers = new Map()) {
  for (const group of holder.querySelectorAll("[data-rows]")) {
    if (!(group instanceof HTMLElement) || (rowOf(group) ?? form) !== holder) continue;
    const keys = keysOf(valueAt(input, stepsTo(group.dataset.path ?? "", around)));
    // Where nothing is given, the blank rows of the page are there to be filled in.
    resizeRows(group, keys.length || Number(group.dataset.blank ?? 1));
    for (const [index, row] of rowsOf(group).entries()) {
      const control = keyControl(row);
      const number = control ? (keys[index] ?? "") : index;
      if (control) control.value = String(number);
      numbers.set(row, number);
      sizeRows(form, row, input, [...around, number], numbers);
    }
  }
  return numbers;
}

/**
 * @param {unknown} input
 * @param {readonly Step[]} steps
 */
function countAt(input, steps) {
  const list = valueAt(input, steps);
  return Array.isArray(list) ? list.length : 0;
}

/**
 * The keys of a record, the places of a list; none of anything else.
 * @param {unknown} value
 */
function keysOf(value) {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
