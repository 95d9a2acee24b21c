// @ts-check
/** Keeps the dated results of every tool on this device, and tells the other windows. */
import { latestFirst, resultsOf, writeResult } from "./results.js";

/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./results.js").Result} Result */
/** @typedef {import("./results.js").Told} Told */
/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class ResultStore {
  #store;

  /** @param {SiteStore} store */
  constructor(store) {
    this.#store = store;
  }

  /** @returns {Promise<Came<Result[]>>} the latest first */
  all() {
    return this.#store.read(async (tables) => latestFirst(await tables.results.all()));
  }

  /**
   * @param {string} tool
   * @param {Subject} subject
   * @returns {Promise<Came<Result[]>>} the latest first
   */
  of(tool, { id }) {
    return this.#store.read((tables) => resultsOf(tables, tool, id));
  }

  /**
   * Keep a result that was shown; of one day, respondent and occasion the last one stays.
   * @param {Draft} draft
   * @param {Told} told
   * @returns {Promise<Came<Result | null>>} null where it stood there already
   */
  async record(draft, told) {
    const outcome = await this.#store.change((tables) => writeResult(tables, draft, told));
    if (outcome.done && outcome.result) this.#tell(outcome.result);
    return outcome;
  }

  /** @param {Result} result */
  async remove(result) {
    const outcome = await this.#store.change((tables) => tables.results.delete(result.id));
    if (outcome.done) this.#tell(result);
    return outcome;
  }

  /** @param {Result} result that was removed */
  async putBack(result) {
    const outcome = await this.#store.change((tables) => tables.results.put(result));
    if (outcome.done) this.#tell(result);
    return outcome;
  }

  /** @param {Result} result */
  #tell({ tool, subjectId }) {
    this.#store.tell({ act: "recorded", tool, subjectId });
  }
}
