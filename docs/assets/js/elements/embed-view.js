// @ts-check
/**
 * <embed-view>: a page in the frame of a course. It tells the page around it how high it is, and shows one
 * section alone where the address names one.
 *
 * Each change of height sends { type: "playbook:height", version: 1, page, height } to the parent: the address of
 * the frame without its place, and a whole number of pixels. Whoever frames the page may be of any origin and learns
 * nothing else, so the message goes to all; nothing that comes in is listened to.
 *
 * Holds .embed-alone with a button that brings the whole page back, and data-slot="content".
 */
import { ElementError } from "./element-error.js";
import { pageAddress } from "./page-address.js";
import { PageElement } from "./page-element.js";
import { slot } from "./slots.js";

const MESSAGE = { type: "playbook:height", version: 1 };
const DARK = "(prefers-color-scheme: dark)";

export class EmbedView extends PageElement {
  static tag = "embed-view";

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#showPlace();
    addEventListener("hashchange", () => this.#showPlace(), { signal });
    this.querySelector(".embed-alone button")?.addEventListener("click", () => this.#showWhole(), { signal });
    // A link on the page may lead to what is not shown.
    this.addEventListener("click", ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.hash && this.#at(link.hash)?.closest("[data-aside]")) this.#showWhole();
    }, { signal, capture: true });
    this.#wearColours(signal);
    this.#tellHeight(signal);
  }

  get #content() {
    const content = slot(this, "content");
    if (!content) throw new ElementError(this, 'needs data-slot="content" inside');
    return content;
  }

  /**
   * The place of a hash on this page.
   * @param {string} hash
   */
  #at(hash) {
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    return place && this.#content.contains(place) ? place : null;
  }

  /** Show the section that the address names, and the whole page where it names none. */
  #showPlace() {
    this.#showWhole();
    const place = location.hash ? this.#at(location.hash) : null;
    if (!place || place.matches("h1")) return;
    const kept = new Set(sectionOf(place, this.#content));
    for (const part of this.#content.children) part.toggleAttribute("data-aside", !kept.has(part));
    this.querySelector(".embed-alone")?.toggleAttribute("hidden", false);
  }

  #showWhole() {
    for (const part of this.querySelectorAll("[data-aside]")) part.removeAttribute("data-aside");
    this.querySelector(".embed-alone")?.toggleAttribute("hidden", true);
  }

  /** @param {AbortSignal} signal */
  #wearColours(signal) {
    const dark = matchMedia(DARK);
    const wear = () => (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");
    dark.addEventListener("change", wear, { signal });
    wear();
  }

  /** @param {AbortSignal} signal */
  #tellHeight(signal) {
    if (window === parent) return;
    let told = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      parent.postMessage({ ...MESSAGE, page: pageAddress(), height }, "*");
    };
    const observer = new ResizeObserver(tell);
    observer.observe(document.body);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}

/**
 * The parts of a page that belong to the section of a place: from the heading above it to the next one.
 * @param {Element} place
 * @param {Element} content holds the parts side by side
 */
function sectionOf(place, content) {
  const parts = [...content.children];
  const at = parts.findIndex((part) => part.contains(place));
  const isHeading = (/** @type {Element} */ part) => part.matches("h2");
  const begins = parts.findLastIndex((part, index) => index <= at && isHeading(part));
  if (begins < 0) return parts.slice(at, at + 1);
  const ends = parts.findIndex((part, index) => index > begins && (isHeading(part) || part.querySelector(":scope > h2")));
  return at < ends || ends < 0 ? parts.slice(begins, ends < 0 ? undefined : ends) : [/** @type {Element} */ (parts[at])];
}
