// @ts-check
/** Asks the reader a question in the page, with the page's own template; works where confirm() does not. */
import { dialogFrom, openDialog } from "./dialog.js";
import { fillSlots } from "./slots.js";

/**
 * @typedef {object} Choice
 * @property {string} name
 * @property {string} text
 * @property {boolean} [leads] whether the page proposes it
 */
/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {readonly Choice[]} choices the last one changes nothing: Escape is the same, and it has the focus
 */
/** @typedef {{ label: string, value: string }} Line */

/**
 * Ask for a line of text.
 * @param {Question & { field: string, value: string }} question field: what the line is called; its first choice takes it
 * @returns {Promise<string | null>} the text; null where the reader took it back
 */
export async function askForText({ field, value, ...question }) {
  const line = { label: field, value };
  const chosen = await ask({ ...question, line });
  return chosen === question.choices[0]?.name ? line.value : null;
}

/**
 * @param {Question & { line?: Line }} question
 * @returns {Promise<string | null>} the name of the choice; null where the reader took it back
 */
export function ask({ title, text, choices, line }) {
  const dialog = dialogFrom("template[data-question-dialog]");
  if (!dialog) return Promise.resolve(null);
  if (!line) dialog.querySelector("[data-line]")?.remove();
  fillSlots(dialog, { title, text, line: line?.label });
  const input = dialog.querySelector("input");
  if (input) input.value = line?.value ?? "";
  dialog.ariaLabel = title;
  const button = dialog.querySelector("[data-choice]");
  for (const { name, text: words, leads } of choices) {
    const made = /** @type {HTMLButtonElement} */ (button?.cloneNode());
    made.textContent = words;
    made.className = leads ? "button" : "quiet";
    made.addEventListener("click", () => {
      if (line && input) line.value = input.value;
      dialog.close(name);
    });
    button?.before(made);
  }
  button?.remove();
  input?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    // Else the key presses what has the focus once the dialog is closed, and that is what opened it.
    event.preventDefault();
    dialog.querySelector("button")?.click();
  });
  const answer = openDialog(dialog);
  if (input) input.select();
  else [...dialog.querySelectorAll("button")].at(-1)?.focus();
  return answer;
}
