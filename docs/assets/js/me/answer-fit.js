// @ts-check
/** Which parts of an input a tool has no place for, by its definition; what is inside lists its page looks through. */
import { isObject } from "../store/answer-record.js";

/**
 * @typedef {object} Input
 * @property {string} id
 * @property {string} type
 * @property {{ id: string }[]} [options]
 * @property {[number, number]} [length]
 */

/** What may be said of how sure somebody is. */
const SURE = ["sure", "fairly_sure", "guess"];

/**
 * @param {Record<string, unknown>} input of a file, whoever wrote it
 * @param {Record<string, any>} definition of its tool
 * @returns {string[]} places
 */
export function misfits(input, { dimensions, flags = [], inputs = [] }) {
  if (!Array.isArray(dimensions)) return misfitsOf(input, new Map(inputs.map((/** @type {Input} */ each) => [each.id, each])));
  const { answers, flags: ticked = [], confidence = {}, ...others } = input;
  const questions = new Set(dimensions.flatMap((each) => each.questions.map((/** @type {Input} */ { id }) => id)));
  const facts = new Set(flags.map((/** @type {Input} */ { id }) => id));
  return [
    ...(isObject(answers) ? wrongIn(answers, "answers", (id, value) => questions.has(id) && isAnswer(value)) : ["answers"]),
    ...(isObject(confidence) ? wrongIn(confidence, "confidence", (id, value) => questions.has(id) && isSure(value)) : ["confidence"]),
    ...(Array.isArray(ticked) && ticked.every((flag) => facts.has(flag)) ? [] : ["flags"]),
    ...Object.keys(others),
  ];
}

/**
 * @param {Record<string, unknown>} values
 * @param {Map<string, Input>} known
 */
function misfitsOf(values, known) {
  return Object.keys(values).filter((name) => {
    const asked = known.get(name);
    return !asked || !isOfType(values[name], asked);
  });
}

/**
 * @param {Record<string, unknown>} values
 * @param {string} path
 * @param {(id: string, value: unknown) => boolean} fits
 */
function wrongIn(values, path, fits) {
  return Object.entries(values).filter(([id, value]) => !fits(id, value)).map(([id]) => `${path}.${id}`);
}

/** @param {unknown} value */
function isAnswer(value) {
  return value === null || value === "na" || [0, 1, 2, 3].some((level) => level === value);
}

/** @param {unknown} value */
function isSure(value) {
  return value === null || SURE.some((word) => word === value);
}

/**
 * @param {unknown} value what cannot be read as a number stays as it was typed
 * @param {Input} asked
 */
function isOfType(value, { type, options = [], length }) {
  if (type === "rows" || type === "list") return Array.isArray(value) && value.length <= (length?.[1] ?? Infinity);
  if (type === "map" || type === "record") return isObject(value);
  if (type === "boolean") return typeof value === "boolean";
  if (type === "choice") return options.some(({ id }) => id === value);
  return typeof value === "string" || (typeof value === "number" && (type === "number" || type === "integer"));
}
