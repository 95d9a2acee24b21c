// @ts-check
/** What a reader filled in before the kept answers of the page came. */
import { changes, now } from "./controls.js";
import { fillForm, readForm } from "./walker.js";
import { rowOf } from "./rows.js";

/** @typedef {import("./controls.js").Control} Control */

/**
 * Remember what was filled in so far: what differs from the page as it was brought.
 * @param {HTMLFormElement} form
 * @returns {((input: Record<string, unknown>) => void) | null} fills the form from an input and puts what was
 *   filled in early over it, rows after its rows; null where nothing was
 */
export function rememberEarly(form) {
  const given = /** @type {Record<string, unknown>} */ (readForm(form, changes).input);
  const controls = [...form.querySelectorAll(":is(input, select, textarea)[data-path]")]
    .map((control) => /** @type {Control} */ (control))
    .filter((control) => !rowOf(control) && changes(control))
    .map((control) => ({ control, state: now(control) }));
  if (!controls.length && !Object.keys(given).length) return null;
  const groups = [...form.querySelectorAll("[data-rows]")].filter((group) => !rowOf(group));
  const names = groups.map((group) => group.getAttribute("data-path") ?? "");
  return (input) => {
    const joined = { ...input };
    for (const name of names) joined[name] = join(input[name], given[name]);
    fillForm(form, joined);
    for (const { control, state } of controls) {
      if (control instanceof HTMLInputElement) control.checked = state.checked;
      control.value = state.text;
    }
  };
}

/**
 * @param {unknown} kept
 * @param {unknown} early
 */
function join(kept, early) {
  if (Array.isArray(early)) return Array.isArray(kept) ? [...kept, ...early] : early;
  return typeof early === "object" ? { .../** @type {object} */ (kept ?? {}), ...early } : kept;
}
