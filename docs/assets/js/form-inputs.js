// @ts-check
/**
 * Reads the form of a calculator that it is given into the engine's input.
 *
 * The page alone says what is what: data-type on a field, data-rows, data-map, data-list and
 * data-record on what holds fields. What cannot be read as its type goes on as it was typed, so that
 * the engine refuses it in its own words.
 */
import { rowsOf } from "./form-rows.js";

/** @typedef {import("./form-answers.js").Given} Given */
/** @typedef {import("./form-answers.js").Control} Control */
/** @typedef {Map<string, HTMLElement>} Places */

const GROUPS = "[data-rows], [data-map], [data-list], [data-record]";
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
  return { input, notes: {}, places, empty: !Object.keys(input).length };
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
  for (const [name, controls] of fieldsOf(holder)) {
    const place = join(path, name);
    const first = controls[0];
    if (first) places.set(place, first);
    const value = readField(controls);
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
  if (group.dataset.record !== undefined) return readRecord(group, path, places);
  if (group.dataset.list !== undefined) return readItems(group, path, places);
  if (group.dataset.map !== undefined) return readMap(group, path, places);
  /** @type {unknown[]} */
  const list = [];
  for (const row of rowsOf(group)) {
    const place = `${path}[${list.length}]`;
    const value = readRow(row, place, places);
    if (isBlank(value)) continue;
    places.set(place, row);
    list.push(value);
  }
  return list;
}

/**
 * @param {HTMLElement} group
 * @param {string} path
 * @param {Places} places
 */
function readMap(group, path, places) {
  /** @type {Record<string, unknown>} */
  const map = {};
  for (const row of rowsOf(group)) {
    const key = rowKey(row);
    const place = join(path, key);
    const value = itemsOf(row).length ? readItem(row, place, places) : readRecord(row, place, places);
    if (isBlank(value) && !key) continue;
    places.set(place, row);
    if (!isBlank(value)) map[key] = value;
  }
  return map;
}

/**
 * @param {HTMLElement} row
 * @param {string} path
 * @param {Places} places
 */
function readRow(row, path, places) {
  if (row.dataset.row === "list") return readItems(row, path, places);
  if (row.dataset.row === "value") return readItem(row, path, places);
  return readRecord(row, path, places);
}

/**
 * The first item alone.
 * @param {HTMLElement} row
 * @param {string} path
 * @param {Places} places
 */
function readItem(row, path, places) {
  const [control] = itemsOf(row);
  if (!control) return undefined;
  places.set(path, control);
  return readField([control]);
}

/**
 * Every item in order; a blank one between others stays as null, so that no later one moves up.
 * @param {HTMLElement} holder
 * @param {string} path
 * @param {Places} places
 */
function readItems(holder, path, places) {
  const controls = itemsOf(holder);
  const values = controls.map((control) => readField([control]) ?? null);
  for (const [index, control] of controls.entries()) places.set(`${path}[${index}]`, control);
  while (values.length && values.at(-1) === null) values.pop();
  return values;
}

/**
 * What one field says, by its type; undefined when it is blank.
 * @param {Control[]} controls one, or all boxes and buttons of one name
 * @returns {unknown}
 */
function readField(controls) {
  const control = controls[0];
  if (!control) return undefined;
  const type = control.dataset.type;
  if (type === "choices") return nonEmpty(marked(controls).map((each) => each.value));
  if (control instanceof HTMLInputElement && control.type === "checkbox") return control.checked;
  const marks = control instanceof HTMLInputElement && control.type === "radio";
  const text = (marks ? marked(controls)[0]?.value : control.value)?.trim() ?? "";
  if (text === "") return undefined;
  if (type === "number" || type === "integer") return readNumber(text);
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  if (type === "words") return nonEmpty(text.split(/[,;，；、\n]/).map((each) => each.trim()).filter(Boolean));
  return text;
}

/**
 * A number as typed, full-width digits included; the text itself when it is no number.
 * @param {string} text
 * @returns {number | string}
 */
export function readNumber(text) {
  const plain = text.normalize("NFKC").replace(/^\u2212/, "-").replace(/\s/g, "");
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(plain);
  const digits = plain.replace(/e.*$/i, "").replace(/\D/g, "").replace(/^0+/, "");
  return isNumber && digits.length <= SAFE_DIGITS ? Number(plain) : text;
}

/**
 * The fields that belong to *holder* itself and not to a group inside it, by name.
 * @param {HTMLElement} holder
 * @returns {Map<string, Control[]>}
 */
export function fieldsOf(holder) {
  /** @type {Map<string, Control[]>} */
  const fields = new Map();
  for (const control of controlsOf(holder)) {
    if (control.dataset.item !== undefined || control.dataset.key !== undefined) continue;
    const name = control.dataset.field ?? (holder instanceof HTMLFormElement ? control.name : "");
    if (name) fields.set(name, [...(fields.get(name) ?? []), control]);
  }
  return fields;
}

/** @param {HTMLElement} holder */
export function itemsOf(holder) {
  return controlsOf(holder).filter((control) => control.dataset.item !== undefined);
}

/**
 * The groups directly inside *holder*.
 * @param {HTMLElement} holder
 */
export function groupsOf(holder) {
  return [...holder.querySelectorAll(GROUPS)].filter(
    (group) => group instanceof HTMLElement && holderOf(group) === holder,
  ).map((group) => /** @type {HTMLElement} */ (group));
}

/** @param {HTMLElement} group */
export function nameOf(group) {
  const { rows, map, list, record } = group.dataset;
  return rows ?? map ?? list ?? record ?? "";
}

/** @param {HTMLElement} row */
export function keyControl(row) {
  return controlsOf(row, "[data-key]").at(0);
}

/** @param {HTMLElement} row */
export function rowKey(row) {
  return row.dataset.rowKey ?? keyControl(row)?.value.trim() ?? "";
}

/**
 * @param {HTMLElement} holder
 * @param {string} selector
 * @returns {Control[]}
 */
function controlsOf(holder, selector = "[data-type]") {
  const found = [...holder.querySelectorAll(selector)];
  return /** @type {Control[]} */ (found.filter((control) => holderOf(control) === holder));
}

/**
 * The row, group or form that an element belongs to.
 * @param {Element} element
 */
function holderOf(element) {
  return element.parentElement?.closest(`[data-row], ${GROUPS}, form`) ?? null;
}

/** @param {Control[]} controls */
function marked(controls) {
  return controls.filter((each) => each instanceof HTMLInputElement && each.checked);
}

/** @param {string[]} texts */
function nonEmpty(texts) {
  return texts.length ? texts : undefined;
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
