// @ts-check
/** How the page's language writes numbers, as the form around a control says. */

/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./numbers.js").Marks} Marks */

/** As programs write; for a form that asks for no numbers. @type {Marks} */
export const PROGRAMS = { decimal: ".", group: ",", groupedFrom: 10_000, percent: "", multiples: [] };
/** @type {WeakMap<HTMLFormElement, Marks>} */
const known = new WeakMap();

/**
 * @param {Control} control
 * @returns {Marks}
 */
export function marksOf({ form }) {
  return form ? marksIn(form) : PROGRAMS;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Marks}
 */
export function marksIn(form) {
  const marks = known.get(form) ?? (form.dataset.numbers ? JSON.parse(form.dataset.numbers) : PROGRAMS);
  known.set(form, marks);
  return marks;
}
