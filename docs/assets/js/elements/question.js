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

/**
 * @param {Question} question
 * @returns {Promise<string | null>} the name of the choice; null where the reader took it back
 */
export function ask({ title, text, choices }) {
  const template = document.querySelector("template[data-question-dialog]");
  const dialog = template instanceof HTMLTemplateElement
    ? document.importNode(template.content, true).firstElementChild
    : null;
  if (!(dialog instanceof HTMLDialogElement)) return Promise.resolve(null);
  fillSlots(dialog, { title, text });
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
      made.addEventListener("click", () => dialog.close(name));
      button?.before(made);
    }
    button?.remove();
    document.body.append(dialog);
    dialog.showModal();
    [...dialog.querySelectorAll("button")].at(-1)?.focus();
  });
}
