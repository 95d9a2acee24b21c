// @ts-check
/**
 * Takes out of the answers to a tool whatever its definition does not ask for by a choice, a number or a date.
 *
 * Names become numbers: the same name the same number everywhere, in the order of the alphabet, so that results and
 * ties stay what they were. Of longer writing only its length stays, which a tool may count. Knows no page.
 */
import { isObject } from "./answer-record.js";

/**
 * An input of a calculator, a field of one, or the item of a list.
 * @typedef {object} Asked
 * @property {string} [id]
 * @property {string} type
 * @property {readonly Asked[]} [fields]
 * @property {Asked} [item]
 * @property {readonly { id: string }[]} [options]
 * @property {readonly number[]} [length] the least and the most
 */
/** @typedef {(name: string) => string} Rename */
/** @typedef {(value: any, asked: Asked, rename: Rename) => unknown} Read undefined where nothing may stay */

/** Characters: what may be longer is no name. */
const LONGEST_NAME = 200;
const NUMBER = /^[\p{Number}.,\s%+-]{1,40}$/u;
const CURRENCY = /^[a-z]{3}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** As the engine counts, a Chinese character says as much as two others. */
const HAN = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const NOT_APPLICABLE = "na";
/** How sure somebody may be of an answer, as the engine reads it. */
const CONFIDENCE = ["sure", "fairly_sure", "guess"];

/**
 * @param {Record<string, any>} definition of a tool
 * @param {Record<string, any>} input
 * @returns {{ input: Record<string, unknown>, names: number }} names: how many became numbers
 */
export function withoutNames(definition, input) {
  if (!Array.isArray(definition.inputs)) return { input: questionnaire(definition, input), names: 0 };
  /** @type {Set<string>} */
  const names = new Set();
  const whole = { type: "record", fields: definition.inputs };
  const gather = (/** @type {string} */ name) => (names.add(name), name);
  record(input, whole, gather);
  const sorted = [...names].sort(byCharacter);
  const digits = String(sorted.length).length;
  const numbers = new Map(sorted.map((name, place) => [name, String(place + 1).padStart(digits, "0")]));
  const kept = record(input, whole, (name) => numbers.get(name) ?? "");
  return { input: /** @type {Record<string, unknown>} */ (kept), names: names.size };
}

/**
 * @param {Record<string, any>} definition
 * @param {Record<string, any>} input
 */
function questionnaire({ dimensions = [], flags = [] }, input) {
  const known = new Set(dimensions.flatMap((/** @type {any} */ each) => each.questions.map((/** @type {any} */ { id }) => id)));
  const given = Object.entries(isObject(input.answers) ? input.answers : {});
  const answers = given.filter(([name, answer]) => known.has(name) && (typeof answer === "number" || answer === NOT_APPLICABLE));
  const ticked = Array.isArray(input.flags) ? input.flags : [];
  const levels = new Set(answers.filter(([, answer]) => typeof answer === "number").map(([name]) => name));
  const said = Object.entries(isObject(input.confidence) ? input.confidence : {})
    .filter(([name, word]) => levels.has(name) && typeof word === "string" && CONFIDENCE.includes(word));
  return {
    answers: Object.fromEntries(answers),
    flags: ticked.filter((flag) => flags.some((/** @type {{ id: string }} */ { id }) => id === flag)),
    // A link without it stays the link that it was.
    ...(said.length ? { confidence: Object.fromEntries(said) } : {}),
  };
}

/** @type {Record<string, Read>} type of an input -> what may stay of a value */
const READERS = {
  text: (value, { length = [] }, rename) => {
    const text = typeof value === "string" ? value.trim() : "";
    if (!text) return undefined;
    return (length[1] ?? 0) > LONGEST_NAME ? shapeOf(text) : rename(text);
  },
  number,
  integer: number,
  boolean: (value) => (typeof value === "boolean" ? value : undefined),
  date: (value) => (DAY.test(value) ? value : undefined),
  choice: (value, { options = [] }) => (isOption(value, options) ? value : undefined),
  currency: (value) => (typeof value === "string" && CURRENCY.test(value.trim()) ? value.trim() : undefined),
  list: (value, { item }, rename) => entries(value, (each) => item && read(each, item, rename)),
  rows: (value, asked, rename) => entries(value, (each) => record(each, asked, rename)),
  record,
  map: (value, { item, options }, rename) => {
    if (!isObject(value) || !item) return undefined;
    const kept = Object.entries(value).filter(([key]) => key.trim() && (!options || isOption(key, options)));
    return Object.fromEntries(kept.map(([key, each]) => [options ? key : rename(key.trim()), read(each, item, rename)]));
  },
};

/** @type {Read} */
function read(value, asked, rename) {
  return READERS[asked.type]?.(value, asked, rename);
}

/** @type {Read} */
function record(value, { fields = [] }, rename) {
  if (Array.isArray(value)) return fields.map((field, place) => read(value[place], field, rename) ?? null);
  if (!isObject(value)) return null;
  const given = fields.filter(({ id = "" }) => Object.hasOwn(value, id));
  const kept = given.map((field) => [field.id ?? "", read(value[field.id ?? ""], field, rename)]);
  return Object.fromEntries(kept.filter(([, each]) => each !== undefined));
}

/** @type {Read} */
function number(value) {
  return typeof value === "number" || value === NOT_APPLICABLE || (typeof value === "string" && NUMBER.test(value)) ? value : undefined;
}

/**
 * @param {unknown} value
 * @param {(each: any) => unknown} each
 */
function entries(value, each) {
  return Array.isArray(value) ? value.map((one) => each(one) ?? null) : undefined;
}

/**
 * @param {unknown} value
 * @param {readonly { id: string }[]} options
 */
function isOption(value, options) {
  return value === NOT_APPLICABLE || options.some(({ id }) => id === value);
}

/** @param {string} text */
function shapeOf(text) {
  return Array.from(text, (character) => (HAN.test(character) ? "某" : "·")).join("");
}

/**
 * The order in which the engine sorts: by code point.
 * @param {string} one
 * @param {string} other
 */
function byCharacter(one, other) {
  const [ones, others] = [Array.from(one), Array.from(other)];
  const place = ones.findIndex((character, index) => character !== others[index]);
  if (place < 0) return ones.length - others.length;
  return (ones[place]?.codePointAt(0) ?? 0) - (others[place]?.codePointAt(0) ?? -1);
}
