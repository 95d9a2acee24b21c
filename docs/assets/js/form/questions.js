// @ts-check
/** Finds the questions of a form that it is given, and their answers. */

/**
 * @param {ParentNode} form
 * @returns {HTMLElement[]}
 */
export function questions(form) {
  return [...form.querySelectorAll("[data-question]")].filter((each) => each instanceof HTMLElement);
}

/** @param {HTMLElement} question */
export function radios(question) {
  return [...question.querySelectorAll("input")].filter((input) => input.type === "radio");
}

/** @param {HTMLElement} question */
export function chosen(question) {
  return radios(question).find((radio) => radio.checked);
}
