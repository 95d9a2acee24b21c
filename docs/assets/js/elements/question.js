// @ts-check
/** Asks the reader a question in the page, with the page's own template; works where confirm() does not. */
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
  const template = document.querySelector("template[data-question-dialog]");
  const dialog = template instanceof HTMLTemplateElement
    ? document.importNode(template.content, true).firstElementChild
    : null;
  if (!(dialog instanceof HTMLDialogElement)) return Promise.resolve(null);
  if (!line) dialog.querySelector("[data-line]")?.remove();
  fillSlots(dialog, { title, text, line: line?.label });
  const input = dialog.querySelector("input");
  if (input) input.value = line?.value ?? "";
  dialog.ariaLabel = title;
  const button = dialog.querySelector("[data-choice]");
  const before = document.activeElement;
  return new Promise((resolve) => {
    const leaves = new AbortController();
    addEventListener("popstate", () => dialog.close(), { signal: leaves.signal });
    dialog.addEventListener("close", () => {
      leaves.abort();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(dialog.returnValue || null);
    });
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
    document.body.append(dialog);
    dialog.showModal();
    input?.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) dialog.querySelector("button")?.click();
    });
    if (input) input.select();
    else [...dialog.querySelectorAll("button")].at(-1)?.focus();
  });
}
