// @ts-check
/** What the keys of an answer sheet stand for, by the definition of its tool. */

/** @typedef {Record<string, string>} Texts language -> text */
/**
 * A part of a definition.
 * @typedef {object} Input
 * @property {string} id
 * @property {string} type
 * @property {{ id: string, label: Texts }[]} [options]
 * @property {{ value: number, label: Texts }[]} [anchors]
 * @property {Texts} [unit]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {[number, number]} [length]
 * @property {boolean} [accepts_na]
 * @property {string} [rows_as]
 * @property {Input[]} [fields]
 * @property {Input} [item]
 */
/**
 * What a cell may say. choices: words -> what the engine reads; tick: the entry of a list that a yes stands for;
 * several: of each, split at lines and semicolons; pairs: names with one of these each.
 * @typedef {object} Field
 * @property {string} type answer, choice, number, integer, boolean, date, text or currency
 * @property {[Texts | string, string | number][]} [choices]
 * @property {boolean} [na]
 * @property {boolean} [share]
 * @property {Texts} [unit]
 * @property {number} [most] characters
 * @property {string} [tick]
 * @property {Field} [several]
 * @property {Field} [pairs]
 */
/** @typedef {{ most: number, named: boolean }} Table named: its rows have a name each */
/** @typedef {{ fields: Map<string, Field>, tables: Map<string, Table> }} Shape */

/** Characters; no field takes a text that is longer. */
const LONGEST = 20_000;
/** Rows, where a definition names no limit. */
const MOST_ROWS = 20_000;

/**
 * @param {Record<string, any>} definition
 * @returns {Shape}
 */
export function shapeOf({ dimensions = [], flags, inputs = [] }) {
  /** @type {Shape} */
  const shape = { fields: new Map(), tables: new Map() };
  for (const { questions } of dimensions) {
    for (const { id, anchors } of questions) shape.fields.set(`answers[${id}]`, answerTo(anchors));
  }
  // Those of a calculator are what it may say, and nobody ticks them.
  for (const { id } of Array.isArray(flags) ? flags : []) shape.fields.set(`flags=${id}`, { type: "boolean", tick: id });
  for (const input of inputs) add(input, input.id, shape, true);
  return shape;
}

/**
 * @param {Texts[]} anchors of a question; none where it is not known
 * @returns {Field}
 */
export function answerTo(anchors) {
  return { type: "answer", na: true, choices: anchors.map((anchor, value) => [anchor, value]) };
}

/**
 * @param {Input} input
 * @param {string} path
 * @param {Shape} shape
 * @param {boolean} [isOuter] whether it stands in no row
 */
function add(input, path, shape, isOuter = false) {
  const { type, fields = [], item, options, length } = input;
  const [least, most] = length ?? [];
  if (type === "rows" && isOuter) {
    shape.tables.set(`${path}[]`, { most: most ?? MOST_ROWS, named: false });
    for (const [number, inner] of fields.entries()) add(inner, `${path}[]${input.rows_as ? `[${number}]` : `.${inner.id}`}`, shape);
  } else if (type === "record") {
    for (const inner of fields) add(inner, `${path}.${inner.id}`, shape);
  } else if (type === "map" && item && isOuter) {
    if (!options) shape.tables.set(`${path}[]`, { most: most ?? MOST_ROWS, named: true });
    for (const place of options ? options.map(({ id }) => `${path}[${id}]`) : [`${path}[]`]) add(item, place, shape);
  } else if (type === "map" && item) shape.fields.set(path, { type: "text", pairs: single(item) });
  else if (type === "list" && item) addList(item, path, shape, { isOuter, isFixed: length !== undefined && least === most, most });
  else shape.fields.set(path, single(input));
}

/**
 * @param {Input} item
 * @param {string} path
 * @param {Shape} shape
 * @param {{ isOuter: boolean, isFixed: boolean, most?: number | undefined }} how
 */
function addList(item, path, shape, { isOuter, isFixed, most = MOST_ROWS }) {
  if (item.type === "choice") {
    for (const { id } of item.options ?? []) shape.fields.set(`${path}=${id}`, { type: "boolean", tick: id });
  } else if (isFixed) {
    for (let number = 0; number < most; number += 1) shape.fields.set(`${path}[${number}]`, single(item));
  } else if (isOuter) {
    shape.tables.set(`${path}[]`, { most, named: false });
    shape.fields.set(`${path}[]`, single(item));
  } else shape.fields.set(path, { type: "text", several: single(item) });
}

/** @param {Input} input @returns {Field} */
function single({ type, options = [], anchors = [], unit, maximum, length, accepts_na: na = false }) {
  const shared = { type, na, ...(unit ? { unit } : {}) };
  if (type === "choice") return { ...shared, choices: options.flatMap(({ id, label }) => [[label, id], [id, id]]) };
  if (type === "number" || type === "integer") {
    return { ...shared, share: maximum === 1, choices: anchors.map(({ value, label }) => [label, value]) };
  }
  return { ...shared, most: Math.min(length?.[1] ?? LONGEST, LONGEST) };
}
