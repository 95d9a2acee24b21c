// @ts-check
/** The answers of one tool's form and their record on this device, for one subject at a time. */
import { asBrought } from "../form/controls.js";
import { rememberEarly } from "../form/early.js";
import { fillForm, hasRoom, readForm } from "../form/walker.js";
import { match } from "../store/definition-match.js";

/** @typedef {import("../store/answer-store.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/definition-match.js").DefinitionMark} DefinitionMark */
/** @typedef {import("../store/definition-match.js").Match} Match */
/** @typedef {import("../form/controls.js").Look} Look */
/**
 * @typedef {object} Given
 * @property {Record<string, unknown>} input what the engine reads
 * @property {Record<string, string>} notes question id -> note
 * @property {Map<string, HTMLElement>} places path in the input -> what the reader filled in there
 */

export class ToolAnswers {
  #form;
  #kind;
  #mark;
  #store;
  #blank;
  #early;
  /** An alias, or empty. */
  subject = "";
  /** Whether the report was shown for these answers. */
  scored = false;

  /**
   * @param {HTMLFormElement} form as the page brought it, with its defaults
   * @param {string} kind assessment or calculator
   * @param {DefinitionMark} mark of the definition that the page shows
   * @param {AnswerStore} store
   */
  constructor(form, kind, mark, store) {
    this.#form = form;
    this.#kind = kind;
    this.#mark = mark;
    this.#store = store;
    this.#blank = JSON.stringify(this.read(asBrought).input);
    this.#early = rememberEarly(form);
  }

  /** Whether something was filled in before this script came, and is not yet joined with what is kept. */
  get early() {
    return this.#early !== null;
  }

  /**
   * @param {Look} [look]
   * @returns {Given}
   */
  read(look) {
    const { input, places } = readForm(this.#form, look);
    if (this.#kind !== "assessment") return { input, notes: {}, places };
    const { notes = {}, ...rest } = input;
    // The engine wants to see both, filled in or not.
    return { input: { answers: {}, flags: [], ...rest }, notes: /** @type {Given["notes"]} */ (notes), places };
  }

  /** Whether the form says nothing that the page did not say first. */
  get untouched() {
    const { input, notes } = this.read();
    return JSON.stringify(input) === this.#blank && !Object.keys(notes).length;
  }

  /**
   * @param {Record<string, unknown>} input
   * @param {Record<string, string>} [notes]
   */
  fill(input, notes = {}) {
    const given = this.#kind === "assessment" ? { ...input, notes } : input;
    if (this.#early) this.#early(given);
    else fillForm(this.#form, given);
    this.#early = null;
  }

  /**
   * Whether the form can hold the answers of a record.
   * @param {AnswerRecord} record
   */
  hasRoomFor({ input }) {
    return hasRoom(this.#form, input);
  }

  /** Back to the page as it came. */
  fillBlank() {
    this.fill({});
    this.scored = false;
  }

  /** Back to the page as it came, and nothing kept for this subject. */
  clear() {
    this.fillBlank();
    this.#store.remove({ ...this.#mark, subject: this.subject });
    // The next answers must not take the place of some that are kept without a name.
    if (!this.subjects().includes("")) this.subject = "";
  }

  /** @returns {AnswerRecord} */
  record() {
    const { input, notes } = this.read();
    const { subject, scored } = this;
    return { ...this.#mark, subject, saved: new Date().toISOString(), input, notes, scored };
  }

  /**
   * Keep the answers on this device.
   * @returns {AnswerRecord | null} null when the device refused
   */
  keep() {
    const record = this.record();
    return this.#store.save(record) ? record : null;
  }

  /** @returns {readonly string[]} every subject with answers to this tool, the latest first */
  subjects() {
    return [...new Set(this.#store.all(this.#mark.tool).map((record) => record.subject))];
  }

  /**
   * Go on with what this device keeps about a subject.
   * @param {string} subject
   * @returns {{ record: AnswerRecord, match: Match } | null} null when nothing is kept
   */
  resume(subject) {
    this.subject = subject;
    this.scored = false;
    const { tool, version } = this.#mark;
    const current = this.#store.load(tool, version, subject);
    const record = current ?? this.#store.all(tool).find((each) => each.subject === subject);
    const resumed = record ? { record, match: this.adopt(record) } : null;
    this.#early = null;
    return resumed;
  }

  /**
   * Take over a record where its answers still mean what they meant.
   * @param {AnswerRecord} record
   * @returns {Match} changed and other-tool: it was not taken over
   */
  adopt(record) {
    const result = match(record, this.#mark);
    if (result === "changed" || result === "other-tool") return result;
    this.fill(record.input, record.notes);
    this.subject = record.subject;
    this.scored = record.scored;
    return result;
  }

  /**
   * Give the answers another name, and no longer keep them under the old one.
   * @param {string} subject
   */
  rename(subject) {
    this.#store.remove({ ...this.#mark, subject: this.subject });
    this.subject = subject;
  }
}
