// @ts-check
/** What the reader of a tool's page can do: answer, score, go on later, begin again, take along. */
import { shownDay, shownTime } from "../elements/shown-time.js";
import { engine } from "../engine/client.js";
import { clearProblems, showProblems, updateProblems } from "../form/problems.js";
import { showBusy } from "./busy-sign.js";

/** @typedef {import("../store/answer-store.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./file-exchange.js").FileExchange} FileExchange */
/** @typedef {import("./file-exchange.js").Format} Format */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/** @typedef {import("./tool-report.js").ToolReport} ToolReport */
/** @typedef {import("./version-notices.js").VersionNotices} VersionNotices */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {ToolScoring} scoring
 * @property {ToolReport} report
 * @property {Notices} notices
 * @property {VersionNotices} versions
 * @property {FileExchange} files
 * @property {Failure} failure
 * @property {Words} words
 * @property {HTMLElement} errorSummary
 * @property {HTMLElement | null} saved says when the answers were kept
 * @property {HTMLElement | null} live shows the running result
 * @property {HTMLInputElement | null} subject
 * @property {() => void} changed called when a script changed the form
 */

export class ToolSession {
  #parts;
  /** @type {unknown} */
  #report = null;
  /** When the answers were kept, ISO 8601; empty where they are not. */
  #savedAt = "";
  /** Whether the form holds an example as it is. */
  #showsExample = false;
  /** Whether the reader wants a running result. */
  showsLive = false;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get hasReport() {
    return this.#report !== null;
  }

  /** Whether the page says what is wrong with the answers. */
  get hasProblems() {
    return !this.#parts.errorSummary.hidden;
  }

  /** Whether a reload would lose nothing of the reader's. */
  get isKept() {
    return this.#savedAt !== "" || this.#showsExample || this.#parts.answers.untouched;
  }

  /** Go on with the subject that was named before this script came, or answered last. */
  resume() {
    const { answers, subject } = this.#parts;
    const { early } = answers;
    this.resumeSubject(subject?.value.trim() || (answers.subjects()[0] ?? ""));
    if (early) this.keep();
  }

