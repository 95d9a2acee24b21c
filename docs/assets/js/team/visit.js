// @ts-check
/** The visit's session: instant navigation swaps pages, and the reader may come back to it. */
import { isEmpty, newSession } from "./session.js";

/** @typedef {import("./session.js").SessionData} SessionData */
/** @typedef {{ key: string, values?: Record<string, string | number> | undefined }} Said a sentence of the page, and what is in it */
/** @typedef {(now: SessionData) => SessionData} Back takes back one thing, and leaves alone what is done since */

class Visit {
  data = newSession();
  /** @type {Said | null} what was done last, as long as that can be taken back */
  #done = null;
  /** @type {SessionData | null} what stood there before, and can come back */
  #before = null;
  /** @type {Back | null} in its place, where only a part was changed */
  #back = null;
  /** Whether something of it, or of what can come back, would be lost with the window. */
  #isUnsaved = false;

  constructor() {
    // On whatever page of the visit the window is closed.
    addEventListener("beforeunload", (event) => this.#isUnsaved && event.preventDefault());
  }

  /** What the way back would take back. */
  get done() {
    return this.canGoBack ? this.#done : null;
  }

  get canGoBack() {
    return this.#before !== null || this.#back !== null;
  }

  /**
   * Go on with other data, blind again: what changes between two looks would tell who answered what. What stood
   * there can come back, unless it was the sample.
   * @param {SessionData} next
   * @param {Said} done the sentence about it
   * @param {Back} [back] where only a part is changed
   */
  become(next, done, back) {
    const before = this.data;
    if (done.key) this.#done = done;
    this.data = { ...next, revealed: false };
    if (next.sample && this.#back && !before.sample) [this.#before, this.#back] = [this.#back(before), null];
    // What is added to an empty session does not cost the one that was cleared.
    else if (!next.sample && !before.sample && !(isEmpty(before) && this.#before)) {
      [this.#before, this.#back] = [back || isEmpty(before) ? null : before, back ?? null];
    }
    this.#isUnsaved = isOwn(next) || (this.#isUnsaved && this.canGoBack);
  }

  /**
   * What was begun since can come back in turn.
   * @param {Said} done the sentence about it
   * @returns {boolean} whether there was something to go back to
   */
  goBack(done) {
    const now = this.data;
    const before = this.#back ? this.#back(now) : this.#before;
    if (!before) return false;
    this.#done = done;
    this.data = { ...before, revealed: false };
    [this.#before, this.#back] = [!this.#back && isOwn(now) ? now : null, null];
    this.#isUnsaved = isOwn(this.data) || this.canGoBack;
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
