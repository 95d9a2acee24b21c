// @ts-check
/**
 * Reads the form of a calculator that it is given into the engine's input.
 *
 * The page alone says what is what: data-type on a field, data-rows, data-map, data-list and
 * data-record on what holds fields. What cannot be read as its type goes on as it was typed, so that
 * the engine refuses it in its own words.
 */
import { controlsOf, groupsOf, isTicked, isUntouched, itemsOf, namedFields, nameOf, rowKey } from "./parts.js";
import { rowsOf } from "./rows.js";

/** @typedef {import("./answers.js").Given} Given */
/** @typedef {import("./parts.js").Control} Control */
/** @typedef {Map<string, HTMLElement>} Places */

// JSON keeps what JavaScript reads; beyond fifteen digits that is no longer what was typed.
const SAFE_DIGITS = 15;

/**
 * @param {HTMLFormElement} form
 * @returns {Given}
 */
export function readInputs(form) {
  /** @type {Places} */
  const places = new Map();
  const input = readRecord(form, "", places);
  return { input, notes: {}, places, empty: isBlank(input) };
}

/**
 * @param {HTMLElement} holder
 * @param {string} path
 * @param {Places} places
 * @returns {Record<string, unknown>}
 */
function readRecord(holder, path, places) {
  /** @type {Record<string, unknown>} */
  const record = {};
  for (const [name, control] of namedFields(holder)) {
    const place = join(path, name);
    places.set(place, control);
    const value = readField(control);
    if (value !== undefined) record[name] = value;
  }
  for (const group of groupsOf(holder)) {
    const name = nameOf(group);
    const place = join(path, name);
    places.set(place, group);
    const value = readGroup(group, place, places);
    if (!isBlank(value)) record[name] = value;
  }
  return record;
}

/**
 * @param {HTMLElement} group
 * @param {string} path
 * @param {Places} places
 * @returns {unknown}
 */
function readGroup(group, path, places) {
  if (group.dataset.rows !== undefined) return readRows(group, path, places);
  if (group.dataset.map !== undefined) return readMap(group, path, places);
  if (group.dataset.record !== undefined) return readRecord(group, path, places);
  if (itemsOf(group).length) return readItems(group, path, places);
  return controlsOf(group).filter(isTicked).map((box) => box.value);
}

/**
 * @param {HTMLElement} group
 * @param {string} path
 * @param {Places} places
 */
function readRows(group, path, places) {
  const asLists = group.dataset.rowsOf === "list";
  /** @type {unknown[]} */
  const list = [];
  for (const row of rowsOf(group)) {
    const place = `${path}[${list.length}]`;
    if (isUntouched(row)) continue;
    const value = asLists ? readListRow(row, place, places) : readRecord(row, place, places);
    if (isBlank(value)) continue;
    places.set(place, row);
    list.push(value);
  }
  return list;
}

/**
 * A row that stands for a list: its fields are named 0, 1, 2 and may be blank at the end only.
 * @param {HTMLElement} row
 * @param {string} path
 * @param {Places} places
 */
function readListRow(row, path, places) {
  const fields = namedFields(row);
  const values = fields.map(([, control]) => readField(control) ?? null);
  for (const [name, control] of fields) places.set(`${path}[${name}]`, control);
  return withoutBlankEnd(values);
}

/**
 * @param {HTMLElement} group
 * @param {string} path
 * @param {Places} places
 */
function readMap(group, path, places) {
  /** @type {[string, unknown][]} */
  const entries = [];
  for (const row of rowsOf(group)) {
    const key = rowKey(row);
    const place = join(path, key);
    const [item] = itemsOf(row);
    const value = item ? readField(item) : readRecord(row, place, places);
    if (isBlank(value) && (key === "" || row.dataset.rowKey !== undefined)) continue;
    places.set(place, item ?? row);
    entries.push([key, value ?? null]);
  }
  return Object.fromEntries(entries);
}

/**
 * A list of fixed length: a blank place between others is null, so that no later one moves up.
 * @param {HTMLElement} group
 * @param {string} path
 * @param {Places} places
 */
function readItems(group, path, places) {
  const controls = itemsOf(group);
  for (const [index, control] of controls.entries()) places.set(`${path}[${index}]`, control);
  return withoutBlankEnd(controls.map((control) => readField(control) ?? null));
}

/**
 * What one field says, by its type; undefined when it is blank.
 * @param {Control} control
 * @returns {unknown}
 */
function readField(control) {
  const type = control.dataset.type ?? "text";
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked;
  const text = control.value.trim();
  if (text === "") return undefined;
  if (type === "list") return readLines(text, control.dataset.itemType ?? "text");
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return readText(control.dataset.share === undefined ? text : percentAsShare(text), type);
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

/** @param {unknown[]} values */
function withoutBlankEnd(values) {
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

/**
 * Whether nothing was filled in: an unticked box alone does not make a row.
 * @param {unknown} value
 * @returns {boolean}
 */
function isBlank(value) {
  if (value === undefined || value === null || value === false) return true;
  if (Array.isArray(value)) return value.every(isBlank);
  return typeof value === "object" && Object.values(value).every(isBlank);
}

/**
 * @param {string} path
 * @param {string} name
 */
function join(path, name) {
  return path ? `${path}.${name}` : name;
}
