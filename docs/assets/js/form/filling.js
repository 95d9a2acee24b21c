// @ts-check
/** Fills the form of a calculator that it is given: the way back of inputs.js. */
import { controlsOf, groupsOf, itemsOf, keyControl, namedFields, nameOf } from "./parts.js";
import { resizeRows, rowsOf } from "./rows.js";

/** @typedef {import("./parts.js").Control} Control */

/**
 * Make the form say exactly what is given; what is not given is as the page brought it.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} input
 */
export function fillInputs(form, input) {
  fillRecord(form, input);
}

/**
 * @param {HTMLElement} holder
 * @param {Record<string, unknown>} record
 */
function fillRecord(holder, record) {
  for (const [name, control] of namedFields(holder)) fillField(control, record[name]);
  for (const group of groupsOf(holder)) fillGroup(group, record[nameOf(group)]);
}

/**
 * @param {HTMLElement} group
 * @param {unknown} value
 */
function fillGroup(group, value) {
  if (group.dataset.rows !== undefined) return fillRows(group, asList(value));
  if (group.dataset.map !== undefined) return fillMap(group, asRecord(value));
  if (group.dataset.record !== undefined) return fillRecord(group, asRecord(value));
  const items = itemsOf(group);
  for (const [index, control] of items.entries()) fillField(control, asList(value)[index]);
  if (items.length) return;
  for (const box of controlsOf(group)) {
    if (box instanceof HTMLInputElement) box.checked = asList(value).includes(box.value);
  }
}

/**
 * @param {HTMLElement} group
 * @param {unknown[]} list
 */
function fillRows(group, list) {
  // One blank row stays, so that there is something to fill in.
  resizeRows(group, Math.max(list.length, 1));
  for (const [index, row] of rowsOf(group).entries()) {
    const value = list[index];
    fillRecord(row, Array.isArray(value) ? { ...value } : asRecord(value));
  }
}

/**
 * @param {HTMLElement} group
 * @param {Record<string, unknown>} map
 */
function fillMap(group, map) {
  const keys = Object.keys(map);
  const fixed = rowsOf(group).some((row) => row.dataset.rowKey !== undefined);
  if (!fixed) resizeRows(group, Math.max(keys.length, 1));
  for (const [index, row] of rowsOf(group).entries()) {
    const key = row.dataset.rowKey ?? keys[index] ?? "";
    const control = keyControl(row);
    if (control) control.value = key;
    const [item] = itemsOf(row);
    if (item) fillField(item, map[key]);
    else fillRecord(row, asRecord(map[key]));
  }
}

/**
 * @param {Control} control
 * @param {unknown} value
 */
function fillField(control, value) {
  if (value === undefined) restore(control);
  else if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = value === true;
  else control.value = asList(value ?? "").map(String).join("\n");
}

/**
 * Back to the default: to the engine, a field that is not given says the same.
 * @param {Control} control
 */
function restore(control) {
  if (control instanceof HTMLSelectElement) {
    const chosen = [...control.options].findIndex((option) => option.defaultSelected);
    control.selectedIndex = Math.max(chosen, 0);
    return;
  }
  control.value = control.defaultValue;
  if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = control.defaultChecked;
}

/**
 * @param {unknown} value
 * @returns {unknown[]}
 */
function asList(value) {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function asRecord(value) {
  return typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}
