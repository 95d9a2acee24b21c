// @ts-check
/**
 * Keeps what one tool's form says on this device, about one subject at a time, and notices what other
 * windows do to it. Nothing that this window has not seen is overwritten.
 */
import { sameAnswers } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { nobody } from "../store/subjects.js";
import { HeldChanges } from "./held-changes.js";
import { hidden, isForeign, isNews, isRefusal, now } from "./standing.js";
import { WaitingAside } from "./waiting-aside.js";

/** @typedef {import("../store/answer-record.js").Draft} Draft */
/** @typedef {import("../store/drafts.js").Writing} Writing */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("./standing.js").Standing} Standing */

export class Keeper {
  #answers;
  #mark;
  #store;
  /** @type {import("./standing.js").Page} */
  #page;
  /** @type {import("../store/answer-record.js").Given | null} what #saved belongs to */
  #given = null;
  #saved = "";
  /** @type {string | null} the stamp of the record that this window saw last */
  #seen = null;
  /** @type {import("./standing.js").State} */
  #state = "reading";
  #writing = 0;
  #resumes = 0;
  /** @type {Promise<unknown>} */
  #lastWrite = Promise.resolve();
  /** @type {Standing | null} what stood here before other windows began to replace it */
  #before = null;
  waiting = new WaitingAside();
  /** @type {Subject} */
  subject;
  /** What is changed from its begin to release: it is about whoever is being named. */
  held;
  /** Whether the report was shown for these answers. */
  scored = false;

  /**
   * @param {import("./answers.js").ToolAnswers} answers
   * @param {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
   * @param {string} kind of the tool's subjects
   * @param {import("../store/answer-store.js").AnswerStore} store
   * @param {import("./standing.js").Page} page
   */
  constructor(answers, mark, kind, store, page) {
    this.#answers = answers;
    this.held = new HeldChanges(answers);
    this.#mark = mark;
    this.#store = store;
    this.#page = page;
    this.subject = nobody(kind);
  }

  get state() {
    return this.#state;
  }

  /** The moment of the last changed answer, ISO 8601; empty where nothing was given. */
  get saved() {
    return this.#saved;
  }

  /** Whether leaving the page would lose nothing of the reader's. */
  get isKept() {
    return this.#answers.untouched || isForeign(this.#state) || ["kept", "nothing"].includes(this.#state);
  }

