// @ts-check
/** What a reader filled in before the kept answers of the page came. */
import { changes, now } from "./controls.js";
import { goOnIn, typedIn } from "./hand.js";
import { rowOf } from "./rows.js";
import { fillForm, readForm } from "./walker.js";

/** @typedef {import("./controls.js").Control} Control */

/**
 * Remember what was filled in so far: what differs from the page as it was brought.
 * @param {HTMLFormElement} form
 * @returns {((input: Record<string, unknown>) => void) | null} fills the form from an input and puts what was
 *   filled in early over it, rows after its rows; null where nothing was
 */
export function rememberEarly(form) {
  const { input: early, places } = readForm(form, changes);
  const given = /** @type {Record<string, unknown>} */ (early);
  const controls = [...form.querySelectorAll(":is(input, select, textarea)[data-path]")]
    .map((control) => /** @type {Control} */ (control))
    .filter((control) => !rowOf(control) && changes(control))
    .map((control) => ({ control, state: now(control) }));
  if (!controls.length && !Object.keys(given).length) return null;
  const groups = [...form.querySelectorAll("[data-rows]")].filter((group) => !rowOf(group));
  const names = groups.map((group) => group.getAttribute("data-path") ?? "");
  const hand = handIn(form, places);
  return (input) => {
    const joined = { ...input };
    for (const name of names) joined[name] = join(input[name], given[name]);
    fillForm(form, joined);
    if (hand) goOnIn(hand.field, partOf(readForm(form).places.get(behind(hand.row, input)), hand.field));
    for (const { control, state } of controls) {
      if (control instanceof HTMLInputElement) control.checked = state.checked;
      control.value = state.text;
    }
  };
}

/**
 * The field in a row that is being typed in, and the row's place in the input.
 * @param {HTMLFormElement} form
 * @param {Map<string, HTMLElement>} places
 */
function handIn(form, places) {
  const field = typedIn(form);
  const row = field && rowOf(field);
  const found = [...places].find(([, place]) => place === row);
  return field && found ? { field, row: found[0] } : null;
}

/**
 * Where an early row stands behind those that are kept; a row of a map keeps its key.
 * @param {string} path of the row
 * @param {Record<string, unknown>} kept
 */
function behind(path, kept) {
  return path.replace(/^([^[.]+)\[(\d+)\]/, (whole, name, number) => {
    const rows = kept[name];
    return Array.isArray(rows) ? `${name}[${rows.length + Number(number)}]` : whole;
  });
}

/**
 * The field of a row that is what another one is in its own.
 * @param {HTMLElement | undefined} row
 * @param {HTMLElement} field
 */
function partOf(row, { dataset: { path } }) {
  return row?.querySelector(path === undefined ? "[data-key]" : `[data-path="${CSS.escape(path)}"]`);
}

/**
 * @param {unknown} kept
 * @param {unknown} early
 */
function join(kept, early) {
  if (Array.isArray(early)) return Array.isArray(kept) ? [...kept, ...early] : early;
  return typeof early === "object" ? { .../** @type {object} */ (kept ?? {}), ...early } : kept;
}