  /** @param {string} subject */
  resumeSubject(subject) {
    const { answers } = this.#parts;
    clearProblems(this.#parts.errorSummary);
    this.#forgetReport();
    this.#showsExample = false;
    const kept = answers.resume(subject);
    if (kept) this.#parts.versions.tell(kept.record, kept.match);
    this.#showSaved(kept?.match === "changed" ? null : (kept?.record ?? null));
    this.#showSubjects();
    this.#parts.changed();
    if (answers.scored) void this.rescore();
  }

  /**
   * Another subject was named: show what is kept about it, or begin with what stands in the form
   * when that had no name yet.
   * @param {string} subject
   */
  chooseSubject(subject) {
    const { answers } = this.#parts;
    if (subject === answers.subject) return;
    const known = answers.subjects().includes(subject);
    if (!known && answers.subject === "" && !answers.untouched) {
      answers.rename(subject);
      this.keep();
    } else {
      if (!known) answers.fillBlank();
      this.resumeSubject(subject);
    }
  }

  /** Keep what the form says now. */
  keep() {
    this.#showsExample = false;
    const { answers, saved, words } = this.#parts;
    const record = answers.keep();
    this.#showSaved(record);
    if (!record && saved) saved.textContent = words.say("not-saved");
    this.#showSubjects();
  }

  /**
   * Show the report because the reader asked for it, and keep the answers with it.
   * @param {HTMLElement} button that was pressed
   */
  async score(button) {
    if (await this.#showResult(button)) this.keep();
  }

  /**
   * @param {HTMLElement} button
   * @returns {Promise<boolean>} whether there is a report
   */
  async #showResult(button) {
    const { answers, report, errorSummary } = this.#parts;
    const given = answers.read();
    const answer = await this.#ask(given.input, button);
    if (!answer) return false;
    if (answer.error) {
      this.#forgetReport();
      showProblems(errorSummary, answer.error.problems, given.places, this.#parts.words);
      return false;
    }
    clearProblems(errorSummary);
    answers.scored = true;
    this.#show(answer);
    report.focus();
    report.scrollIntoView({ block: "start" });
    return true;
  }

  /** Make a report that is shown already, or the running result, say what the form says now. */
  async rescore() {
    const { answers, live, report, errorSummary, words } = this.#parts;
    report.markOld(true);
    const given = answers.read();
    const answer = await this.#ask(given.input);
    if (!answer) return;
    report.markOld(false);
    updateProblems(errorSummary, answer.error?.problems ?? [], given.places, words);
    if (answer.error) this.#forgetReport();
    else if (answers.scored) this.#show(answer);
    if (live && this.showsLive) this.#showLive(live, answer);
  }

  /** Forget the answers, once the reader has confirmed it. */
  startOver() {
    const { answers, words, errorSummary, notices } = this.#parts;
    if (!confirm(words.say("start-over-confirm"))) return;
    answers.clear();
    clearProblems(errorSummary);
    notices.withdrawAll();
    this.#forgetReport();
    this.#showSaved(null);
    this.#showSubjects();
    this.#parts.changed();
  }

  /**
   * Fill in an example; what the reader filled in earlier stays kept until the example is changed.
   * @param {Record<string, unknown>} input
   * @param {HTMLElement} button that was pressed
   */
  async showExample(input, button) {
    if (!this.#showsExample && !this.#mayReplace()) return;
    const { answers, errorSummary } = this.#parts;
    clearProblems(errorSummary);
    answers.fill(input);
    this.#showsExample = true;
    this.#parts.changed();
    this.#showSaved(null);
    await this.#showResult(button);
  }

  /**
   * Open a file of answers.
   * @param {HTMLElement} button that was pressed
   */
  async open(button) {
    if (!(await this.#parts.files.open(button, () => this.#mayReplace()))) return;
    this.keep();
    this.#parts.changed();
    await this.rescore();
  }

  offerAnswers() {
    this.#parts.files.offerAnswers(this.#report);
  }

  /**
   * @param {Format} format
   * @param {HTMLElement} button that was pressed
   */
  async offerReport(format, button) {
    const { files, failure } = this.#parts;
    try {
      await files.offerReport(format, this.#label());
    } catch (error) {
      console.error(error);
      await failure.show(button);
    }
  }

  /**
   * @param {unknown} input
   * @param {HTMLElement} [button] that was pressed: a sign beside it lasts as long as the work
   * @returns {Promise<Answer | null>} null when overtaken, or when there is no result; the page says so
   */
  async #ask(input, button) {
    const { scoring, failure, words } = this.#parts;
    const done = button && showBusy(button, words.say(engine.state === "ready" ? "working" : "engine-loading"));
    try {
      const answer = await scoring.scoreLatest(input, this.#label());
      if (answer) failure.hide();
      return answer;
    } catch (error) {
      console.error(error);
      this.#forgetResult();
      await failure.show(button);
      return null;
    } finally {
      done?.();
    }
  }

  /** @param {Answer} answer */
  #show({ document: blocks = [], report }) {
    this.#report = report;
    this.#parts.report.show(blocks);
  }

  #forgetReport() {
    this.#report = null;
    this.#parts.report.clear();
  }

  /** Show nothing that would look like the result of these answers. */
  #forgetResult() {
    this.#forgetReport();
    if (this.#parts.live) this.#parts.live.textContent = "";
  }

  /**
   * @param {HTMLElement} live
   * @param {Answer} answer
   */
  #showLive(live, { document: blocks = [] }) {
    const { words } = this.#parts;
    const summary = blocks.find((block) => block.kind === "summary");
    const shown = (/** @type {string} */ name) => String(summary?.[name] ?? "");
    const values = { score: shown("score"), unit: shown("unit"), band: shown("band") };
    live.textContent = values.score ? words.say("live", values) : words.say("live-none");
  }

  /** Whom the result is about, where the reader said so, and the day of the answers. */
  #label() {
    const day = shownDay(this.#savedAt || new Date().toISOString());
    return [this.#parts.answers.subject, day].filter(Boolean).join(" · ");
  }

  /** @param {AnswerRecord | null} record */
  #showSaved(record) {
    const { saved, words } = this.#parts;
    this.#savedAt = record?.saved ?? "";
    if (saved) saved.textContent = record ? words.say("saved", { time: shownTime(record.saved) }) : "";
  }

  #showSubjects() {
    const { subject, answers } = this.#parts;
    if (!subject) return;
    subject.value = answers.subject;
    const options = answers.subjects().filter(Boolean).map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    });
    subject.list?.replaceChildren(...options);
  }

  #mayReplace() {
    const { answers, words } = this.#parts;
    return answers.untouched || confirm(words.say("replace-confirm"));
  }
}
