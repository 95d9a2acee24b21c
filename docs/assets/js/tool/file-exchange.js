// @ts-check
/** Hands the answers and the report of a tool out as files. */
import { download } from "../elements/download.js";
import { dayOf, fileName, writeAnswers } from "../store/answer-file.js";
import { nameOf } from "./standing.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/**
 * @typedef {object} Parts
 * @property {Keeper} keeper
 * @property {ToolScoring} scoring
 * @property {import("../elements/words.js").Words} words
 */

/**
 * What the engine writes: its name there, and what a file of it is called; suffix: beside others of that extension.
 * @typedef {{ name: string, extension: string, mediaType: string, suffix: string }} Format
 */

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
    offerAnswers(this.#record(), report);
  }

  /**
   * The report in a format that the engine writes.
   * @param {Format} format
   * @param {string} label when, and by whom
   * @param {Partial<import("../engine/client.js").Request>} about what else stands in the file
   * @returns {Promise<void>} rejected when the engine cannot run here
   */
  async offerReport(format, label, about) {
    const record = this.#record();
    const { files } = await this.#parts.scoring.score(record.input, label, {
      ...about, notes: record.notes, formats: [format.name],
    });
    const written = files?.[format.name];
    if (written === undefined) return;
    const tool = [record.tool, format.suffix].filter(Boolean).join("-");
    download(fileName(tool, record.subject, dayOf(record.saved), format.extension), written, format.mediaType);
  }

  /** @returns {AnswerRecord} */
  #record() {
    const { keeper, words } = this.#parts;
    const { subject: _subject, stamp: _seen, ...answers } = keeper.standing();
    // An example has no day; its file is of today, and says what it is.
    const occasion = keeper.state === "example" ? words.say("fictional") : answers.occasion;
    return { ...answers, subject: nameOf(keeper), saved: answers.saved || new Date().toISOString(), ...(occasion && { occasion }) };
  }
}

/**
 * The format that a button offers.
 * @param {HTMLElement} button
 * @returns {Format}
 */
export function formatOf({ dataset: { format: name = "", extension = "", mediaType = "", suffix = "" } }) {
  return { name, extension, mediaType, suffix };
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
 * Something that was kept and cannot be shown, as it stands there.
 * @param {string} tool
 * @param {unknown} content a text, or what JSON can say
 */
export function offerRaw(tool, content) {
  const text = typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`;
  download(fileName(tool, "", dayOf(new Date().toISOString()), "json"), text, "application/json");
}
