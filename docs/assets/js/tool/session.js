// @ts-check
/** What the reader of a tool's page can do: answer, score, go on later, begin again, take along. */
import { shownDay } from "../elements/shown-time.js";
import { engine } from "../engine/client.js";
import { clearProblems, showProblems, updateProblems } from "../form/problems.js";
import { sameAnswers } from "../store/answer-record.js";
import { newSubject } from "../store/subjects.js";
import { mayLeave, mayShowExample } from "./asking.js";
import { showBusy } from "./busy-sign.js";
import { showRunning } from "./running-result.js";
import { startOver } from "./starting-over.js";

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./file-exchange.js").FileExchange} FileExchange */
/** @typedef {import("./file-exchange.js").Format} Format */
/** @typedef {import("./file-import.js").FileImport} FileImport */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./kept-signs.js").KeptSigns} KeptSigns */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/** @typedef {import("./subject-field.js").SubjectField} SubjectField */
/** @typedef {import("./tool-report.js").ToolReport} ToolReport */
/** @typedef {import("./version-notices.js").VersionNotices} VersionNotices */
/**
 * @typedef {object} Parts
 * @property {{ id: string, title: string }} tool
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {KeptSigns} signs
 * @property {AnswerStore} store
 * @property {SubjectField} subjects
 * @property {ToolScoring} scoring
 * @property {ToolReport} report
 * @property {Notices} notices
 * @property {VersionNotices} versions
 * @property {FileExchange} files
 * @property {FileImport} opening
 * @property {Failure} failure
 * @property {Words} words
 * @property {HTMLElement} errorSummary
 * @property {HTMLElement | null} live shows the running result
 * @property {() => void} changed called when a script changed the form
 */

/** Milliseconds after which a browser that has not said what it keeps is spoken of. */
const PATIENCE = 4000;

