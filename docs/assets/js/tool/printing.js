// @ts-check
/** Prints a part of a tool's page: <html data-print> says which, for print.css. */

/** @typedef {"all" | "report" | "answers" | "blank" | "one-page"} Sheet */
/**
 * @typedef {object} Parts
 * @property {HTMLFormElement} form
 * @property {import("./one-page.js").OnePage} onePage
 * @property {import("./failure.js").Failure} failure
 * @property {import("../elements/words.js").Words} words
 */

/**
 * @param {Parts} parts
 * @param {HTMLElement} button that was pressed: its data-sheet says what to print
 */
export async function printSheet({ form, onePage, failure, words }, button) {
  const sheet = button.dataset.sheet ?? "all";
  button.closest("details")?.removeAttribute("open");
  const root = document.documentElement;
  /** @type {HTMLFormElement | null} */
  let copy = null;
  try {
    if (sheet === "one-page" && !(await onePage.fill())) return;
    if (sheet === "blank") copy = blankCopy(form, words);
    root.dataset.print = sheet;
    // Where the dialog does not hold the script up, the end of printing says when to clear away.
    addEventListener("afterprint", clearAway, { once: true });
    print();
  } catch (error) {
    console.error(error);
    clearAway();
    await failure.show(button);
  }

  function clearAway() {
    delete root.dataset.print;
    copy?.remove();
    onePage.clear();
  }
}

/**
 * A copy of the form with nothing in it: neither what the reader gave nor what the page fills in unasked.
 * @param {HTMLFormElement} form
 * @param {import("../elements/words.js").Words} words
 */
function blankCopy(form, words) {
  const copy = /** @type {HTMLFormElement} */ (form.cloneNode(true));
  copy.reset();
  copy.classList.add("blank-form");
  copy.inert = true;
  // What was said of the answers would say what they were.
  for (const told of copy.querySelectorAll("output, .tool-status, .error-summary, datalist, .field-error, .reading")) told.remove();
  for (const control of copy.querySelectorAll("input, select")) emptyOut(control, words);
  for (const hidden of copy.querySelectorAll(":is(.dimension, .question)[hidden]")) hidden.removeAttribute("hidden");
  form.closest("tool-form")?.after(copy);
  return copy;
}

/**
 * Empty a field, and say small beside it what the page would have filled in.
 * @param {Element} control
 * @param {import("../elements/words.js").Words} words
 */
function emptyOut(control, words) {
  const usual = usualOf(control, words);
  if (control instanceof HTMLSelectElement) control.add(new Option("", "", true, true), 0);
  else if (control instanceof HTMLInputElement && control.type === "checkbox") control.checked = false;
  else if (control instanceof HTMLInputElement && control.type !== "radio") control.value = "";
  if (!usual) return;
  const hint = document.createElement("span");
  hint.className = "help usual";
  hint.textContent = words.say("usual", { value: usual });
  (control.closest(".control, label") ?? control).append(hint);
}

/**
 * @param {Element} control as the page brought it
 * @param {import("../elements/words.js").Words} words
 */
function usualOf(control, words) {
  const isNumber = control instanceof HTMLElement && ["number", "integer"].includes(control.dataset.type ?? "");
  // The help of a number says it; that of a list has no room for it.
  if (isNumber && !control.closest(".field--list")) return "";
  if (control instanceof HTMLSelectElement) return control.value && (control.selectedOptions[0]?.text ?? "");
  if (!(control instanceof HTMLInputElement) || control.type === "radio") return "";
  if (control.type === "checkbox") return control.defaultChecked ? words.say("ticked") : "";
  return control.defaultValue;
}
