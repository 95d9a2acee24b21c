// @ts-check
/** Fills the form of a calculator that it is given: the way back of form-inputs.js. */
import { fieldsOf, groupsOf, itemsOf, keyControl, nameOf } from "./form-inputs.js";
import { resizeRows, rowsOf } from "./form-rows.js";

/** @typedef {import("./form-answers.js").Control} Control */

/**
 * Make the form say exactly what is given; what is not given is blank.
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
  for (const [name, controls] of fieldsOf(holder)) fillField(controls, record[name]);
  for (const group of groupsOf(holder)) fillGroup(group, record[nameOf(group)]);
}

/**
 * @param {HTMLElement} group
 * @param {unknown} value
 */
function fillGroup(group, value) {
  if (group.dataset.record !== undefined) return fillRecord(group, asRecord(value));
  if (group.dataset.list !== undefined) return fillItems(group, asList(value));
  if (group.dataset.map !== undefined) return fillMap(group, asRecord(value));
  const list = asList(value);
  // One blank row stays, so that there is something to fill in.
  resizeRows(group, Math.max(list.length, 1));
  for (const [index, row] of rowsOf(group).entries()) fillRow(row, list[index]);
}

/**
 * @param {HTMLElement} group
 * @param {Record<string, unknown>} map
 */
function fillMap(group, map) {
  const fixed = rowsOf(group).some((row) => row.dataset.rowKey !== undefined);
  if (!fixed) resizeRows(group, Math.max(Object.keys(map).length, 1));
  const keys = Object.keys(map);
  for (const [index, row] of rowsOf(group).entries()) {
    const key = row.dataset.rowKey ?? keys[index] ?? "";
    const control = keyControl(row);
    if (control) control.value = key;
    if (itemsOf(row).length) fillItems(row, [map[key]]);
    else fillRecord(row, asRecord(map[key]));
  }
}

/**
 * @param {HTMLElement} row
 * @param {unknown} value
 */
function fillRow(row, value) {
  if (row.dataset.row === "list") fillItems(row, asList(value));
  else if (row.dataset.row === "value") fillItems(row, [value]);
  else fillRecord(row, asRecord(value));
}

/**
 * @param {HTMLElement} holder
 * @param {unknown[]} values
 */
function fillItems(holder, values) {
  for (const [index, control] of itemsOf(holder).entries()) fillField([control], values[index]);
}

/**
 * @param {Control[]} controls
 * @param {unknown} value
 */
function fillField(controls, value) {
  const texts = Array.isArray(value) ? value.map(String) : [value === undefined || value === null ? "" : String(value)];
  for (const control of controls) {
    const ticked = control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type);
    if (!ticked) control.value = texts.join(", ");
    else if (control.type === "checkbox" && control.dataset.type === "boolean") control.checked = value === true;
    else control.checked = texts.includes(control.value);
  }
}

/** @param {unknown} value */
function asList(value) {
  return Array.isArray(value) ? value : [];
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function asRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? /** @type {Record<string, unknown>} */ (value)
    : {};
}
