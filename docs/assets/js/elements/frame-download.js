// @ts-check
/**
 * <frame-download>: offers the text of a file, in the page's one <dialog>, where a frame may block downloads.
 * The event "offer" brings its name and its text; whoever sends it may be in another bundle.
 *
 * Holds <dialog> with the slots name and text, and the buttons data-action="copy" and "close".
 */
import { copyText } from "./clipboard.js";
import { ElementError } from "./element-error.js";
import { pageAddress } from "./page-address.js";
import { PageElement } from "./page-element.js";
import { slot } from "./slots.js";
import { Words } from "./words.js";

export class FrameDownload extends PageElement {
  static tag = "frame-download";

  /** @param {AbortSignal} signal */
  start(signal) {
    this.addEventListener("offer", (event) => {
      const { name, text } = /** @type {CustomEvent<{ name: string, text: string }>} */ (event).detail;
      this.#offer(name, text);
    }, { signal });
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-action]") : null;
      if (!(button instanceof HTMLElement)) return;
      if (button.dataset.action === "close") this.#dialog.close();
      if (button.dataset.action === "copy") void this.#copy();
    }, { signal });
  }

  get #dialog() {
    const dialog = this.querySelector("dialog");
    if (!dialog) throw new ElementError(this, "needs a <dialog> inside");
    return dialog;
  }

  get #text() {
    const text = slot(this, "text");
    if (!(text instanceof HTMLTextAreaElement)) throw new ElementError(this, 'needs a <textarea data-slot="text"> inside');
    return text;
  }

  /**
   * @param {string} name of the file
   * @param {string} text
   */
  #offer(name, text) {
    const place = slot(this, "name");
    if (place) place.textContent = name;
    this.#text.value = text;
    this.#say("");
    for (const link of this.querySelectorAll("a")) link.href = pageAddress();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  async #copy() {
    const copied = await copyText(this.#text.value);
    if (!copied) this.#text.select();
    this.#say(new Words(document).say(copied ? "copied" : "copy-failed"));
  }

  /** @param {string} text */
  #say(text) {
    const output = this.querySelector("output");
    if (output) output.textContent = text;
  }
}
