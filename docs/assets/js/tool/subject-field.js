// @ts-check
/**
 * Whom the answers are about. A known name leads to that subject; a new one names answers that have none;
 * over a subject with answers the reader says whether it is renamed or another one begins.
 */
import { ask } from "../elements/question.js";
import { countAnswers, saysNothing } from "../store/answer-record.js";
import { prefixOf } from "../store/first-edition.js";
import { nameKey, newSubject, nobody, tidyName } from "../store/subjects.js";
import { VisitMemory } from "../store/visit-memory.js";
import { isForeign } from "./standing.js";
import { sayOf } from "./telling.js";

/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Action} Action */
/** @typedef {import("./notices.js").Notices} Notices */
/**
 * @typedef {object} Parts
 * @property {HTMLInputElement | null} field
 * @property {string} tool
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {Notices} notices
 * @property {Words} words
 * @property {(subject: Subject) => Promise<boolean>} goTo shows what is kept about a subject, in place of what
 *   stands in the form; false where the reader, or the browser, did not let it
 */

const MATTER = "subject";

export class SubjectField {
  #parts;
  /** What this script wrote into the field, or has taken note of; anything else is being typed. */
  #known = "";
  /** @type {Promise<unknown>} the name that was typed last is dealt with */
  #chosen = Promise.resolve();
  /** @type {string | null} a name that is being written for answers that had none */
  #naming = null;
  #memory = new VisitMemory();

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal ends the page
   */
  constructor(parts, signal) {
    this.#parts = parts;
    addEventListener("pagehide", () => this.#remember(), { signal });
    signal.addEventListener("abort", () => this.#remember(), { once: true });
  }

  /** Where a name waits that was typed when the page was left, before anything could come of it. */
  get #key() {
    const { store, tool } = this.#parts;
    return `${prefixOf(store.site)}name:${tool}`;
  }

  #remember() {
    const { field, keeper } = this.#parts;
    void keeper.release(true);
    const name = tidyName(field?.value ?? "");
    const isWritten = this.#naming === null;
    if (keeper.state === "reading" || (isWritten && name === keeper.subject.name)) return;
    this.#memory.write(this.#key, JSON.stringify({ id: isWritten ? keeper.subject.id : "", name: this.#naming ?? name }));
  }

  /** Take up a name that was typed when the page before this one was left, about the same subject. */
  async takeUp() {
    const { field, keeper } = this.#parts;
    const text = this.#memory.read(this.#key);
    this.#memory.forget(this.#key);
    if (!field || !text) return;
    const { id, name } = JSON.parse(text);
    if (id !== keeper.subject.id || name === keeper.subject.name) return;
    field.value = name;
    await this.choose();
  }

  /** Take note of what the reader typed. */
  take() {
    this.#known = this.#parts.field?.value ?? "";
    return tidyName(this.#known);
  }

  /**
   * Take note of a name that was typed early, once it is whole.
   * @returns {Promise<string>}
   */
  async takeEarly() {
    const { field } = this.#parts;
    if (field?.matches(":focus") && field.value !== this.#known) {
      await new Promise((done) => field.addEventListener("blur", done, { once: true }));
    }
    return this.take();
  }

  /** Say whose answers stand in the form, unless the reader is saying it, and offer the names that are known. */
  async show() {
    const { field, keeper, store } = this.#parts;
    if (!field) return;
    if (field.value === this.#known) field.value = this.#known = keeper.subject.name;
    const known = await store.subjects(keeper.subject.kind);
    const options = (known.done ? known.result : []).map(({ name }) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    });
    field.list?.replaceChildren(...options);
  }

  /** Wait until the name that was typed last is dealt with. */
  async settled() {
    await this.#chosen.catch(() => undefined);
  }

  /** The reader has typed a name, or taken it away; the name before it is dealt with first. */
  choose() {
    const { keeper } = this.#parts;
    keeper.held.begin();
    const chosen = this.#chosen.catch(() => undefined).then(() => this.#choose()).finally(() => {
      if (this.#chosen === chosen) void keeper.release();
    });
    this.#chosen = chosen;
    return chosen;
  }

