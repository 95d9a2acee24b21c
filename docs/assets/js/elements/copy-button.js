// @ts-check
/** <copy-button>: copies the text of what data-for names, or with data-copy="address" the page's address. */
import { copyText } from "./clipboard.js";
import { ElementError } from "./element-error.js";
import { pageAddress } from "./page-address.js";
import { PageElement } from "./page-element.js";
import { Words } from "./words.js";

/** Milliseconds that the answer stays. */
const SHOWN = 4000;

export class CopyButton extends PageElement {
  static tag = "copy-button";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {AbortSignal} signal */
  start(signal) {
    const button = this.querySelector("button");
    if (!button) throw new ElementError(this, "needs a <button> inside");
    button.hidden = false;
    button.addEventListener("click", () => void this.#copy(), { signal });
  }

  async #copy() {
    const { for: id = "", copy } = this.dataset;
    const isAddress = copy === "address";
    const text = isAddress ? pageAddress() : (document.getElementById(id)?.textContent.trim() ?? "");
    if (await copyText(text)) return this.#say("copied", "", SHOWN);
    // An address stands nowhere on the page to be selected.
    this.#say("copy-failed", isAddress ? ` ${text}` : "");
  }

  /**
   * @param {string} key
   * @param {string} more that follows the words
   * @param {number} [time] milliseconds; without it the answer stays
   */
  #say(key, more, time) {
    const output = this.querySelector("output");
    if (!output) return;
    output.textContent = new Words(document).say(key) + more;
    output.hidden = false;
    clearTimeout(this.#timer);
    if (time) this.#timer = setTimeout(() => (output.hidden = true), time);
  }
}