  /** @returns {Standing} what the form says now */
  standing() {
    const { places: _places, ...given } = this.#answers.read();
    const saved = isNews(given, this.#given) ? now() : this.#saved;
    return { ...this.#mark, subject: this.subject, saved, ...given, scored: this.scored, stamp: this.#seen };
  }

  /** @returns {Standing} what is the reader's own: where the form shows something foreign, what that hides */
  own() {
    return isForeign(this.#state) ? hidden(this.standing(), this.waiting.latest) : this.standing();
  }

  /**
   * Keep what waited, about the subject in the form.
   * @param {boolean} [isLeft] whether nobody will know any more whom it was about: then what it changes is put aside
   */
  async release(isLeft = false) {
    const before = this.held.end();
    if (before && isLeft && !isForeign(this.#state)) this.waiting.add({ ...this.#draft(), ...before, saved: this.#saved });
    if (before) await this.keep();
  }

  /**
   * Go on with what is kept about a subject; what was filled in before that came joins it.
   * @param {Subject} subject
   * @returns {Promise<{ kept: import("../store/drafts.js").Kept, match: import("../store/definition-match.js").Match } | null>} null where the
   *   browser does not say, or where another call overtook this one: then the form stays as it is
   */
  async resume(subject) {
    const call = ++this.#resumes;
    const isFirst = this.#state === "reading";
    const outcome = await this.#store.kept(this.#mark.tool, this.#mark.version, subject);
    if (call !== this.#resumes) return null;
    if (!outcome.done) this.#become(outcome.reason);
    if (!outcome.done) return null;
    const carried = this.held.take();
    if (!isFirst) this.#answers.fillBlank();
    return this.#take(subject, outcome.result, carried);
  }

  /**
   * @param {Subject} subject
   * @param {import("../store/drafts.js").Kept} kept
   * @param {ReturnType<HeldChanges["take"]>} carried
   */
  async #take(subject, kept, carried) {
    const { draft } = kept;
    const matched = draft ? match(draft, this.#mark) : "same";
    const fitting = ["same", "recomputed"].includes(matched) ? draft : null;
    const { holds, early } = this.#answers.join(fitting, carried);
    const taken = holds ? fitting : null;
    this.#goOn(subject, { scored: false, saved: "", ...taken }, taken?.version === this.#mark.version ? taken.stamp : null);
    // What gave way to something that was filled in early, unseen.
    this.waiting = new WaitingAside(early && taken && !this.#answers.says(taken) ? [taken] : []);
    // What was filled in early is news.
    if (early) this.#given = taken ?? { input: {}, notes: {} };
    this.#become(!this.#store.keeps ? "blocked" : taken ? "kept" : "nothing");
    if (early) await this.keep();
    const after = early ? await this.#store.kept(this.#mark.tool, this.#mark.version, this.subject) : null;
    const { aside } = after?.done ? after.result : kept;
    return { kept: { draft: holds ? draft : null, damaged: holds ? kept.damaged : draft, aside }, match: matched };
  }

  /**
   * Keep what the form says now, unless the reader is to be asked first.
   * @param {Pick<Writing, "insist" | "instead" | "told">} [how]
   */
  async keep(how = {}) {
    if (this.#state === "reading" || (this.#state === "removed" && !how.insist) || this.held.hold()) return;
    const { input, notes } = this.#answers.read();
    if (isNews({ input, notes }, this.#given)) {
      this.#saved = now();
      this.#before = null;
    }
    this.#given = { input, notes };
    this.#saved ||= now();
    await this.#write(how);
  }

  /**
   * Show an example, or what came with a link; what stood here stays kept until that is changed.
   * @param {Record<string, unknown>} input
   * @param {"example" | "shared"} [what]
   * @param {string} [saved] the moment of what came with a link; an example has none
   */
  showExample(input, what = "example", saved = "") {
    this.#giveWay();
    this.#answers.fill({ input, notes: {} });
    this.#given = this.#answers.read();
    this.#saved = saved;
    this.#become(what);
  }

  /**
   * Make the form say something else, and keep that.
   * @param {Standing} standing its stamp is that of the record which it may take the place of
   * @param {{ instead?: import("../store/answer-record.js").AsideDraft | null, puttingAside?: boolean }} [how]
   * @returns {Promise<import("../store/answer-record.js").AsideDraft | null>} what was put aside, where it was
   */
  async stand({ subject, saved, scored, stamp, ...given }, { instead, puttingAside } = {}) {
    if (puttingAside) this.#giveWay();
    this.waiting.drop({ ...given, subjectId: subject.id });
    this.#answers.fill(given);
    this.#goOn(subject, { scored, saved: saved || now() }, subject.id === this.subject.id ? this.#seen : stamp);
    return this.#write({ insist: true, ...(instead && { instead }) });
  }

  /**
   * Back to the page as it came, with nothing kept.
   * @param {Subject} subject
   * @param {boolean} [isBlank] whether it is so already; who answers, and when, may stand there
   */
  begin(subject, isBlank) {
    this.#resumes += 1;
    if (!isBlank) this.#answers.fillBlank();
    this.#goOn(subject, { scored: false, saved: "" }, null);
    this.waiting = new WaitingAside();
    this.#become(this.#store.keeps ? "nothing" : "blocked");
  }

  /** @param {Subject} subject whom the answers are about now, or how it is called now */
  nameSubject(subject) {
    this.subject = subject;
    this.#store.workOn(this.#mark.tool, subject);
  }

  /** Wait until everything was written, or refused. */
  async settled() {
    for (let last; last !== this.#lastWrite; ) await (last = this.#lastWrite);
  }

  /** Another window removed the record that this one had kept. */
  noticeRemoval() {
    if (!["kept", "removed"].includes(this.#state)) return;
    return this.#answers.untouched ? this.begin(nobody(this.subject.kind)) : this.#hasGone();
  }

  /**
   * Take over what another window wrote, where this one has nothing that is not kept.
   * @param {Draft} draft
   * @param {Subject} subject
   */
  follow(draft, subject) {
    const before = this.standing();
    const isSame = sameAnswers(before, draft);
    const mayFollow = ["kept", "nothing"].includes(this.#state) || (this.#state === "removed" && isSame);
    if (!mayFollow || this.held.isWaiting || draft.version !== this.#mark.version || draft.stamp === this.#seen) return;
    const first = this.#before ?? before;
    this.#answers.fill(draft);
    this.#goOn(subject, draft, draft.stamp);
    this.#become("kept");
    this.#page.subjectChanged();
    if (isSame) return;
    this.#before = first;
    this.#page.replacedElsewhere(first, draft);
  }

  /**
   * @param {Pick<Writing, "insist" | "instead" | "told">} how
   * @returns {Promise<import("../store/answer-record.js").AsideDraft | null>} what was put aside as the form asked
   */
  #write(how) {
    const { subject } = this;
    const puttingAside = this.waiting.all;
    this.#writing += 1;
    if (!isRefusal(this.#state)) this.#become("writing");
    const draft = this.#draft(this.#store.newStamp());
    const writing = { draft, subject, seen: this.#seen, puttingAside, ...how };
    const written = this.#store.write(writing).then((outcome) => {
      this.#writing -= 1;
      const isHere = subject.id === this.subject.id;
      if (!outcome.done) this.#become(outcome.reason);
      else if (outcome.result.removed && isHere) this.#hasGone();
      if (!outcome.done || outcome.result.removed) return null;
      puttingAside.forEach((each) => this.waiting.drop(each));
      if (isHere) {
        this.nameSubject(outcome.result.subject);
        this.#seen = outcome.result.draft.stamp;
        if (!this.#store.keeps) this.#become("blocked");
        else if (!this.#writing) this.#become("kept");
      }
      const { other, isOwn } = outcome.result;
      if (other) this.#page.putAside(other, isOwn);
      return isOwn ? other : null;
    });
    return (this.#lastWrite = written);
  }

  /**
   * Go on from what the form says now.
   * @param {Subject} subject
   * @param {{ scored: boolean, saved: string }} record
   * @param {string | null} seen the stamp of the record that this is, where it is one
   */
  #goOn(subject, { scored, saved }, seen) {
    this.nameSubject(subject);
    this.scored = scored;
    this.#given = this.#answers.read();
    this.#saved = saved;
    this.#seen = seen;
    this.#before = null;
  }

  #hasGone() {
    if (this.#state === "removed") return;
    this.#become("removed");
    this.#page.removedElsewhere();
  }

  /** What stands in the form goes, and is put aside with the next write. */
  #giveWay() {
    if (!isForeign(this.#state) && !this.#answers.untouched) this.waiting.add(this.#draft());
  }

  /** @returns {Draft} */
  #draft(stamp = "") {
    const { subject, stamp: _seen, ...answers } = this.standing();
    return { ...answers, subjectId: subject.id, stamp };
  }

  /** @param {import("./standing.js").State} state */
  #become(state) {
    this.#state = state;
    this.#page.stateChanged();
  }
}
