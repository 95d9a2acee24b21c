// @ts-check
/** What the reader of a tool's page can do: answer, score, go on later, begin again, take along. */
import { askForFile } from "../elements/download.js";
import { oneAct } from "../elements/one-act.js";
import { ANSWER_FILES } from "../store/file-kind.js";
import { holdsLink } from "../store/share-link.js";
import { newSubject } from "../store/subjects.js";
import { mayLeave, mayShowExample } from "./asking.js";
import { seeRemoval } from "./other-windows.js";
import { isForeign, isRefusal } from "./standing.js";
import { startOver } from "./starting-over.js";
import { ASIDE } from "./waiting-aside.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("./acts.js").ToolActs} ToolActs */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./kept-signs.js").KeptSigns} KeptSigns */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./result.js").ToolResult} ToolResult */
/** @typedef {import("./subject-field.js").SubjectField} SubjectField */
/**
 * @typedef {object} Parts
 * @property {{ id: string, title: string }} tool
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {KeptSigns} signs
 * @property {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
 * @property {AnswerStore} store
 * @property {SubjectField} subjects
 * @property {ToolResult} result
 * @property {import("./coming-acts.js").ComingActs} acts
 * @property {import("./target-fields.js").TargetFields} targets
 * @property {import("./replaced-results.js").ReplacedResults} replaced
 * @property {Notices} notices
 * @property {Words} words
 * @property {() => void} changed called when a script changed the form
 */

/** Milliseconds after which a browser that has not said what it keeps is spoken of. */
const PATIENCE = 4000;

export class ToolSession {
  #parts;
  /** @type {Promise<unknown>} what is kept has come, or is late */
  #ready = Promise.resolve();
  #one = oneAct();

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  get result() {
    return this.#parts.result;
  }

  get acts() {
    return this.#parts.acts;
  }

  /** Whether a reload would lose nothing of the reader's. */
  get isKept() {
    return this.#parts.keeper.isKept;
  }

  /** Whether answers stand here that the browser refuses to keep. */
  get isRefused() {
    const { keeper } = this.#parts;
    return isRefusal(keeper.state) && !keeper.isKept;
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
    const { acts, keeper, store, subjects, signs, tool } = this.#parts;
    await store.open(kinds);
    void store.isBlank().then((isBlank) => isBlank ? null : acts.wait());
    const typed = await subjects.takeEarly();
    const { kind } = keeper.subject;
    const named = typed ? await store.subjectNamed(kind, typed) : await store.lastSubject(tool.id, kind);
    const subject = named.done ? named.result : null;
    await this.#goTo(subject ?? (typed ? newSubject(kind, typed) : keeper.subject));
    for (const leftover of store.leftovers(tool.id).slice(0, 1)) signs.showLeftover(leftover);
    void subjects.takeUp();
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
    const { acts, keeper, signs, subjects, notices } = this.#parts;
    const resumed = await keeper.resume(subject);
    if (!resumed) return false;
    for (const matter of ["damaged", "elsewhere", "link", "received", "replaced", "version"]) notices.withdraw(matter);
    notices.withdrawAll(ASIDE);
    const { kept: { draft, damaged, aside }, match } = resumed;
    const tell = (/** @type {ToolActs} */ { versions }) => {
      if (draft && keeper.subject.id === subject.id) versions.tell({ ...draft, subject: subject.name }, match);
    };
    if (draft && match !== "same") void acts.wait().then(tell);
    if (damaged) signs.showDamaged(damaged);
    for (const other of aside) signs.showAside(other, "aside");
    void subjects.show();
    this.refresh();
    return true;
  }

  /**
   * Ask before answers that are kept nowhere leave the form.
   * @returns {Promise<boolean>}
   */
  async mayLeave() {
    const { keeper, store, mark } = this.#parts;
    await keeper.settled();
    await seeRemoval(keeper, store, mark);
    await keeper.settled();
    if (keeper.isKept || !store.keeps) return true;
    return mayLeave({ ...this.#parts, offer: () => this.result.offerAnswers() });
  }

  /** The form says something else now, by no act of the reader in it. */
  refresh() {
    const { acts, answers, keeper, changed, notices, replaced, result, subjects } = this.#parts;
    result.drop();
    replaced.forget();
    acts.here?.refresh();
    // It says what stood in the form when that came.
    notices.withdraw("subject");
    changed();
    void subjects.show();
    void acts.here?.show();
    void this.#parts.targets.read().then(() => {
      if (keeper.scored && !answers.untouched) void result.renew();
    });
  }

