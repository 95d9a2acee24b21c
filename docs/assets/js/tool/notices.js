// @ts-check
/** Shows sentences to the reader in a place of the page, with the page's own template. */
import { showBeside } from "./busy-sign.js";
import { fillSlots, slot } from "../elements/slots.js";

/** @typedef {{ text: string, act: () => void }} Action */

/** What is told as long as it is so; the reader cannot close it. */
const LASTING = ["trouble", "removed"];

export class Notices {
  #holder;
  #template;
  /** @type {Map<string, Element>} */
  #shown = new Map();

  /**
   * @param {Element | null} holder
   * @param {HTMLTemplateElement | null} template with the slots `text` and, a button, `action`; [data-close] closes it
   */
  constructor(holder, template) {
    this.#holder = holder;
    this.#template = template;
  }

  /**
   * Show a sentence in place of an earlier one about the same matter.
   * @param {string} matter
   * @param {string} text
   * @param {Action | readonly Action[]} [actions]
   * @param {HTMLElement} [button] whose work it is about: the sentence stands beside it and takes the focus
   */
  show(matter, text, actions = [], button) {
    this.withdraw(matter);
    const notice = this.#template && document.importNode(this.#template.content, true).firstElementChild;
    if (!this.#holder || !(notice instanceof HTMLElement) || !text) return;
    const place = slot(notice, "action");
    for (const { text: words, act } of [actions].flat()) {
      const made = /** @type {HTMLElement} */ (place?.cloneNode());
      made.removeAttribute("data-slot");
      made.textContent = words;
      made.addEventListener("click", act);
      place?.before(made);
    }
    fillSlots(notice, { text });
    const close = notice.querySelector("[data-close]");
    if (LASTING.includes(matter)) close?.remove();
    close?.addEventListener("click", () => this.withdraw(matter));
    if (button) showBeside(button, notice);
    else this.#holder.append(notice);
    this.#shown.set(matter, notice);
  }

  /** @param {string} matter */
  withdraw(matter) {
    this.#shown.get(matter)?.remove();
    this.#shown.delete(matter);
  }

  withdrawAll() {
    for (const matter of [...this.#shown.keys()]) this.withdraw(matter);
  }
}
