// @ts-check
/** Says which result of the same day gave way to the one of the form, and lets the reader keep both. */
import { shownDay } from "../elements/shown-time.js";
import { toldIn } from "../elements/told.js";
import { randomId } from "../store/subjects.js";
import { about } from "./telling.js";

/** @typedef {import("../store/results.js").Recorded} Recorded */
/** @typedef {import("../store/results.js").Result} Result */
/**
 * @typedef {object} Parts
 * @property {string} tool
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("../store/answer-store.js").AnswerStore} store
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 * @property {() => void} changed called when the dated results are others than before
 */

const MATTER = "replaced";

export class ReplacedResults {
  #parts;
  /** The id of the result that follows the answers in the form: of that one no other gives way. */
  #own = "";

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    this.#parts = parts;
    parts.store.results.follow((recorded) => this.#hear(recorded), signal);
  }

  /** The form says something else: its next result is not the one of before. */
  forget() {
    this.#own = "";
  }

  /** @param {Recorded} recorded */
  #hear({ result, replaced }) {
    const { keeper, tool } = this.#parts;
    if (result.tool !== tool || result.subjectId !== keeper.subject.id) return;
    if (replaced && replaced.id !== this.#own) this.#tell(replaced);
    this.#own = result.id;
  }

  /** @param {Result} replaced */
  #tell(replaced) {
    const { keeper, notices, words } = this.#parts;
    const values = { about: about(words, keeper.subject), day: shownDay(replaced.saved), told: toldIn(replaced, words) };
    const { subject } = keeper;
    const keep = { text: words.say("result-keep-both"), act: () => void this.#keepBoth(replaced, subject) };
    notices.show(MATTER, words.say("result-replaced", values), keep);
  }

  /**
   * @param {Result} replaced
   * @param {import("../store/subjects.js").Subject} subject that it is about
   */
  async #keepBoth(replaced, subject) {
    const { notices, store, words, changed } = this.#parts;
    // Who presses twice gets it back once.
    notices.withdraw(MATTER);
    const outcome = await store.results.putBack({ ...replaced, id: randomId() }, subject);
    const day = shownDay(replaced.saved);
    notices.show(MATTER, words.say(outcome.done ? "result-both-kept" : "result-not-put-back", { day }));
    if (outcome.done) changed();
  }
}