export class ToolSession {
  #parts;
  /** @type {unknown} */
  #report = null;
  /** @type {Promise<unknown>} what is kept has come, or is late */
  #ready = Promise.resolve();
  /** Counts how often a script made the form say something else: a result of before is of no use then. */
  #turn = 0;
  /** Whether the reader waits for a result that he asked for. */
  #isAwaited = false;
  /** Whether the reader is being asked before everything changes. */
  #isAsking = false;
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
    return this.#parts.keeper.isKept;
  }

  /** Whether answers stand here that the browser refuses to keep. */
  get isRefused() {
    return this.#parts.keeper.isRefused;
  }

  /**
   * Go on with the subject that was named before the answers came, or worked on last.
   * @param {Readonly<Record<string, string>>} kinds tool -> the kind of its subjects
   */
  async resume(kinds) {
    const resumed = this.#resume(kinds);
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => this.#parts.signs.showLate());
    this.#ready = Promise.race([resumed, late]);
    await resumed;
  }

  /** @param {Readonly<Record<string, string>>} kinds */
  async #resume(kinds) {
    const { keeper, store, subjects, signs, tool } = this.#parts;
    await store.open(kinds);
    const typed = await subjects.takeEarly();
    const { kind } = keeper.subject;
    const named = typed ? await store.subjectNamed(kind, typed) : await store.lastSubject(tool.id, kind);
    const subject = named.done ? named.result : null;
    await this.#goTo(subject ?? (typed ? newSubject(kind, typed) : keeper.subject));
    for (const leftover of store.leftovers(tool.id).slice(0, 1)) signs.showLeftover(leftover);
  }

  /**
   * Show what is kept about another subject.
   * @param {Subject} subject
   * @returns {Promise<boolean>} false where the reader, or the browser, did not let it
   */
  async goTo(subject) {
    return (await this.mayLeave()) && (await this.#goTo(subject));
  }

  /** @param {Subject} subject */
  async #goTo(subject) {
    const { keeper, signs, subjects, versions, notices } = this.#parts;
    const resumed = await keeper.resume(subject);
    if (!resumed) return false;
    for (const matter of ["aside", "damaged", "elsewhere"]) notices.withdraw(matter);
    const { draft, damaged, aside } = resumed.kept;
    if (draft) versions.tell({ ...draft, subject: subject.name }, resumed.match);
    if (damaged) signs.showDamaged(damaged);
    if (aside[0]) signs.showAside(aside[0], "aside");
    void subjects.show();
    this.refresh();
    return true;
  }

  /**
   * Ask before answers that are kept nowhere leave the form.
   * @returns {Promise<boolean>}
   */
  async mayLeave() {
    const { keeper, store } = this.#parts;
    await keeper.settled();
    await keeper.verify();
    if (keeper.isKept || !store.keeps) return true;
    return mayLeave({ ...this.#parts, offer: () => this.offerAnswers() });
  }

  /** The form says something else now, by no act of the reader in it. */
  refresh() {
    const { answers, keeper, changed, errorSummary, subjects } = this.#parts;
    this.#turn += 1;
    this.#forgetReport();
    clearProblems(errorSummary);
    changed();
    void subjects.show();
    if (keeper.scored && !answers.untouched) void this.rescore();
  }

  /** The reader has named a subject. */
  async chooseSubject() {
    const { keeper, subjects } = this.#parts;
    await this.#ready;
    if (keeper.state !== "reading") await subjects.choose();
  }

  /** Keep what the form says now; a report that is shown is of before. */
  keep() {
    if (this.hasReport) this.#parts.report.markOld(true);
    return this.#parts.keeper.keep();
  }

  /**
   * Show the report because the reader asked for it, and keep the answers with it.
   * @param {HTMLElement} button that was pressed
   */
  async score(button) {
    if ((await this.#showResult(button)) && this.#parts.keeper.state !== "example") await this.#parts.keeper.keep();
  }

  /**
   * @param {HTMLElement} button
   * @returns {Promise<boolean>} whether there is a report
   */
  async #showResult(button) {
    const { answers, report, errorSummary } = this.#parts;
    const turn = this.#turn;
    const given = answers.read();
    this.#isAwaited = true;
    const answer = await this.#ask(given.input, button);
    if (!answer || turn !== this.#turn) return false;
    // What was changed in the meantime counts.
    if (!sameAnswers(given, answers.read())) return this.#showResult(button);
    if (answer.error) {
      this.#forgetReport();
      showProblems(errorSummary, answer.error.problems, given.places, this.#parts.words);
      return false;
    }
    clearProblems(errorSummary);
    this.#show(answer);
    report.focus();
    report.scrollIntoView({ block: "start" });
    return true;
  }

  /** Make a report that is shown already, or the running result, say what the form says now. */
  async rescore() {
    const { answers, keeper, live, report, errorSummary, words } = this.#parts;
    report.markOld(true);
    const turn = this.#turn;
    const given = answers.read();
    const answer = await this.#ask(given.input);
    // What was changed in the meantime is on its way to the engine.
    if (!answer || turn !== this.#turn || !sameAnswers(given, answers.read())) return;
    report.markOld(false);
    updateProblems(errorSummary, answer.error?.problems ?? [], given.places, words);
    if (answer.error) this.#forgetReport();
    else if (keeper.scored || this.#isAwaited) this.#show(answer);
    if (live && this.showsLive) showRunning(live, answer, words);
  }

  /** Forget the answers, once the reader has confirmed it. */
  startOver() {
    const parts = { ...this.#parts, changed: () => this.refresh(), offer: () => this.offerAnswers() };
    return this.#askOnce(() => startOver(parts));
  }

  /**
   * Fill in an example; what the reader filled in stays kept, and is put aside when the example is changed.
   * @param {Record<string, unknown>} input
   * @param {HTMLElement} button that was pressed
   */
  async showExample(input, button) {
    if (await this.#askOnce(() => this.#fillIn(input))) await this.#showResult(button);
  }

  /**
   * @param {Record<string, unknown>} input of an example
   * @returns {Promise<boolean>} whether the reader let it
   */
  async #fillIn(input) {
    const { answers, keeper, errorSummary, changed, words } = this.#parts;
    const asks = keeper.state !== "example" && !answers.untouched;
    if (asks && !((await mayShowExample(words)) && (await this.mayLeave()))) return false;
    this.#turn += 1;
    clearProblems(errorSummary);
    keeper.showExample(input);
    changed();
    return true;
  }

  /**
   * Open a file of answers.
   * @param {HTMLElement} button that was pressed
   */
  async open(button) {
    await this.#ready;
    await this.#parts.opening.open(button);
  }

  /** Offer the answers, with the report where it is theirs. */
  offerAnswers() {
    this.#parts.files.offerAnswers(this.#parts.report.isOld ? null : this.#report);
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
   * Do what asks the reader first, once what is kept has come; not again while it is asking.
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<Result | undefined>}
   */
  async #askOnce(act) {
    if (this.#isAsking) return undefined;
    this.#isAsking = true;
    try {
      await this.#ready;
      return await act();
    } finally {
      this.#isAsking = false;
    }
  }

  /**
   * @param {unknown} input
   * @param {HTMLElement} [button] that was pressed: a sign beside it lasts as long as the work
   * @returns {Promise<Answer | null>} null when overtaken, or when there is no result; the page says so
   */
  async #ask(input, button) {
    const { scoring, failure, live, words } = this.#parts;
    const done = button && showBusy(button, words.say(engine.state === "ready" ? "working" : "engine-loading"));
    try {
      const answer = await scoring.scoreLatest(input, this.#label());
      if (answer) failure.hide();
      return answer;
    } catch (error) {
      console.error(error);
      // Nothing that would look like the result of these answers.
      this.#forgetReport();
      live?.replaceChildren();
      await failure.show(button);
      return null;
    } finally {
      done?.();
    }
  }

  /** @param {Answer} answer */
  #show({ document: blocks = [], report }) {
    this.#report = report;
    this.#isAwaited = false;
    this.#parts.keeper.scored = true;
    this.#parts.report.show(blocks);
  }

  #forgetReport() {
    this.#report = null;
    this.#isAwaited = false;
    this.#parts.report.clear();
  }

  /** Whom the result is about, where the reader said so, and the day of the answers. */
  #label() {
    const { keeper } = this.#parts;
    const day = shownDay(keeper.saved || new Date().toISOString());
    return [keeper.subject.name, day].filter(Boolean).join(" · ");
  }
}
