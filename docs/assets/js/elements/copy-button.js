// @ts-check
/** <copy-button>: copies the text of what data-for names, or with data-copy="address" the page's address. */
import { ElementError } from "./element-error.js";
import { Words } from "./words.js";
import { PageElement } from "./page-element.js";

/** Milliseconds that the answer stays. */
const SHOWN = 4000;

export class CopyButton extends PageElement {
  static tag = "copy-button";

  /** @param {AbortSignal} signal */
  start(signal) {
    const button = this.querySelector("button");
    if (!button) throw new ElementError(this, "needs a <button> inside");
    button.hidden = false;
    button.addEventListener("click", () => void this.#copy(), { signal });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.#text());
      this.#say("copied");
    } catch {
      this.#say("copy-failed");
    }
  }

  #text() {
    const { for: id = "", copy } = this.dataset;
    if (copy !== "address") return document.getElementById(id)?.textContent.trim() ?? "";
    const canonical = document.querySelector("link[rel=canonical]");
    return canonical instanceof HTMLLinkElement ? canonical.href : location.href;
  }

  /** @param {string} key */
  #say(key) {
    const output = this.querySelector("output");
    if (!output) return;
    output.textContent = new Words(document).say(key);
    output.hidden = false;
    setTimeout(() => (output.hidden = true), SHOWN);
  }
}
