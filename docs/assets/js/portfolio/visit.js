// @ts-check
/** The visit's list: instant navigation swaps pages, and the reader may come back to it. */

/** @typedef {import("./columns.js").View} View */
/** @typedef {import("./desk.js").ListDesk} ListDesk */
/** @typedef {import("./desk.js").ListMap} ListMap */
/** @typedef {import("./desk.js").Look} Look */
/** @typedef {import("./desk.js").Result} Result */
/**
 * @typedef {object} Work
 * @property {string} tool
 * @property {ListDesk | null} desk null before a list is open
 * @property {Look | null} look
 * @property {ListMap | null} map as the reader has it
 * @property {Result | null} result
 * @property {import("./what-if.js").Trial | null} trial of other weights or limits
 * @property {View} view
 */

/** @returns {View} the best first */
export function firstView() {
  return { find: "", only: "", sort: "number", falls: true };
}

/**
 * @param {string} [tool]
 * @returns {Work}
 */
export function newWork(tool = "") {
  return { tool, desk: null, look: null, map: null, result: null, trial: null, view: firstView() };
}

class Visit {
  work = newWork();
  /** @type {Work | null} what was taken out, and can come back */
  #before = null;

  get canGoBack() {
    return this.#before !== null;
  }

  /** @param {Work} next */
  become(next) {
    this.#before = next.desk || !this.work.desk ? null : this.work;
    this.work = next;
  }

  goBack() {
    if (this.#before) [this.work, this.#before] = [this.#before, null];
  }
}

export const visit = new Visit();
