// @ts-check
/**
 * Reads and fills one control of a form, by its kind and its data-type. What cannot be read as its type
 * goes on as it was typed, so that the engine refuses it in its own words.
 */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ text: string, checked: boolean }} State */
/**
 * What to see in a control; null where it should count as never touched and blank.
 * @typedef {(control: Control) => State | null} Look
 */

// JSON keeps what JavaScript reads; beyond fifteen digits that is no longer what was typed.
const SAFE_DIGITS = 15;

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
  if (type === "list") return readLines(text, control.dataset.itemType ?? "text");
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return readText(control.dataset.share === undefined ? text : percentAsShare(text), type);
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
  const entries = (Array.isArray(value) ? value : [value ?? ""]).map(String);
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

/**
 * A share as a number from 0 to 1, where it was typed as a percentage.
 * @param {string} text
 */
function percentAsShare(text) {
  return text.normalize("NFKC").replace(/^([+-]?[\d.]+)\s*%$/, "$1e-2");
}

/**
 * @param {string} text
 * @param {string} type of each line
 */
function readLines(text, type) {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => readText(line, type));
}

/**
 * @param {string} text
 * @param {string} type
 */
function readText(text, type) {
  return type === "number" || type === "integer" ? readNumber(text) : text;
}

/**
 * A number as typed, full-width digits included; the text itself when it is no number.
 * @param {string} text
 * @returns {number | string}
 */
function readNumber(text) {
  const plain = text.normalize("NFKC").replace(/^\u2212/, "-");
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain);
  const digits = plain.replace(/e.*$/i, "").replace(/\D/g, "").replace(/^0+/, "");
  return isNumber && digits.length <= SAFE_DIGITS ? Number(plain) : text;
}
