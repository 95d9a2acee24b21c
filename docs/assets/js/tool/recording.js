// @ts-check
/**
 * Keeps each result that was shown among the dated results of its subject; never one of an example. The one that
 * the reader asked for is kept with its answers already; this one serves those that follow the answers.
 */
import { sameAnswers } from "../store/answer-record.js";

/** @typedef {import("../store/answer-record.js").Given} Given */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/results.js").Told} Told */
/** @typedef {import("./keeper.js").Keeper} Keeper */

export class ResultRecorder {
  #keeper;
  #store;
  #recorded;

  /**
   * @param {Keeper} keeper
   * @param {AnswerStore} store
   * @param {() => void} recorded called when the dated results are others than before
   */
  constructor(keeper, store, recorded) {
    this.#keeper = keeper;
    this.#store = store;
    this.#recorded = recorded;
  }

  /**
   * @param {Given} given what the result is of
   * @param {Told | undefined} told
   */
  async record(given, told) {
    const keeper = this.#keeper;
    await keeper.settled();
    const { subject, stamp, ...answers } = keeper.standing();
    // What is changed while another subject is being named is no result of this one.
    if (!told || keeper.state !== "kept" || keeper.held.isWaiting || !sameAnswers(given, answers)) return;
    const outcome = await this.#store.results.record({ ...answers, subjectId: subject.id, stamp: stamp ?? "" }, told);
    if (outcome.done) this.#recorded();
  }
}
