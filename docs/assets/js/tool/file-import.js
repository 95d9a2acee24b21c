// @ts-check
/** Opens a file of answers: refused in words where it does not fit, and never over other answers unasked. */
import { shownTime } from "../elements/shown-time.js";
import { LARGEST, firstPlaces, readAnswers } from "../store/answer-file.js";
import { saysNothing } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { isWorkbook, textOf } from "../store/file-kind.js";
import { newSubject, nobody, tidyName } from "../store/subjects.js";
import { mayReplace, whenAnswered } from "./replacing.js";
import { about } from "./telling.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./standing.js").Standing} Standing */
/** @typedef {import("./version-notices.js").VersionNotices} VersionNotices */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {DefinitionMark} mark of the definition that the page shows
 * @property {Notices} notices
 * @property {VersionNotices} versions
 * @property {Words} words
 * @property {import("./scoring.js").ToolScoring} scoring has the definition of the tool
 * @property {import("./failure.js").Failure} failure
 * @property {import("../form/numbers.js").Marks} marks how the page's language writes numbers
 * @property {import("../sheets/answer-sheet.js").Parts["choices"]} choices words of every language that a sheet may hold
 * @property {(subject: import("../store/subjects.js").Subject) => Promise<boolean>} goTo shows what is kept about another subject
 * @property {() => void} changed called when the form says something else
 */

const MATTER = "file";
const DATE = "file-date";
/** The cells of an answer sheet that could not be read. */
const CELLS = "cells";

export class FileImport {
  #parts;
  /** Whether the file says when it was answered. */
  #isDated = true;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Fill in what a file holds, and say beside the button what came of it.
   * @param {File} file
   * @param {HTMLElement} button
   */
  async open(file, button) {
    const { versions, keeper, goTo } = this.#parts;
    const record = await this.read(file, button);
    if (!record) return;
    const matched = match(record, this.#parts.mark);
    if (matched !== "changed" && !this.#fits(record, button)) return;
    const target = await this.#target(record, button);
    if (!target || (matched !== "changed" && !(await mayReplace(this.#parts.words, record, target, this.#isDated)))) return;
    if (target.subject.id !== keeper.subject.id && !(await goTo(target.subject))) return;
    if (matched !== "changed") await this.#take(record, target, button);
    versions.tell(record, matched, { button, isFile: true });
  }

  /**
   * @param {File} file
   * @param {HTMLElement} button beside which a refusal stands
   * @returns {Promise<AnswerRecord | null>} null where it was refused
   */
  async read(file, button) {
    for (const matter of [MATTER, DATE, CELLS, "version"]) this.#parts.notices.withdraw(matter);
    if (file.size > LARGEST) return this.#refuse("import-too-large", button);
    const text = (await isWorkbook(file)) ? await this.#openSheet(file, button) : ((await textOf(file)) ?? "");
    return text === null ? null : this.#read(text, button);
  }

  /**
   * @param {File} file an answer sheet
   * @param {HTMLElement} button
   * @returns {Promise<string | null>} a file of answers; null where it holds none
   */
  async #openSheet(file, button) {
    const { notices, mark, scoring, failure } = this.#parts;
    const definitionOf = async (/** @type {string} */ tool) => (tool === mark.tool ? scoring.definition() : null);
    try {
      const { openSheet } = await import("../sheets/answer-sheet.js");
      const { text, told } = await openSheet(file, { ...this.#parts, definitionOf });
      if (told.length) notices.show(CELLS, told.join("\n"), [], button);
      return text || null;
    } catch (error) {
      console.error(error);
      await failure.show(button);
      return null;
    }
  }

  /**
   * @param {string} text
   * @param {HTMLElement} button
   * @returns {AnswerRecord | null} null where it was refused
   */
  #read(text, button) {
    const content = readAnswers(text, this.#parts.mark.tool);
    if (content.is === "no-answers") return this.#refuse("import-failed", button);
    if (content.is === "other-tool") return this.#refuse("import-other-tool", button, { tool: content.tool });
    if (content.is === "damaged") return this.#refusePlaces(content.places, button);
    const { notices, words } = this.#parts;
    this.#isDated = !content.ahead;
    if (content.ahead) notices.show(DATE, words.say("import-ahead", { time: shownTime(content.ahead) }));
    return content.record;
  }

  /**
   * @param {AnswerRecord} record
   * @param {HTMLElement} button
   */
  #fits(record, button) {
    const { answers } = this.#parts;
    if (!answers.hasRoomFor(record)) return Boolean(this.#refuse("import-too-large", button));
    const lost = answers.whatIsLost(record);
    return !lost.length || Boolean(this.#refusePlaces(lost, button));
  }

  /**
   * Whom the file is about, and what is kept about that subject.
   * @param {AnswerRecord} record
   * @param {HTMLElement} button
   * @returns {Promise<Standing | null>} null where the browser does not say
   */
  async #target({ subject: name }, button) {
    const { keeper, store, mark, answers } = this.#parts;
    await keeper.settled();
    const { kind } = keeper.subject;
    const known = await store.subjectNamed(kind, name);
    const subject = (known.done && known.result) || (tidyName(name) ? newSubject(kind, name) : nobody(kind));
    const nothing = { input: {}, notes: {} };
    if (subject.id === keeper.subject.id) return { ...keeper.own(), ...(answers.untouched && nothing) };
    const kept = await store.kept(mark.tool, mark.version, subject);
    if (!kept.done) return this.#refuse("import-refused", button);
    return { ...mark, ...nothing, saved: "", scored: false, stamp: null, ...kept.result.draft, subject };
  }

  /**
   * @param {AnswerRecord} record
   * @param {Standing} target what stood in the form; it is put aside
   * @param {HTMLElement} button
   */
  async #take({ input, notes, saved, scored, respondent = "", occasion = "" }, target, button) {
    const { keeper, notices, words, changed } = this.#parts;
    await keeper.stand({ ...target, input, notes, saved, scored, respondent, occasion }, { puttingAside: true });
    changed();
    const values = { about: about(words, target.subject), file: whenAnswered(words, { input, saved }) };
    const kept = saysNothing(target) ? "" : whenAnswered(words, target);
    notices.show(MATTER, words.say(kept ? "imported-over" : "imported", { ...values, kept }), [], button);
  }

  /**
   * @param {readonly string[]} places
   * @param {HTMLElement} button
   */
  #refusePlaces(places, button) {
    return this.#refuse("import-damaged", button, { places: firstPlaces(places) });
  }

  /**
   * @param {string} key
   * @param {HTMLElement} button
   * @param {Record<string, string>} [values]
   */
  #refuse(key, button, values) {
    const { notices, words } = this.#parts;
    notices.show(MATTER, words.say(key, values), [], button);
    return null;
  }
}
