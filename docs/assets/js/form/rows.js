// @ts-check
/** Adds and removes the repeated rows of a form that it is given. */

/**
 * The rows of a group, without those of groups inside it.
 * @param {HTMLElement} group
 * @returns {HTMLElement[]}
 */
export function rowsOf(group) {
  const rows = [...group.querySelectorAll("[data-row]")];
  return /** @type {HTMLElement[]} */ (rows.filter((row) => groupOf(row) === group));
}

/**
 * The group that a row belongs to.
 * @param {Element} element
 * @returns {HTMLElement | null}
 */
export function groupOf(element) {
  return /** @type {HTMLElement | null} */ (element.parentElement?.closest("[data-rows], [data-map]") ?? null);
}

/**
 * The group that a button adds to: the one around it, or the one that its data-for names.
 * @param {HTMLElement} button
 * @returns {HTMLElement | null}
 */
export function groupFor(button) {
  const name = CSS.escape(button.dataset.for ?? "");
  const scope = button.closest("[data-row], form");
  return groupOf(button) ?? scope?.querySelector(`[data-rows="${name}"], [data-map="${name}"]`) ?? null;
}

/**
 * Put a blank row after the last one.
 * @param {HTMLElement} group
 * @returns {HTMLElement | null} the new row; null when the page has no template for one
 */
export function addRow(group) {
  const templates = [...group.querySelectorAll("template")].filter((each) => each.dataset.rowTemplate !== undefined);
  const template = templates.find((each) => groupOf(each) === group);
  const clone = document.importNode(template?.content ?? new DocumentFragment(), true);
  const row = clone.querySelector("[data-row]");
  if (!template || !(row instanceof HTMLElement)) return null;
  const last = rowsOf(group).at(-1);
  (last ?? template).after(clone);
  number(group);
  return row;
}

/**
 * Take a row away.
 * @param {HTMLElement} row
 * @returns {HTMLElement | null} the row to go on from: the next one, else the one before
 */
export function removeRow(row) {
  const group = groupOf(row);
  if (!group) return null;
  const rows = rowsOf(group);
  const index = rows.indexOf(row);
  row.remove();
  number(group);
  return rows[index + 1] ?? rows[index - 1] ?? null;
}

/**
 * Make a group hold as many rows as wanted.
 * @param {HTMLElement} group
 * @param {number} wanted
 */
export function resizeRows(group, wanted) {
  for (const row of rowsOf(group).slice(wanted)) row.remove();
  while (rowsOf(group).length < wanted && addRow(group));
  number(group);
}

/**
 * Write each row's number, and make the ids that its labels point to unique.
 * @param {HTMLElement} group
 */
function number(group) {
  for (const [index, row] of rowsOf(group).entries()) {
    for (const place of row.querySelectorAll("[data-row-number]")) place.textContent = String(index + 1);
    uniqueIds(row);
  }
}

let lastRow = 0;

/**
 * Replace {row} in attributes that tie elements together; once, for a fresh clone.
 * @param {HTMLElement} row
 */
function uniqueIds(row) {
  const mark = "{row}";
  let fresh = false;
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby", "list"]) {
      const value = element.getAttribute(name);
      if (!value?.includes(mark)) continue;
      if (!fresh) lastRow += 1;
      fresh = true;
      element.setAttribute(name, value.replaceAll(mark, `new-${lastRow}`));
    }
  }
}
