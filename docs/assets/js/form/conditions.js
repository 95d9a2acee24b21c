// @ts-check
/** Shows of a form what the choices made so far leave: the fields that count, the options that may be chosen. */

/**
 * Hide fields that count with another answer only, and options that another answer allows. What was filled in
 * or chosen there stays in the form; an option that is chosen stays in view, so that it can be seen and changed.
 * @param {HTMLFormElement} form
 */
export function applyConditions(form) {
  for (const field of form.querySelectorAll("[data-if]")) {
    if (!(field instanceof HTMLElement)) continue;
    const answer = answerTo(form, field.dataset.if);
    field.hidden = answer !== "" && answer !== field.dataset.answer;
  }
  for (const choice of form.querySelectorAll("select[data-narrowed-by]")) {
    if (!(choice instanceof HTMLSelectElement)) continue;
    const answer = answerTo(form, choice.dataset.narrowedBy);
    for (const option of choice.options) {
      const allowed = option.dataset.with?.split(" ") ?? [answer];
      const isLeft = answer === "" || allowed.includes(answer) || option.selected;
      if (option.hidden === isLeft) Object.assign(option, { hidden: !isLeft, disabled: !isLeft });
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string | undefined} name of a single field
 */
function answerTo(form, name) {
  const control = form.elements.namedItem(name ?? "");
  return control instanceof HTMLSelectElement ? control.value : "";
}
