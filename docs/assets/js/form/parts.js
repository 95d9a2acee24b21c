// @ts-check
/** Finds the parts of a calculator's form that it is given: fields, items and the groups that hold them. */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const GROUPS = "[data-rows], [data-map], [data-list], [data-record], fieldset[data-field]";
const CONTROLS = "[data-type], [data-key], [data-item], [data-value], fieldset input[type=checkbox]";
const HOLDERS = `[data-row], ${GROUPS}, form`;

/**
 * The fields of *holder* itself, not of a group inside it, by the name of each.
 * @param {HTMLElement} holder
 * @returns {[string, Control][]}
 */
export function namedFields(holder) {
  return controlsOf(holder).flatMap((control) => {
    const name = control.dataset.field ?? (holder instanceof HTMLFormElement ? control.name : "");
    return name && control.dataset.type ? [/** @type {[string, Control]} */ ([name, control])] : [];
  });
}

/**
 * The fields without a name of their own: places of a list, or the value of a map's row.
 * @param {HTMLElement} holder
 */
export function itemsOf(holder) {
  return controlsOf(holder).filter(({ dataset }) => dataset.item !== undefined || dataset.value !== undefined);
}

/**
 * @param {HTMLElement} holder
 * @returns {Control[]}
 */
export function controlsOf(holder) {
  const found = [...holder.querySelectorAll(CONTROLS)];
  return /** @type {Control[]} */ (found.filter((control) => holderOf(control) === holder));
}

/**
 * The groups directly inside *holder*.
 * @param {HTMLElement} holder
 * @returns {HTMLElement[]}
 */
export function groupsOf(holder) {
  const found = [...holder.querySelectorAll(GROUPS)];
  return /** @type {HTMLElement[]} */ (found.filter((group) => holderOf(group) === holder));
}

/** @param {HTMLElement} group */
export function nameOf({ dataset }) {
  return dataset.rows ?? dataset.map ?? dataset.list ?? dataset.record ?? dataset.field ?? "";
}

/** @param {HTMLElement} row */
export function keyControl(row) {
  return controlsOf(row).find((control) => control.dataset.key !== undefined);
}

/**
 * The key of a map's row: fixed by the page, or typed.
 * @param {HTMLElement} row
 */
export function rowKey(row) {
  return row.dataset.rowKey ?? keyControl(row)?.value.trim() ?? "";
}

/** @param {Control} control */
export function isTicked(control) {
  return control instanceof HTMLInputElement && control.checked;
}

/**
 * Whether a row says only what the page put there: its defaults make no entry.
 * @param {HTMLElement} row
 */
export function isUntouched(row) {
  return [...row.querySelectorAll("input, select, textarea")].every((control) => {
    if (control instanceof HTMLSelectElement) {
      const first = [...control.options].find((option) => option.defaultSelected) ?? control.options[0];
      return control.value === (first?.value ?? "");
    }
    const { type, checked, defaultChecked, value, defaultValue } = /** @type {HTMLInputElement} */ (control);
    return type === "checkbox" ? checked === defaultChecked : value === defaultValue;
  });
}

/**
 * The row, group or form that an element belongs to.
 * @param {Element} element
 */
function holderOf(element) {
  return element.parentElement?.closest(HOLDERS) ?? null;
}
