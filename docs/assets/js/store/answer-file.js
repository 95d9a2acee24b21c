// @ts-check
/** Turns a record of answers into a file to keep or hand on, and such a file back into a record. */
import { LONGEST, isAhead, isObject, isShort, notAhead, wrongParts } from "./answer-record.js";

/** @typedef {import("./answer-record.js").AnswerRecord} AnswerRecord */
/**
 * What a file turned out to be.
 * ahead: the moment that the file gives, where it is still to come; the record carries this one instead.
 * @typedef {{ is: "answers", record: AnswerRecord, ahead: string } | { is: "no-answers" } | { is: "other-tool", tool: string } |
 *   { is: "damaged", places: string[] }} FileContent
 */

export const FORMAT = "playbook-answers/1";
/** Bytes. The largest tool with every row filled in, and its report, stay far below. */
export const LARGEST = 5 * 2 ** 20;
/** Places of damage that are named. */
const NAMED = 3;
/** No file of answers is as deep as this: the deepest has rows of rows. */
const DEEPEST = 30;
/** Characters of an alias in the name of a file. */
const LONGEST_ALIAS = 40;

/**
 * @param {readonly string[]} places of damage
 * @returns {string} the first of them, for a sentence
 */
export function firstPlaces(places) {
  return places.slice(0, NAMED).join(" · ") + (places.length > NAMED ? " …" : "");
}

/**
 * @param {AnswerRecord} record
 * @param {unknown} report what the engine returned, for people and programs that read the file; null before a score
 * @returns {string}
 */
export function writeAnswers(record, report) {
  return `${JSON.stringify({ format: FORMAT, ...record, report }, null, 2)}\n`;
}

/**
 * @param {string} text of a file, whoever wrote it
 * @param {string} wanted the tool whose answers it should hold
 * @returns {FileContent}
 */
export function readAnswers(text, wanted) {
  const value = parsed(text.replace(/^\uFEFF/, ""));
  if (!isObject(value) || value.format !== FORMAT || isDeep(value)) return { is: "no-answers" };
  const { tool, version, hash, structure, subject, saved, input, notes, scored, respondent, occasion } = value;
  if (typeof tool === "string" && tool !== wanted) return { is: "other-tool", tool };
  const places = [...wrongParts(value), ...(isShort(subject, LONGEST.name) ? [] : [`subject${typeof subject === "string" ? `: ${subject.slice(0, 30)}…` : ""}`])];
  if (places.length) return { is: "damaged", places };
  const moment = /** @type {string} */ (saved);
  const about = { subject, saved: notAhead(moment), ...(respondent ? { respondent } : {}), ...(occasion ? { occasion } : {}) };
  const record = { tool, version, hash, structure, ...about, input, notes, scored: scored === true };
  return { is: "answers", record: /** @type {AnswerRecord} */ (record), ahead: isAhead(moment) ? moment : "" };
}

/**
 * A name for a file about a tool and its subject: letters of any script, digits and hyphens.
 * @param {string} tool
 * @param {string} subject
 * @param {string} day as 2026-01-31
 * @param {string} extension
 */
export function fileName(tool, subject, day, extension) {
  const words = subject.normalize("NFKC").replace(/[^\p{Letter}\p{Number}]+/gu, "-");
  // A file system takes 255 bytes, and a character of an alias may be four of them.
  const alias = [...words].slice(0, LONGEST_ALIAS).join("").replace(/^-|-$/g, "");
  return `${[tool, alias, day].filter(Boolean).join("-")}.${extension}`;
}

/**
 * The reader's own day of a moment, as 2026-01-31.
 * @param {string} moment ISO 8601
 */
export function dayOf(moment) {
  const date = new Date(moment);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * @param {string} text
 * @returns {unknown} undefined when it is no JSON
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether a value holds more levels than anything that was written here.
 * @param {unknown} value
 */
export function isDeep(value) {
  let level = [value];
  for (let depth = 0; level.length; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((part) => (typeof part === "object" && part !== null ? Object.values(part) : []));
  }
  return false;
}
