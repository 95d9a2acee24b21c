// @ts-check
/** Shows sentences to the reader in a place of the page, with the page's own template. */
import { focusFirstOf, removePassingFocus } from "../elements/focus.js";
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
    const had = this.#shown.get(matter)?.contains(document.activeElement) ?? false;
    this.withdraw(matter);
    const notice = this.#made(matter, text, actions);
    if (!this.#holder || !notice) return;
    if (button) showBeside(button, notice);
    else this.#holder.append(notice);
    if (had && !button) focusFirstOf([notice]);
    this.#shown.set(matter, notice);
  }

  /**
   * Say something else about a matter where it is told, and leave the reader where he is; nothing where it is not.
   * @param {string} matter
   * @param {string} text
   * @param {readonly Action[]} actions
   */
  retell(matter, text, actions) {
    const before = this.#shown.get(matter);
    const notice = before && this.#made(matter, text, actions);
    if (!before || !notice) return;
    notice.tabIndex = -1;
    before.replaceWith(notice);
    this.#shown.set(matter, notice);
  }

  /**
   * @param {string} matter
   * @param {string} text
   * @param {Action | readonly Action[]} actions
   * @returns {HTMLElement | null} null where there is nothing to say
   */
  #made(matter, text, actions) {
    const notice = this.#template && document.importNode(this.#template.content, true).firstElementChild;
    if (!(notice instanceof HTMLElement) || !text) return null;
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
    return notice;
  }

  /** @param {string} matter */
  withdraw(matter) {
    const notice = this.#shown.get(matter);
    if (notice) removePassingFocus(notice);
    this.#shown.delete(matter);
  }

  /**
   * Take the reader to what can be done about a matter.
   * @param {string} matter
   */
  goTo(matter) {
    focusFirstOf([this.#shown.get(matter)?.querySelector(".notice-actions button")]);
  }

  /** @param {string} [start] how the matters begin */
  withdrawAll(start = "") {
    for (const matter of [...this.#shown.keys()]) if (matter.startsWith(start)) this.withdraw(matter);
  }
}
