// @ts-check
/** The dated results of a tool about a subject: what was answered, and how lists tell it. */
import { dayOf } from "./answer-file.js";
import { isObject, sameAnswers, wrongParts } from "./answer-record.js";
import { randomId } from "./subjects.js";

/** @typedef {import("./answer-record.js").Answers} Answers */
/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./shelves.js").Tables} Tables */
/**
 * A result as the engine tells it for lists.
 * @typedef {object} Told
 * @property {number | null} number the headline
 * @property {boolean | null} high_is_good null where neither end is better
 * @property {Record<string, { score?: string, unit?: string, band?: string, tone?: string }>} words by language
 */
/**
 * day: the reader's own day of the last changed answer. told: null until the engine has told it here.
 * @typedef {Omit<Answers, "scored"> & { id: string, subjectId: string, day: string, told: Told | null }} Result
 */

/**
 * @typedef {object} Recorded
 * @property {Result} result as it stands now
 * @property {Result | null} replaced what gave way to it, with other answers
 */

/**
 * What a result is apart from its answers: of these there is one a day for each respondent and occasion, unless the
 * reader keeps more.
 * @type {readonly (keyof Result)[]}
 */
const IDENTITY = ["tool", "version", "subjectId", "day", "respondent", "occasion"];

/**
 * @param {Omit<Draft, "scored" | "stamp">} draft
 * @param {Told | null} told
 * @param {string} id
 * @returns {Result}
 */
export function resultOf({ tool, version, hash, structure, subjectId, saved, input, notes, ...about }, told, id) {
  const { respondent = "", occasion = "" } = about;
  const given = { tool, version, hash, structure, subjectId, saved, input, notes };
  return { id, ...given, respondent, occasion, day: dayOf(saved), told };
}

/**
 * Whether a value has the shape of a result, whoever wrote it.
 * @param {unknown} value
 * @returns {value is Result}
 */
export function isResult(value) {
  if (!isObject(value) || wrongParts(value).length) return false;
  const texts = ["id", "subjectId", "day"].every((name) => typeof value[name] === "string" && value.id !== "");
  return texts && (value.told === null || isTold(value.told));
}

/** @param {unknown} value */
function isTold(value) {
  if (!isObject(value) || !isObject(value.words)) return false;
  const isNumber = value.number === null || typeof value.number === "number";
  const said = Object.values(value.words).every(
    (words) => isObject(words) && Object.values(words).every((word) => typeof word === "string"),
  );
  return isNumber && said && (value.high_is_good === null || typeof value.high_is_good === "boolean");
}

/**
 * Keep a result; of the same day, respondent and occasion the last one gives way to it.
 * @param {Tables} tables
 * @param {Omit<Draft, "scored" | "stamp">} draft
 * @param {Told | null} told
 * @returns {Promise<Recorded | null>} null where it stands there already
 */
export async function writeResult(tables, draft, told) {
  const made = resultOf(draft, told, randomId());
  const others = /** @type {Result[]} */ (await tables.results.of(draft.tool, draft.subjectId));
  const alike = latestFirst(others.filter((other) => IDENTITY.every((name) => other[name] === made[name])));
  const same = alike.find((other) => sameAnswers(other, made));
  const before = same ?? alike[0];
  if (same && (told === null || JSON.stringify(same.told) === JSON.stringify(told))) return null;
  const result = { ...made, id: before?.id ?? made.id };
  await tables.results.put(result);
  return { result, replaced: same ? null : (before ?? null) };
}

/**
 * @param {Tables} tables
 * @param {string} tool
 * @param {string} subjectId
 * @returns {Promise<Result[]>} the latest first
 */
export async function resultsOf(tables, tool, subjectId) {
  return latestFirst(await tables.results.of(tool, subjectId));
}

/**
 * @param {Result[]} results
 * @returns {Result[]}
 */
export function latestFirst(results) {
  return [...results].sort((one, other) => Date.parse(other.saved) - Date.parse(one.saved));
}
