// @ts-check
/** Shows sentences to the reader in a place of the page, with the page's own template. */
import { showBeside } from "./busy-sign.js";
import { fillSlots, slot } from "../elements/slots.js";

export class Notices {
  #holder;
  #template;
  /** @type {Map<string, Element>} */
  #shown = new Map();

  /**
   * @param {Element | null} holder
   * @param {HTMLTemplateElement | null} template with the slots `text` and, a button, `action`
   */
  constructor(holder, template) {
    this.#holder = holder;
    this.#template = template;
  }

  /**
   * Show a sentence in place of an earlier one about the same matter.
   * @param {string} matter
   * @param {string} text
   * @param {{ text: string, act: () => void }} [action]
   * @param {HTMLElement} [button] whose work it is about: the sentence stands beside it and takes the focus
   */
  show(matter, text, action, button) {
    this.withdraw(matter);
    const notice = this.#template && document.importNode(this.#template.content, true).firstElementChild;
    if (!this.#holder || !(notice instanceof HTMLElement) || !text) return;
    fillSlots(notice, { text, action: action?.text });
    if (action) slot(notice, "action")?.addEventListener("click", action.act);
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
