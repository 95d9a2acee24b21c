// @ts-check
/** Hands the answers and the report of a tool out as files, and reads such a file back. */
import { askForFile, download } from "../elements/download.js";
import { shownTime } from "../elements/shown-time.js";
import { fileName, readAnswers, writeAnswers } from "../store/answer-file.js";

/** @typedef {import("../store/answer-store.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/** @typedef {import("./version-notices.js").VersionNotices} VersionNotices */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {ToolScoring} scoring
 * @property {Notices} notices
 * @property {VersionNotices} versions
 * @property {Words} words
 */

/**
 * What the engine writes: its name there, and what a file of it is called.
 * @typedef {{ name: string, extension: string, mediaType: string }} Format
 */

/** Bytes. The largest tool with every row filled in, and its report, stay far below. */
const LARGEST = 5 * 2 ** 20;

export class FileExchange {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * The answers with the report, to be opened again later or elsewhere.
   * @param {unknown} report null before a score
   */
  offerAnswers(report) {
    offerAnswers(this.#parts.answers.record(), report);
  }

  /**
   * The report in a format that the engine writes.
   * @param {Format} format
   * @param {string} label whom the result is about, and when
   * @returns {Promise<void>} rejected when the engine cannot run here
   */
  async offerReport(format, label) {
    const { answers, scoring } = this.#parts;
    const record = answers.record();
    const { files } = await scoring.score(record.input, label, { notes: record.notes, formats: [format.name] });
    const written = files?.[format.name];
    if (written === undefined) return;
    download(fileName(record.tool, record.subject, dayOf(record.saved), format.extension), written, format.mediaType);
  }

  /**
   * Let the reader choose a file of answers, take it over and say what came of it beside the button.
   * @param {HTMLElement} button
   * @param {() => boolean} mayReplace asks the reader
   * @returns {Promise<boolean>} whether the answers are now those of the file
   */
  async open(button, mayReplace) {
    const { answers, notices, versions, words } = this.#parts;
    /**
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    const refuse = (key, values) => {
      notices.show("file", words.say(key, values), undefined, button);
      return false;
    };
    const file = await askForFile(".json,application/json");
    if (!file) return false;
    notices.withdraw("file");
    if (file.size > LARGEST) return refuse("import-too-large");
    const record = readAnswers(await file.text());
    if (!record) return refuse("import-failed");
    if (!answers.hasRoomFor(record)) return refuse("import-too-large");
    if (!mayReplace()) return false;
    const result = answers.adopt(record);
    if (result === "other-tool") return refuse("import-other-tool", { tool: record.tool });
    versions.tell(record, result, button);
    if (result === "changed") return false;
    notices.show("file", words.say("imported", { time: shownTime(record.saved) }), undefined, button);
    return true;
  }
}

/**
 * The format that a button offers.
 * @param {HTMLElement} button
 * @returns {Format}
 */
export function formatOf({ dataset: { format: name = "", extension = "", mediaType = "" } }) {
  return { name, extension, mediaType };
}

/**
 * @param {AnswerRecord} record
 * @param {unknown} report null before a score
 */
export function offerAnswers(record, report) {
  const name = fileName(record.tool, record.subject, dayOf(record.saved), "json");
  download(name, writeAnswers(record, report), "application/json");
}

/**
 * The reader's own day of a moment, as 2026-01-31.
 * @param {string} moment ISO 8601
 */
function dayOf(moment) {
  const date = new Date(moment);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
