// @ts-check
/** <language-switch>: leads to the same place of the page in another language, not only to its top. */
import { ElementError } from "./element-error.js";
import { holdsLink } from "../store/share-link.js";
import { PageElement } from "./page-element.js";

const PLACES = ".md-content :is(h2, h3, fieldset, section, li, dt)[id]";
/** Pixels from the top of the window within which a place counts as being read. */
const READING_LINE = 160;

export class LanguageSwitch extends PageElement {
  static tag = "language-switch";

  /** @param {AbortSignal} signal */
  start(signal) {
    if (!this.querySelector("a")) throw new ElementError(this, "needs an <a> inside");
    this.addEventListener("click", ({ target }) => keepPlace(target), { signal });
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.#close(), { signal });
    this.addEventListener("focusout", ({ relatedTarget }) => this.#left(relatedTarget), { signal });
  }

  /** Close the list that several languages stand in. */
  #close() {
    const list = this.querySelector("details[open]");
    if (!list) return;
    list.removeAttribute("open");
    list.querySelector("summary")?.focus();
  }

  /** @param {EventTarget | null} next what has the focus now */
  #left(next) {
    if (!(next instanceof Node && this.contains(next))) this.querySelector("details")?.removeAttribute("open");
  }
}

/** @param {EventTarget | null} target */
function keepPlace(target) {
  const link = target instanceof Element && target.closest("a");
  if (link) link.hash = sharedAnswers() || placeBeingRead();
}

/** The fragment with answers that came with a link, as long as the page shows them and keeps nothing. */
function sharedAnswers() {
  if (holdsLink(location.hash)) return location.hash;
  const holder = document.querySelector("[data-shared-link]");
  return (holder instanceof HTMLElement && holder.dataset.sharedLink) || "";
}

/** The id of the last place that the reader has scrolled to; empty at the top of the page. */
function placeBeingRead() {
  const reached = [...document.querySelectorAll(PLACES)].filter((place) => {
    const { top, height } = place.getBoundingClientRect();
    return height > 0 && top < READING_LINE;
  });
  return scrollY > 0 ? (reached.at(-1)?.id ?? "") : "";
}
