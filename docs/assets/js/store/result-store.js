// @ts-check
/** Keeps the dated results of every tool on this device, and tells the other windows. */
import { isAction } from "./actions.js";
import { isDraft } from "./answer-record.js";
import { merge } from "./merging.js";
import { isResult, latestFirst, resultsOf, writeResult } from "./results.js";
import { enter } from "./subjects.js";

/** @typedef {import("./actions.js").Action} Action */
/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./results.js").Recorded} Recorded */
/** @typedef {import("./results.js").Result} Result */
/** @typedef {import("./results.js").Told} Told */
/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @typedef {{ results: Result[], drafts: Draft[], actions: Action[], subjects: Subject[] }} Kept the latest result first */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class ResultStore {
  #store;
  /** @type {Set<(recorded: Recorded) => void>} */
  #followers = new Set();

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
   * @returns {Promise<Came<Recorded | null>>} null where it stood there already
   */
  async record(draft, told) {
    const outcome = await this.#store.change((tables) => writeResult(tables, draft, told));
    if (outcome.done && outcome.result) {
      this.#store.tell(newsOf(outcome.result.result));
      this.tell(outcome.result);
    }
    return outcome;
  }

  /**
   * Hear of each result that this window keeps.
   * @param {(recorded: Recorded) => void} follower
   * @param {AbortSignal} signal
   */
  follow(follower, signal) {
    this.#followers.add(follower);
    signal.addEventListener("abort", () => this.#followers.delete(follower), { once: true });
  }

  /** @param {Recorded} recorded */
  tell(recorded) {
    for (const follower of this.#followers) follower(recorded);
  }

  /** @param {Result} result */
  remove(result) {
    return this.#store.change((tables) => tables.results.delete(result.id), newsOf(result));
  }

  /**
   * @param {Result} result that was removed
   * @param {Subject} subject that it is about; another window may have removed that since
   */
  putBack(result, subject) {
    return this.#store.change(async (tables) => {
      const { id: subjectId } = await enter(tables, subject);
      await tables.results.put({ ...result, subjectId });
    }, newsOf(result));
  }

  /**
   * Everything that a list of results and actions shows.
   * @returns {Promise<Came<Kept>>}
   */
  everything() {
    return this.#store.read(async (tables) => ({
      results: latestFirst((await tables.results.all()).filter(isResult)),
      drafts: (await tables.drafts.all()).filter(isDraft),
      actions: (await tables.actions.all()).filter(isAction),
      subjects: await tables.subjects.all(),
    }));
  }

  /**
   * Join what a file holds with what stands here.
   * @param {import("./merging.js").Rows} rows
   */
  merge(rows) {
    return this.#store.change((tables) => merge(tables, rows, () => this.#store.newStamp()), { act: "merged" });
  }

  /**
   * Begin answers about another subject from those about one.
   * @param {Draft | Result} from
   * @param {Subject} subject that this device does not know
   */
  duplicate({ tool, version, hash, structure, input, notes, saved }, subject) {
    const draft = { tool, version, hash, structure, input, notes, saved, scored: false, subjectId: subject.id };
    return this.#store.change(async (tables) => {
      await tables.subjects.put(subject);
      await tables.drafts.put({ ...draft, stamp: this.#store.newStamp() });
    }, { act: "written", tool, subjectId: subject.id });
  }
}

/**
 * @param {Result} result
 * @returns {import("./news.js").News}
 */
function newsOf({ tool, subjectId }) {
  return { act: "recorded", tool, subjectId };
}