  async #choose() {
    const { keeper, store, answers } = this.#parts;
    // What was just taken in about it may be on its way still.
    await keeper.settled();
    const { subject: before } = keeper;
    const name = this.take();
    if (name === before.name) return this.show();
    if (name && before.id && nameKey(name) === nameKey(before.name)) return this.#rename(before, name);
    const known = await store.subjectNamed(before.kind, name);
    if (known.done && known.result?.id === before.id) keeper.nameSubject(known.result);
    else if (known.done && known.result) return this.#switch(known.result);
    if (keeper.subject.id !== before.id) return this.show();
    if (before.id) return this.#renameOrBegin(before, name);
    const isOwn = !answers.untouched && !isForeign(keeper.state);
    return isOwn ? this.#nameAnswers(name) : this.#begin(newSubject(before.kind, name));
  }

  /**
   * @param {Subject} subject
   */
  async #switch(subject) {
    const { keeper, answers, store, tool, notices, words, goTo } = this.#parts;
    const before = keeper.subject;
    if (!(await goTo(subject))) return this.show();
    // There is a way back to answers without a name only where some are kept.
    const left = before.id ? null : await store.kept(tool, "", before);
    const leavesNothing = left?.done && !left.result.draft;
    const answered = words.say("answered", { number: answers.untouched ? 0 : countAnswers(answers.read().input) });
    const back = { text: sayOf(words, "back-to", before), act: () => void this.#switch(before) };
    notices.show(MATTER, sayOf(words, "switched", subject, { answered }), leavesNothing ? [] : [back]);
  }

  /** @param {Subject} subject that this device does not know */
  async #begin(subject) {
    const { keeper, answers } = this.#parts;
    const isForeignAlone = isForeign(keeper.state) && saysNothing(keeper.own());
    if (!isForeignAlone && (keeper.subject.id || !answers.untouched)) return this.#switch(subject);
    // An example goes on standing there; it is not kept before it is changed.
    if (isForeignAlone) keeper.nameSubject(subject);
    else keeper.begin(subject, answers.untouched);
    return this.show();
  }

  /**
   * @param {Subject} before
   * @param {string} name that this device does not know
   */
  async #renameOrBegin(before, name) {
    const { store, words } = this.#parts;
    const used = await store.isUsed(before);
    if (used.done && !used.result) return this.#begin(newSubject(before.kind, name));
    const values = { before: before.name, subject: name };
    const choice = await ask({
      title: words.say("rename-title", values),
      text: words.say("rename-text", values),
      choices: [
        { name: "rename", text: words.say("rename-choice", values), leads: true },
        { name: "begin", text: words.say("anew-choice", values) },
        { name: "cancel", text: words.say("cancel") },
      ],
    });
    if (choice === "rename") return this.#rename(before, name);
    if (choice === "begin") return this.#switch(newSubject(before.kind, name));
    return this.show();
  }

  /**
   * @param {Subject} before
   * @param {string} name
   */
  async #rename(before, name) {
    const { keeper, store, notices, words } = this.#parts;
    const outcome = await store.rename(before, name);
    if (!outcome.done) return this.#refused();
    const { subject, taken } = outcome.result;
    if (taken) {
      const act = () => void this.#switch(taken);
      notices.show(MATTER, words.say("name-taken", { subject: taken.name }), {
        text: words.say("switch-to", { subject: taken.name }), act,
      });
      return this.show();
    }
    if (keeper.subject.id === subject.id) keeper.nameSubject(subject);
    const undo = { text: words.say("undo"), act: () => void this.#rename(subject, before.name) };
    notices.show(MATTER, words.say("renamed", { before: before.name, subject: subject.name }), undo);
    return this.show();
  }

  /** @param {string} name that this device does not know */
  async #nameAnswers(name) {
    const { keeper, store, tool, notices, words } = this.#parts;
    const subject = newSubject(keeper.subject.kind, name);
    // What is answered while this is written is about it already.
    keeper.nameSubject(subject);
    this.#naming = name;
    const outcome = await store.nameAnswers(tool, subject);
    this.#naming = null;
    if (!outcome.done) {
      if (keeper.subject.id === subject.id) keeper.nameSubject(nobody(subject.kind));
      return this.#refused();
    }
    await keeper.keep();
    const act = async () => {
      await keeper.settled();
      const undone = await store.unnameAnswers(tool, subject);
      if (!undone.done) return this.#refused();
      if (keeper.subject.id === subject.id) keeper.nameSubject(nobody(subject.kind));
      notices.withdraw(MATTER);
      await this.show();
    };
    notices.show(MATTER, words.say("named", { subject: name }), { text: words.say("undo"), act: () => void act() });
    return this.show();
  }

  /** The browser did not let it: everything is as it was, and the field says so. */
  #refused() {
    const { notices, words } = this.#parts;
    notices.show(MATTER, words.say("not-renamed"));
    return this.show();
  }
}
