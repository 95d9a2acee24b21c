// @ts-check
/** Tells whether a form can hold what is given: what it would not say again would be lost. */
import { fillForm, readForm } from "./walker.js";
import { isBlank } from "./numbering.js";

/** Characters; no field takes a text that is longer. */
const LONGEST = 20_000;

/**
 * Fill a form and read it back.
 * @param {HTMLFormElement} form holds what fits afterwards
 * @param {Record<string, unknown>} input
 * @returns {string[]} where it does not say what was given, as paths with the values: answers.perception.1: 99
 */
export function misfits(form, input) {
  const endless = [...longTexts(input, "")];
  if (endless.length) return endless;
  fillForm(form, input);
  const tooLong = [...form.querySelectorAll("input, textarea")].filter(isTooLong).map(nameOf);
  return [...tooLong, ...differences(input, readForm(form).input, "")];
}

/**
 * What a form, as it stands, does not say of an input.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} input
 * @returns {string[]} places
 */
export function lacking(form, input) {
  return [...differences(input, readForm(form).input, "")];
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {Generator<string>}
 */
function* longTexts(value, path) {
  if (typeof value === "string" && value.length > LONGEST) yield place(path, value);
  if (typeof value !== "object" || value === null) return;
  for (const [name, part] of Object.entries(value)) yield* longTexts(part, join(path, name));
}

/**
 * @param {unknown} given
 * @param {unknown} said
 * @param {string} path
 * @returns {Generator<string>}
 */
function* differences(given, said, path) {
  if (isNothing(given) || isSame(given, said)) return;
  if (!isHolder(given) || Array.isArray(given) !== Array.isArray(said)) {
    yield place(path, given);
    return;
  }
  const found = isHolder(said) ? said : {};
  for (const [name, part] of Object.entries(given)) {
    yield* differences(part, Object.hasOwn(found, name) ? found[name] : undefined, join(path, name));
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>} a list, too
 */
function isHolder(value) {
  return typeof value === "object" && value !== null;
}

/** @param {unknown} value */
function isNothing(value) {
  return value === null || value === "" || isBlank(value) || (isHolder(value) && !Object.keys(value).length);
}

/**
 * Whether the form says what was given, in its own spelling: as a number what was typed, without outer blanks.
 * @param {unknown} given
 * @param {unknown} said
 */
function isSame(given, said) {
  if (Array.isArray(given) && Array.isArray(said)) return isSameTicks(given, said);
  if (isHolder(given) || isHolder(said)) return false;
  if (typeof given === "string" && typeof said === "number") return true;
  return plain(given) === plain(said);
}

/**
 * Whether two lists of plain values hold the same ones: boxes are read in the order of the page.
 * @param {unknown[]} given
 * @param {unknown[]} said
 */
function isSameTicks(given, said) {
  if (given.length !== said.length || [...given, ...said].some(isHolder)) return false;
  const rest = said.map(plain);
  return given.map(plain).every((value) => rest.includes(value));
}

/** @param {unknown} value */
function plain(value) {
  return String(value).replace(/\r\n?/g, "\n").trim();
}

/** @param {Element} control */
function isTooLong(control) {
  const { maxLength, value } = /** @type {HTMLInputElement} */ (control);
  return maxLength >= 0 && value.length > maxLength;
}

/** @param {Element} control */
function nameOf(control) {
  const { dataset, value } = /** @type {HTMLInputElement} */ (control);
  return place((dataset.path ?? "").replace(/\[([^\]]+)\]/g, ".$1"), value);
}

/**
 * @param {string} path
 * @param {string} name
 */
function join(path, name) {
  return path ? `${path}.${name}` : name;
}

/**
 * @param {string} path
 * @param {unknown} value
 */
function place(path, value) {
  const text = isHolder(value) ? JSON.stringify(value) : String(value);
  return `${path}: ${text.length > 30 ? `${text.slice(0, 30)}…` : text}`;
}
