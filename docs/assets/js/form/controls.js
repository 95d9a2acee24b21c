// @ts-check
/**
 * Reads and fills one control of a form, by its kind and its data-type. What cannot be read as its type
 * goes on as it was typed, so that the engine refuses it in its own words.
 */
import { marksOf } from "./marks.js";
import { readNumber, writeNumber } from "./numbers.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ text: string, checked: boolean }} State */
/** @typedef {import("./numbers.js").Reading & { line: string, place: number }} LineReading of a line of a control */
/**
 * What to see in a control; null where it should count as never touched and blank.
 * @typedef {(control: Control) => State | null} Look
 */

/**
 * What a control says now.
 * @param {Control} control
 * @returns {State}
 */
export function now(control) {
  return { text: control.value, checked: isTicked(control) };
}

/**
 * What a control said when the page came, whoever has typed since.
 * @param {Control} control
 * @returns {State}
 */
export function asBrought(control) {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
    return { text: chosen?.value ?? "", checked: false };
  }
  // A tick has no text: its value is what it stands for.
  const text = isTickable(control) ? control.value : control.defaultValue;
  return { text, checked: control instanceof HTMLInputElement && control.defaultChecked };
}

/**
 * What a control says now, where that is not what the page brought.
 * @type {Look}
 */
export function changes(control) {
  const state = now(control);
  return isChanged(control, state) ? state : null;
}

/**
 * @param {Control} control
 * @param {State} state
 */
export function isChanged(control, { text, checked }) {
  const before = asBrought(control);
  return text !== before.text || checked !== before.checked;
}

/**
 * Whether a control is one of several that stand for the entries of one list.
 * @param {Control} control
 */
export function isEntry(control) {
  return control.type === "checkbox" && control.dataset.type !== "boolean";
}

/**
 * What a control in a state means to the engine; undefined when it is blank.
 * @param {Control} control
 * @param {State | null} state
 * @returns {unknown}
 */
export function meaning(control, state) {
  if (!state) return undefined;
  const type = control.dataset.type ?? "text";
  if (control.type === "checkbox" && type === "boolean") return state.checked;
  const text = state.text.trim();
  if (text === "" || (isTickable(control) && !state.checked)) return undefined;
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (!isNumeric(control)) return type === "list" ? text.split("\n").map((line) => line.trim()).filter(Boolean) : text;
  const numbers = linesOf(control, text).map(({ line, number }) => number ?? line);
  return type === "list" ? numbers : numbers[0];
}

/**
 * The numbers that a control says now, each with what could be meant by it; none where it asks for text.
 * @param {Control} control
 * @returns {LineReading[]}
 */
export function readingsOf(control) {
  return isNumeric(control) && control.type !== "radio" ? linesOf(control, control.value) : [];
}

/**
 * Make a control say a value; undefined is what the page brought: to the engine, a field that is not
 * given says the same.
 * @param {Control} control
 * @param {unknown} value
 */
export function fill(control, value) {
  const { text, checked } = value === undefined ? asBrought(control) : stateFor(control, value);
  if (control instanceof HTMLInputElement && isTickable(control)) control.checked = checked;
  else control.value = text;
}

/**
 * @param {Control} control
 * @param {unknown} value
 * @returns {State}
 */
function stateFor(control, value) {
  const entries = (Array.isArray(value) ? value : [value ?? ""]).map((each) => textFor(control, each));
  if (control.type === "radio") return { text: control.value, checked: control.value === String(value) };
  const ticked = control.dataset.type === "boolean" ? value === true : entries.includes(control.value);
  return { text: entries.join("\n"), checked: ticked };
}

/** @param {Control} control */
function isTickable({ type }) {
  return type === "checkbox" || type === "radio";
}

/** @param {Control} control */
function isTicked(control) {
  return control instanceof HTMLInputElement && control.checked;
}

/** @param {Control} control */
function isNumeric({ dataset }) {
  const type = dataset.type === "list" ? dataset.itemType : dataset.type;
  return type === "number" || type === "integer";
}

/**
 * The lines of a control that say something; a single field is one line.
 * @param {Control} control
 * @param {string} text
 * @returns {LineReading[]}
 */
function linesOf(control, text) {
  const asked = { share: control.dataset.share !== undefined, unit: control.dataset.unit ?? "" };
  return text.split("\n").flatMap((typed, place) => {
    const line = typed.trim();
    return line ? [{ line, place, ...readNumber(line, marksOf(control), asked) }] : [];
  });
}

/**
 * @param {Control} control
 * @param {unknown} value
 */
function textFor(control, value) {
  const isTyped = control.type === "text" || control instanceof HTMLTextAreaElement;
  return isTyped && typeof value === "number" ? writeNumber(value, marksOf(control)) : String(value);
}
