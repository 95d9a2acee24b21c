// @ts-check
/** Turns a record of answers into a file to keep or hand on, and such a file back into a record. */
import { isRecord } from "./answer-store.js";

/** @typedef {import("./answer-store.js").AnswerRecord} AnswerRecord */

const FORMAT = "playbook-answers/1";

/**
 * @param {AnswerRecord} record
 * @param {unknown} report what the engine returned, for people and programs that read the file; null before a score
 * @returns {string}
 */
export function writeAnswers(record, report) {
  return `${JSON.stringify({ format: FORMAT, ...record, report }, null, 2)}\n`;
}

/**
 * @param {string} text
 * @returns {AnswerRecord | null} null when the text is no file of answers
 */
export function readAnswers(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  if (!isRecord(value) || /** @type {{ format?: unknown }} */ (value).format !== FORMAT) return null;
  const { tool, version, hash, structure, subject, saved, input, notes } = value;
  return { tool, version, hash, structure, subject, saved, input, notes, scored: value.scored === true };
}

/**
 * A name for a file about a tool and its subject: letters of any script, digits and hyphens.
 * @param {string} tool
 * @param {string} subject
 * @param {string} day as 2026-01-31
 * @param {string} extension
 */
export function fileName(tool, subject, day, extension) {
  const alias = subject.normalize("NFKC").replace(/[^\p{Letter}\p{Number}]+/gu, "-").replace(/^-|-$/g, "");
  return `${[tool, alias, day].filter(Boolean).join("-")}.${extension}`;
}
