// @ts-check
/** <language-switch>: leads to the same place of the page in the other language, not only to its top. */
import { ElementError } from "./element-error.js";

const PLACES = ".md-content :is(h2, h3, fieldset, section, li, dt)[id]";
/** Pixels from the top of the window within which a place counts as being read. */
const READING_LINE = 160;

export class LanguageSwitch extends HTMLElement {
  /** @type {AbortController | null} */
  #connection = null;

  static define(tag = "language-switch", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  connectedCallback() {
    const link = this.querySelector("a");
    if (!link) throw new ElementError(this, "needs an <a> inside");
    this.#connection = new AbortController();
    link.addEventListener("click", () => (link.hash = placeBeingRead()), { signal: this.#connection.signal });
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }
}

/** The id of the last place that the reader has scrolled to; empty at the top of the page. */
function placeBeingRead() {
  const reached = [...document.querySelectorAll(PLACES)].filter((place) => {
    const { top, height } = place.getBoundingClientRect();
    return height > 0 && top < READING_LINE;
  });
  return scrollY > 0 ? (reached.at(-1)?.id ?? "") : "";
}