  /** The reader has named a subject. */
  async chooseSubject() {
    const { acts, keeper, subjects } = this.#parts;
    await this.#ready;
    if (keeper.state === "reading") return;
    await subjects.choose();
    acts.here?.linked.letGo();
    await acts.here?.show();
  }

  /** Show what came with the link in the page's address, where there is one. */
  async openLink() {
    if (holdsLink(location.hash)) await (await this.acts.wait()).linked.open();
  }

  /** Keep what the form says now; a report that is shown is of before. */
  keep() {
    const { here } = this.acts;
    this.result.markOld();
    here?.comparison.markOld();
    const kept = this.#parts.keeper.keep();
    here?.linked.letGo();
    return kept;
  }

  /**
   * Show the report because the reader asked for it, and keep the answers with it.
   * @param {HTMLElement} button that was pressed
   */
  async score(button) {
    await this.#settled();
    const { keeper, targets } = this.#parts;
    await targets.ready;
    if ((await this.result.show(button)) && !isForeign(keeper.state)) await keeper.keep(this.result.told);
    await this.acts.here?.earlier.show();
  }

  /** Forget the answers, once the reader has confirmed it; tells whether the form is empty now. */
  startOver() {
    const back = () => this.#goTo(this.#parts.keeper.subject);
    const parts = { ...this.#parts, changed: () => this.refresh(), back, offer: () => this.result.offerAnswers() };
    return this.#askOnce(() => startOver(parts));
  }

  /**
   * Fill in an example; what the reader filled in stays kept, and is put aside when the example is changed.
   * @param {Record<string, unknown>} input
   * @param {HTMLElement} button that was pressed
   */
  async showExample(input, button) {
    if (await this.#askOnce(() => this.#fillIn(input))) await this.result.show(button);
  }

  /**
   * @param {Record<string, unknown>} input of an example
   * @returns {Promise<boolean>} whether the reader let it
   */
  async #fillIn(input) {
    const { acts, answers, keeper, result, changed, words } = this.#parts;
    const asks = !isForeign(keeper.state) && !answers.untouched;
    if (asks && !((await mayShowExample(words)) && (await this.mayLeave()))) return false;
    result.drop();
    keeper.showExample(input);
    acts.here?.linked.letGo();
    changed();
    return true;
  }

  /**
   * Compare with a file of answers, which is not kept.
   * @param {HTMLElement} button that was pressed
   */
  async compareWithFile(button) {
    await this.#withFile(button, async ({ comparison, opening }, file) => {
      const record = await opening.read(file, button);
      if (record) await comparison.show(record, button);
    });
  }

  /**
   * Open a file of answers.
   * @param {HTMLElement} button that was pressed
   */
  async open(button) {
    await this.#withFile(button, ({ opening }, file) => opening.open(file, button));
  }

  /**
   * Let the reader choose a file; a browser lets him only soon after his press, whatever comes later.
   * @param {HTMLElement} button that was pressed
   * @param {(acts: ToolActs, file: File) => Promise<void>} act
   */
  async #withFile(button, act) {
    await this.#settled();
    const file = await askForFile(ANSWER_FILES);
    const acts = file && (await this.acts.need(button));
    if (acts) await act(acts, file);
  }

  /** Wait until what is kept has come, and the name that was typed last is dealt with. */
  async #settled() {
    await this.#ready;
    await this.#parts.subjects.settled();
  }

  /**
   * Do what asks the reader first, once what is kept has come; not again while it is asking.
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<Result | undefined>}
   */
  #askOnce(act) {
    return this.#one(async () => {
      await this.#settled();
      return act();
    });
  }
}
