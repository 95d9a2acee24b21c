// @ts-check
/** The visit's session: instant navigation swaps pages, and the reader may come back to it. */
import { isEmpty, newSession } from "./session.js";

/** @typedef {import("./session.js").SessionData} SessionData */

class Visit {
  data = newSession();
  /** @type {SessionData | null} what stood there before, and can come back */
  #before = null;
  /** Whether something of it, or of what can come back, would be lost with the window. */
  #isUnsaved = false;

  constructor() {
    // On whatever page of the visit the window is closed.
    addEventListener("beforeunload", (event) => this.#isUnsaved && event.preventDefault());
  }

  get canGoBack() {
    return this.#before !== null;
  }

  /**
   * Go on with other data, blind again: what changes between two looks would tell who answered what. What stood
   * there can come back, unless it was the sample.
   * @param {SessionData} next
   */
  become(next) {
    const before = this.data;
    this.data = { ...next, revealed: false };
    if (!before.sample && !next.sample) this.#before = isEmpty(before) ? null : before;
    this.#isUnsaved = isOwn(next) || (this.#isUnsaved && this.canGoBack);
  }

  /** @returns {boolean} whether there was something to go back to */
  goBack() {
    if (!this.#before) return false;
    this.data = { ...this.#before, revealed: false };
    this.#before = null;
    this.#isUnsaved = isOwn(this.data);
    return true;
  }

  /** Something was typed or agreed on. */
  touch() {
    this.#isUnsaved = isOwn(this.data);
  }

  /** All that is here is in a file. */
  saved() {
    this.#isUnsaved = false;
  }
}

/** Whether a session holds what somebody gave. @param {SessionData} data */
function isOwn(data) {
  return !data.sample && !isEmpty(data);
}

export const visit = new Visit();
