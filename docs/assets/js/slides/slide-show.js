// @ts-check
/**
 * <slide-show>: shows the slides of its page one at a time on the whole screen, by keys, buttons and swipes; the
 * address names the slide. Without it the page is a list of slides to read and print.
 *
 * Holds <section class="slide"> with an id each, .slide-controls with .slide-place, and controls with data-act:
 * present, previous, next, leave, notes.
 */
import { ElementError } from "../elements/element-error.js";
import { PageElement } from "../elements/page-element.js";

/** Key -> what it does to the number of the slide shown, of so many. */
const MOVES = /** @type {Record<string, (at: number, last: number) => number>} */ ({
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at) => at + 1,
  " ": (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, last) => last,
});
/** Pixels that a finger moves sideways to turn over. */
const SWIPE = 48;
/** What a key would press or turn itself. */
const OWN_KEYS = "button, summary, a, input, select, textarea";

export class SlideShow extends PageElement {
  static tag = "slide-show";
  /** @type {HTMLElement[]} */
  #slides = [];
  #at = 0;
  #isShowing = false;

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#slides = [...this.querySelectorAll("section.slide")].filter((each) => each instanceof HTMLElement);
    if (!this.#slides.length) throw new ElementError(this, "needs <section class=\"slide\"> inside");
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.dataset.act === "notes") this.#showNotes(target.checked);
    }, { signal });
    // While slides are shown, keys are for these alone.
    document.addEventListener("keydown", (event) => this.#type(event), { signal, capture: true });
    document.addEventListener("fullscreenchange", () => {
      if (!document.fullscreenElement) this.#leave();
    }, { signal });
    addEventListener("hashchange", () => this.#follow(), { signal });
    this.#swipe(signal);
    this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#setShowing(false);
  }

  /** Go to the slide that the address names; a part that this language has not leads to the first part. */
  #follow() {
    const name = named(location.hash);
    const whole = name.replace(/-\d+$/, "");
    const at = [name, whole].map((id) => this.#slides.findIndex((each) => each.id === id)).find((found) => found >= 0);
    if (at === undefined) return;
    this.#at = at;
    if (this.#isShowing) this.#show();
    else if (this.#slides[at]?.id !== name) this.#slides[at]?.scrollIntoView();
  }

  /** @param {Event} event */
  #press(event) {
    const act = event.target instanceof Element && event.target.closest("button")?.dataset.act;
    if (act === "present") void this.#present();
    else if (act === "leave") void this.#end();
    else if (act === "next") this.#go(this.#at + 1);
    else if (act === "previous") this.#go(this.#at - 1);
  }

  async #present() {
    this.#setShowing(true);
    this.#show();
    // Where a browser has no full screen, the slide fills its window.
    await this.requestFullscreen?.().catch(() => {});
    // Who has left meanwhile wants his window back.
    if (!this.#isShowing) await leaveFullscreen();
  }

  async #end() {
    await leaveFullscreen();
    this.#leave();
  }

  /** Show the list again, at the slide that was shown. */
  #leave() {
    if (!this.#isShowing) return;
    this.#setShowing(false);
    this.#current.scrollIntoView();
    this.#focus(this.#current);
  }

  /** @param {boolean} isShowing */
  #setShowing(isShowing) {
    this.#isShowing = isShowing;
    document.documentElement.toggleAttribute("data-presenting", isShowing);
    this.querySelector(".slide-controls")?.toggleAttribute("hidden", !isShowing);
    if (!isShowing) for (const slide of this.#slides) slide.removeAttribute("data-shown");
  }

  /** @param {KeyboardEvent} event */
  #type(event) {
    if (!this.#isShowing || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = MOVES[event.shiftKey && event.key === " " ? "PageUp" : event.key];
    const isOwn = event.target instanceof Element && event.target.matches(OWN_KEYS) && event.key === " ";
    if (move && !isOwn) this.#go(move(this.#at, this.#slides.length - 1));
    else if (event.key === "n" || event.key === "N") this.#showNotes(!this.hasAttribute("data-notes"));
    else if (event.key === "Escape") void this.#end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {AbortSignal} signal */
  #swipe(signal) {
    /** @type {Touch | undefined} */
    let from;
    this.addEventListener("touchstart", ({ touches }) => {
      from = this.#isShowing && touches.length === 1 ? touches[0] : undefined;
    }, { signal, passive: true });
    this.addEventListener("touchend", ({ changedTouches: [to] }) => {
      if (!from || !to) return;
      const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY];
      const forward = getComputedStyle(this).direction === "rtl" ? 1 : -1;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) this.#go(this.#at + forward * Math.sign(across));
    }, { signal, passive: true });
  }

  /** @param {number} at */
  #go(at) {
    const next = Math.min(Math.max(at, 0), this.#slides.length - 1);
    if (next === this.#at) return;
    this.#at = next;
    this.#show();
  }

  #show() {
    for (const slide of this.#slides) slide.toggleAttribute("data-shown", slide === this.#current);
    const place = this.querySelector(".slide-place");
    if (place) place.textContent = `${this.#at + 1} / ${this.#slides.length}`;
    history.replaceState(history.state, "", `#${this.#current.id}`);
    this.#focus(this.#current);
  }

  /** @param {boolean} areShown */
  #showNotes(areShown) {
    this.toggleAttribute("data-notes", areShown);
    for (const notes of this.querySelectorAll(".slide-notes")) notes.toggleAttribute("open", areShown);
    for (const box of this.querySelectorAll("input[data-act=notes]")) {
      if (box instanceof HTMLInputElement) box.checked = areShown;
    }
  }

  get #current() {
    return /** @type {HTMLElement} */ (this.#slides[this.#at]);
  }

  /**
   * Let a screen reader read the slide, and keys go on from it.
   * @param {HTMLElement} slide
   */
  #focus(slide) {
    slide.tabIndex = -1;
    slide.focus({ preventScroll: true });
  }
}

async function leaveFullscreen() {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
}

/** @param {string} hash whoever wrote it */
function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
