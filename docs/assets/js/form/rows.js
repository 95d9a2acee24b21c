// @ts-check
/** Adds and removes the repeated rows of a form that it is given. */

/**
 * The rows of a group, without those of groups inside it.
 * @param {HTMLElement} group
 * @returns {HTMLElement[]}
 */
export function rowsOf(group) {
  return /** @type {HTMLElement[]} */ ([...group.children].filter((child) => child.matches("[data-row]")));
}

/**
 * The row around an element.
 * @param {Element} element
 */
export function rowOf(element) {
  return element.parentElement?.closest("[data-row]") ?? null;
}

/**
 * Where the key of a map's row is typed.
 * @param {HTMLElement} row
 * @returns {HTMLInputElement | null}
 */
export function keyControl(row) {
  const control = row.querySelector("[data-key]");
  return control instanceof HTMLInputElement && rowOf(control) === row ? control : null;
}

/**
 * Put a blank row after the last one.
 * @param {HTMLElement} button of the group
 * @returns {HTMLElement | null} the new row
 */
export function addRow(button) {
  const group = groupOf(button);
  if (!group) return null;
  resizeRows(group, rowsOf(group).length + 1);
  return rowsOf(group).at(-1) ?? null;
}

/**
 * Take the row of a button away.
 * @param {HTMLElement} button
 * @returns {HTMLElement | null} the row to go on from: the next one, else the one before
 */
export function removeRow(button) {
  const row = rowOf(button);
  const group = row && groupOf(row);
  if (!row || !group) return null;
  const next = row.nextElementSibling?.matches("[data-row]") ? row.nextElementSibling : row.previousElementSibling;
  const place = Array.prototype.indexOf.call(rowsOf(group), row);
  row.remove();
  number(rowsOf(group), place);
  return next instanceof HTMLElement && next.matches("[data-row]") ? next : null;
}

/**
 * Make a group hold as many rows as wanted, with its own template.
 * @param {HTMLElement} group
 * @param {number} wanted
 */
export function resizeRows(group, wanted) {
  const rows = rowsOf(group);
  for (const row of rows.slice(wanted)) row.remove();
  const template = group.querySelector(":scope > template[data-row-template]");
  if (!(template instanceof HTMLTemplateElement) || rows.length >= wanted) return;
  const fresh = Array.from({ length: wanted - rows.length }, () => cloneOf(template));
  (rows.at(-1) ?? template).after(...fresh);
  number(rowsOf(group), rows.length);
}

/** @param {Element} element */
function groupOf(element) {
  const group = element.parentElement?.closest("[data-rows]");
  return group instanceof HTMLElement ? group : null;
}

/**
 * Write the numbers of rows; those before are right already.
 * @param {readonly HTMLElement[]} rows
 * @param {number} from the place of the first to write
 */
function number(rows, from) {
  for (const [index, row] of rows.slice(from).entries()) {
    const place = row.querySelector("[data-row-number]");
    if (place) place.textContent = String(from + index + 1);
  }
}

/** @param {HTMLTemplateElement} template */
function cloneOf(template) {
  const row = document.importNode(template.content, true).firstElementChild;
  return row ?? new Text();
}
