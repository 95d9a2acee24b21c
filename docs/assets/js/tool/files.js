// @ts-check
/** Hands the answers and the report of a tool out as files, and reads such a file back. */
import { fileName, readAnswers, writeAnswers } from "../store/answer-file.js";
import { askForText, download } from "../elements/download.js";

/** @typedef {import("../store/answer-store.js").AnswerRecord} AnswerRecord */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */

/**
 * What the engine writes: its name there, and what a file of it is called.
 * @typedef {{ name: string, extension: string, mediaType: string }} Format
 */

/**
 * The format that a button offers.
 * @param {HTMLElement} button
 * @returns {Format}
 */
export function formatOf({ dataset: { format: name = "", extension = "", mediaType = "" } }) {
  return { name, extension, mediaType };
}

/**
 * The answers with the report, to be opened again later or elsewhere.
 * @param {AnswerRecord} record
 * @param {unknown} report null before a score
 */
export function offerAnswers(record, report) {
  const name = fileName(record.tool, record.subject, dayOf(record.saved), "json");
  download(name, writeAnswers(record, report), "application/json");
}

/**
 * The report in a format that the engine writes.
 * @param {AnswerRecord} record
 * @param {ToolScoring} scoring
 * @param {string} label whom the result is about, and when
 * @param {Format} format
 * @returns {Promise<void>} rejected when the engine cannot run here
 */
export async function offerReport(record, scoring, label, format) {
  const { files } = await scoring.score(record.input, label, { notes: record.notes, formats: [format.name] });
  const written = files?.[format.name];
  if (written === undefined) return;
  download(fileName(record.tool, record.subject, dayOf(record.saved), format.extension), written, format.mediaType);
}

/**
 * Let the reader choose a file of answers.
 * @returns {Promise<AnswerRecord | "unreadable" | null>} null when none was chosen
 */
export async function askForAnswers() {
  const text = await askForText(".json,application/json");
  return text === null ? null : (readAnswers(text) ?? "unreadable");
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
