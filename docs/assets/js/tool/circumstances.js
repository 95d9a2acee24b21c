// @ts-check
/** Who answers, and on what occasion: two fields that a form may have, beside its questions. */
import { tidyName } from "../store/subjects.js";

/** @typedef {import("../store/answer-record.js").Circumstances} Circumstances */

const NAMES = /** @type {const} */ (["respondent", "occasion"]);

/**
 * @param {HTMLFormElement} form
 * @returns {Required<Circumstances>} empty where nothing is said
 */
export function readCircumstances(form) {
  const [respondent = "", occasion = ""] = NAMES.map((name) => tidyName(fieldOf(form, name)?.value ?? ""));
  return { respondent, occasion };
}

/**
 * @param {HTMLFormElement} form
 * @param {Circumstances} circumstances
 */
export function fillCircumstances(form, circumstances) {
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    const text = circumstances[name] ?? "";
    // What is being typed is left to whoever types it.
    if (field && tidyName(field.value) !== text && !field.matches(":focus")) field.value = text;
    if (text) field?.closest("details")?.setAttribute("open", "");
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function fieldOf(form, name) {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}
