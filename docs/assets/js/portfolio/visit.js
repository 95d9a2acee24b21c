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
 * @property {import("./since.js").Since | null} since what moved since an earlier file
 * @property {string} earlier the name of that file
 * @property {import("./sizing.js").Concentration | null} concentration
 * @property {readonly import("../engine/client.js").Block[]} split what was told of a resource that was split
 * @property {import("./bubbles.js").Bubbles | null} bubbles where accounts stand in the picture
 * @property {Record<string, unknown>} settings weights and limits that are tried
 * @property {string} kept the id of what is kept of the list on this device; empty where nothing is
 * @property {View} view
 */

/** @returns {View} the best first */
export function firstView() {
  return { find: "", only: "", sort: "number", falls: true };
}

/** What rests on a scoring, before there is one. @satisfies {Partial<Work>} */
export const NOTHING_SCORED = { result: null, trial: null, since: null, earlier: "", concentration: null, split: [], settings: {}, bubbles: null };

/**
 * @param {string} [tool]
 * @returns {Work}
 */
export function newWork(tool = "") {
  return { tool, desk: null, look: null, map: null, kept: "", ...NOTHING_SCORED, view: firstView() };
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

  /** Let what stands here come back after it is changed. */
  remember() {
    this.#before = { ...this.work };
  }

  goBack() {
    if (this.#before) [this.work, this.#before] = [this.#before, null];
  }
}

export const visit = new Visit();
