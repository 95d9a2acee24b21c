// @ts-check
/** Opens a file of answers: refused in words where it does not fit, and never over other answers unasked. */
import { askForFile } from "../elements/download.js";
import { ask } from "../elements/question.js";
import { shownTime } from "../elements/shown-time.js";
import { readAnswers } from "../store/answer-file.js";
import { countAnswers, sameAnswers, saysNothing } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { newSubject, nobody, tidyName } from "../store/subjects.js";
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
 * @property {() => Promise<boolean>} mayLeave asks the reader where the answers in the form are kept nowhere
 * @property {() => void} changed called when the form says something else
 */

/** Bytes. The largest tool with every row filled in, and its report, stay far below. */
const LARGEST = 5 * 2 ** 20;
/** Characters of a subject's name. */
const LONGEST_NAME = 80;
/** How many of the places that do not fit are named. */
const NAMED = 3;
const MATTER = "file";

export class FileImport {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Let the reader choose a file, and say beside the button what came of it.
   * @param {HTMLElement} button
   */
  async open(button) {
    const { versions } = this.#parts;
    const record = await this.choose(button);
    if (!record) return;
    const matched = match(record, this.#parts.mark);
    if (matched === "changed") return versions.tell(record, matched, button);
    if (!this.#fits(record, button)) return;
    const target = await this.#target(record, button);
    if (!target || !(await this.#mayTake(record, target))) return;
    await this.#take(record, target, button);
    versions.tell(record, matched);
  }

  /**
   * Let the reader choose a file, and read it.
   * @param {HTMLElement} button beside which a refusal stands
   * @returns {Promise<AnswerRecord | null>} null where none was chosen, or it was refused
   */
  async choose(button) {
    const file = await askForFile(".json,application/json");
    if (!file) return null;
    this.#parts.notices.withdraw(MATTER);
    return file.size > LARGEST ? this.#refuse("import-too-large", button) : this.#read(await file.text(), button);
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
    if (content.record.subject.length <= LONGEST_NAME) return content.record;
    return this.#refusePlaces([`subject: ${content.record.subject.slice(0, 30)}…`], button);
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
    if (subject.id === keeper.subject.id) return { ...keeper.standing(), ...(answers.untouched && nothing) };
    const kept = await store.kept(mark.tool, mark.version, subject);
    if (!kept.done) return this.#refuse("import-refused", button);
    return { ...mark, ...nothing, saved: "", scored: false, stamp: null, ...kept.result.draft, subject };
  }

  /**
   * Ask before other answers give way; where they are about the same subject, say which are newer.
   * @param {AnswerRecord} record
   * @param {Standing} standing
   */
  async #mayTake(record, standing) {
    const { words, keeper, mayLeave } = this.#parts;
    if (standing.subject.id !== keeper.subject.id && !(await mayLeave())) return false;
    if (saysNothing(standing) || sameAnswers(record, standing)) return true;
    const later = Date.parse(record.saved) - Date.parse(standing.saved);
    const values = {
      about: about(words, standing.subject),
      file: this.#what(record),
      kept: this.#what(standing),
    };
    const choice = await ask({
      title: words.say("import-replace-title", values),
      text: words.say(`import-replace-${later < 0 ? "older" : later > 0 ? "newer" : "other"}`, values),
      choices: [
        { name: "replace", text: words.say("import-replace-choice") },
        { name: "cancel", text: words.say("cancel") },
      ],
    });
    return choice === "replace";
  }

  /**
   * @param {AnswerRecord} record
   * @param {Standing} target
   * @param {HTMLElement} button
   */
  async #take({ input, notes, saved, scored, respondent = "", occasion = "" }, target, button) {
    const { keeper, notices, words, changed } = this.#parts;
    await keeper.stand({ ...target, input, notes, saved, scored, respondent, occasion });
    changed();
    const values = { about: about(words, target.subject), file: this.#what({ input, saved }) };
    if (saysNothing(target)) return notices.show(MATTER, words.say("imported", values), [], button);
    const back = { text: words.say("bring-back"), act: () => void this.#bringBack(target) };
    notices.show(MATTER, words.say("imported-over", { ...values, kept: this.#what(target) }), back, button);
  }

  /** @param {Standing} standing */
  async #bringBack(standing) {
    const { keeper, notices, words, changed } = this.#parts;
    const after = keeper.standing();
    await keeper.stand(standing);
    changed();
    const back = { text: words.say("undo"), act: () => void this.#bringBack(after) };
    notices.show(MATTER, words.say("back-again"), back);
  }

  /** @param {{ input: Record<string, unknown>, saved: string }} record */
  #what({ input, saved }) {
    const { words } = this.#parts;
    const answered = words.say("answered", { number: countAnswers(input) });
    return words.say("answered-when", { answered, time: shownTime(saved) });
  }

  /**
   * @param {readonly string[]} places
   * @param {HTMLElement} button
   */
  #refusePlaces(places, button) {
    const named = places.slice(0, NAMED).join(" · ");
    const more = places.length > NAMED ? " …" : "";
    return this.#refuse("import-damaged", button, { places: `${named}${more}` });
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
