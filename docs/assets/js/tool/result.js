// @ts-check
/** The result of one tool's form: asked of the engine, shown, renewed, taken along; never that of another form. */
import { bringIntoView, isInField } from "../elements/focus.js";
import { engine } from "../engine/client.js";
import { clearProblems, showProblems, updateProblems } from "../form/problems.js";
import { sameAnswers } from "../store/answer-record.js";
import { showBusy } from "./busy-sign.js";
import { showRunning } from "./running-result.js";
import { nameOf } from "./standing.js";
import { labelOf } from "./telling.js";

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./file-exchange.js").FileExchange} FileExchange */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/** @typedef {import("./tool-report.js").ToolReport} ToolReport */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {ToolScoring} scoring
 * @property {ToolReport} report
 * @property {FileExchange} files
 * @property {Failure} failure
 * @property {import("./recording.js").ResultRecorder} recorder
 * @property {Words} words
 * @property {HTMLElement} errorSummary
 * @property {HTMLElement | null} live shows the running result
 */

export class ToolResult {
  #parts;
  /** @type {unknown} */
  #report = null;
  /** @type {import("../store/results.js").Told | undefined} */
  #told;
  /** Counts how often a script made the form say something else: a result of before is of no use then. */
  #turn = 0;
  /** Whether the reader waits for a result that he asked for. */
  #isAwaited = false;
  /** Whether the reader wants a running result. */
  showsLive = false;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Whether the page shows a result, or what is wrong with the answers: both follow the answers. */
  get isTold() {
    return this.#report !== null || !this.#parts.errorSummary.hidden;
  }

  /** How lists tell the result that is shown, to be kept with its answers. */
  get told() {
    return this.#told && { told: this.#told };
  }

  /** The reader has changed something: what is shown is of before. */
  markOld() {
    if (this.#report !== null) this.#parts.report.markOld(true);
  }

  /** A script made the form say something else: whatever was shown, or is on its way, is of no use. */
  drop() {
    this.#turn += 1;
    this.#forget();
    clearProblems(this.#parts.errorSummary);
  }

  /**
   * Show the report because the reader asked for it.
   * @param {HTMLElement} [button] that was pressed
   * @returns {Promise<boolean>} whether there is one
   */
  async show(button) {
    const { answers, live, report, errorSummary, words } = this.#parts;
    const turn = this.#turn;
    const given = answers.read();
    this.#isAwaited = true;
    const answer = await this.#ask(given.input, button);
    if (!answer || turn !== this.#turn) return false;
    // What was changed in the meantime counts.
    if (!sameAnswers(given, answers.read())) return this.show(button);
    if (live && this.showsLive) showRunning(live, answer, words);
    if (answer.error) {
      this.#forget();
      showProblems(errorSummary, answer.error.problems, given.places, words);
      return false;
    }
    clearProblems(errorSummary);
    this.#take(answer, given);
    // Who has begun to fill in before it came unasked stays where he is.
    if (button || !isInField()) bringIntoView(report);
    return true;
  }

  /**
   * Make a report that is shown already, or the running result, say what the form says now; not while the reader
   * waits for a result, which will say that anyway.
   * @returns {Promise<void>}
   */
  async renew() {
    if (this.#isAwaited) return;
    const { answers, keeper, live, report, errorSummary, words } = this.#parts;
    report.markOld(true);
    const turn = this.#turn;
    const given = answers.read();
    const answer = await this.#ask(given.input);
    if (!answer || turn !== this.#turn) return;
    if (!sameAnswers(given, answers.read())) return this.renew();
    report.markOld(false);
    updateProblems(errorSummary, answer.error?.problems ?? [], given.places, words);
    if (answer.error) this.#forget();
    else if (keeper.scored) this.#take(answer, given);
    if (live && this.showsLive) showRunning(live, answer, words);
  }

  /** Offer the answers, with the report where it is theirs. */
  offerAnswers() {
    const { files, report } = this.#parts;
    files.offerAnswers(report.isOld ? null : this.#report);
  }

  /**
   * @param {unknown} input
   * @param {HTMLElement} [button] that was pressed: a sign beside it lasts as long as the work
   * @returns {Promise<Answer | null>} null when overtaken, or when there is no result; the page says so
   */
  async #ask(input, button) {
    const { keeper, scoring, failure, live, words } = this.#parts;
    const done = button && showBusy(button, words.say(engine.state === "ready" ? "working" : "engine-loading"));
    try {
      const answer = await scoring.scoreLatest(input, labelOf(words, keeper), nameOf(keeper));
      if (answer) failure.hide();
      return answer;
    } catch (error) {
      console.error(error);
      // Nothing that would look like the result of these answers.
      this.#forget();
      live?.replaceChildren();
      await failure.show(button);
      return null;
    } finally {
      done?.();
    }
  }

  /**
   * @param {Answer} answer
   * @param {import("../store/answer-record.js").Given} given
   */
  #take({ document: blocks = [], report, told }, given) {
    this.#report = report;
    this.#told = /** @type {import("../store/results.js").Told | undefined} */ (told);
    this.#isAwaited = false;
    this.#parts.keeper.scored = true;
    this.#parts.report.show(blocks);
    this.#announce();
    void this.#parts.recorder.record(given, this.#told);
  }

  #forget() {
    this.#report = null;
    this.#isAwaited = false;
    this.#parts.report.clear();
    this.#announce();
  }

  /** Tell the page which result it shows now; null where there is none. */
  #announce() {
    this.#parts.report.dispatchEvent(new CustomEvent("resultchange", { bubbles: true, detail: this.#report }));
  }
}
