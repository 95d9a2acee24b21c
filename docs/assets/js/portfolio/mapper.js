// @ts-check
/** Shows which column of a list is what, as guessed, and reads what the reader made of it. */
import { readNumber, writeNumber } from "../form/numbers.js";
import { fillRow } from "../elements/slots.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../form/numbers.js").Marks} Marks */
/** @typedef {import("./desk.js").ListMap} ListMap */
/** @typedef {import("./desk.js").Look} Look */
/** @typedef {Record<string, string>} Spoken language -> words */
/** @typedef {Record<string, number>} Limit from, above or up-to -> the number */
/** @typedef {{ id: string, title: Spoken, unit: string }} Value */
/** @typedef {{ values: Value[], cuts: { tool: string, question: string, value: string, limits?: Limit[] }[] }} Guide */
/** @typedef {{ id: string, dimensions: { questions: { id: string, text: Spoken }[] }[], flags?: { id: string, label: Spoken }[] }} Definition */
/** @typedef {{ definition: Definition, guide: Guide, words: Words, marks: Marks, language: string }} Parts */

/** What a row is about: account, present, a fact or a question. */
const ACCOUNT = "account";
const PRESENT = "present";
const FACT = "facts";
const ANSWER = "answers";
/** How a column is read that holds answers. */
const AS_ANSWER = "";

/**
 * @param {HTMLElement} table
 * @param {Look} look
 * @param {ListMap} map what to begin with
 * @param {Parts} parts
 */
export function showMap(table, look, map, parts) {
  const body = table.querySelector("tbody");
  if (!body) return;
  for (const row of body.querySelectorAll("tr")) row.remove();
  const { definition, words, language } = parts;
  addRow(body, look, parts, { kind: ACCOUNT, id: "", title: words.say("account"), column: map.account, as: words.say("as-name") });
  for (const { id, text } of definition.dimensions.flatMap(({ questions }) => questions)) {
    const given = map.answers[id];
    const source = typeof given === "string" ? { column: given } : given;
    addRow(body, look, parts, { kind: ANSWER, id, title: text[language] ?? id, column: source?.column, source });
  }
  for (const { id, label } of definition.flags ?? []) {
    const title = words.say("fact", { title: label[language] ?? id });
    addRow(body, look, parts, { kind: FACT, id, title, column: map.facts[id], as: words.say("as-fact") });
  }
  addRow(body, look, parts, { kind: PRESENT, id: "", title: words.say("present"), column: map.present, as: words.say("as-text") });
}

/**
 * @param {HTMLElement} body
 * @param {Look} look
 * @param {Parts} parts
 * @param {{ kind: string, id: string, title: string, column: string | undefined, as?: string, source?: import("./desk.js").Source | undefined }} about
 */
function addRow(body, look, parts, { kind, id, title, column, as, source }) {
  const { words } = parts;
  const guess = column === undefined ? undefined : look.guesses[look.header.indexOf(column)]?.find((each) => kind === ACCOUNT || each.id === id);
  const isSure = kind === ACCOUNT || kind === PRESENT || guess === undefined || guess.certainty === "sure";
  const row = fillRow(body, { title, note: isSure ? "" : words.say("please-check") });
  if (!row) return;
  Object.assign(row.dataset, { kind, id });
  const columns = selectIn(row, "[data-column]");
  columns.ariaLabel = words.say("column-of", { title });
  columns.append(option("", words.say("none")), ...look.header.map((name) => option(name, name)));
  columns.value = column ?? "";
  const readings = selectIn(row, "[data-reading]");
  if (kind !== ANSWER) {
    readings.replaceWith(as ?? "");
    row.querySelector("[data-limits]")?.remove();
    return;
  }
  readings.ariaLabel = words.say("reading-of", { title });
  readings.append(option(AS_ANSWER, words.say("as-answer")), ...valuesOf(id, parts));
  readings.value = source?.value ?? AS_ANSWER;
  showLimits(row, parts, source?.limits);
  const decimal = selectIn(row, "[data-decimal]");
  decimal.ariaLabel = words.say("decimal", { title });
  decimal.value = source?.decimal ?? "";
}

/**
 * @param {string} question
 * @param {Parts} parts
 */
function valuesOf(question, { definition, guide, words, language }) {
  const cuts = guide.cuts.filter((cut) => cut.tool === definition.id && cut.question === question);
  return cuts.map(({ value }) => {
    const { title = {}, unit = "" } = guide.values.find(({ id }) => id === value) ?? {};
    return option(value, words.say("as-value", { title: /** @type {Spoken} */ (title)[language] ?? value, unit: words.say(`unit-${unit}`) }));
  });
}

/**
 * Show the limits by which a row's figure is cut; those of the file where the reader sets none.
 * @param {HTMLElement} row
 * @param {Parts} parts
 * @param {readonly unknown[]} [own]
 */
export function showLimits(row, { definition, guide, words, marks }, own) {
  const value = selectIn(row, "[data-reading]").value;
  const place = row.querySelector("[data-limits]");
  place?.toggleAttribute("hidden", value === AS_ANSWER);
  selectIn(row, "[data-reading]").disabled = selectIn(row, "[data-column]").value === "";
  if (value === AS_ANSWER) return;
  const cut = guide.cuts.find((each) => each.tool === definition.id && each.question === row.dataset.id && each.value === value);
  const limits = own ?? cut?.limits?.map((limit) => Object.values(limit)[0]) ?? [];
  for (const input of row.querySelectorAll("input")) {
    const number = limits[Number(input.dataset.limit) - 1];
    input.value = typeof number === "number" ? writeNumber(number, marks) : String(number ?? "");
    input.ariaLabel = words.say("limit", { number: input.dataset.limit ?? "" });
  }
}

/**
 * @param {HTMLElement} table
 * @param {Marks} marks
 * @returns {ListMap}
 */
export function readMap(table, marks) {
  /** @type {ListMap} */
  const map = { answers: {}, facts: {} };
  for (const row of table.querySelectorAll("tbody tr")) {
    if (!(row instanceof HTMLElement)) continue;
    const { kind, id = "" } = row.dataset;
    const column = selectIn(row, "[data-column]").value;
    if (!column) continue;
    if (kind === ACCOUNT || kind === PRESENT) map[kind] = column;
    else if (kind === FACT) map.facts[id] = column;
    else map.answers[id] = sourceOf(row, column, marks);
  }
  return map;
}

/** How many questions have no column. @param {HTMLElement} table */
export function unread(table) {
  const rows = [...table.querySelectorAll(`tbody tr[data-kind="${ANSWER}"]`)];
  return rows.filter((row) => row instanceof HTMLElement && selectIn(row, "[data-column]").value === "").length;
}

/**
 * @param {HTMLElement} row
 * @param {string} column
 * @param {Marks} marks
 */
function sourceOf(row, column, marks) {
  const value = selectIn(row, "[data-reading]").value;
  if (value === AS_ANSWER) return column;
  const decimal = selectIn(row, "[data-decimal]").value;
  const limits = [...row.querySelectorAll("input")].map((input) => readNumber(input.value, marks).number ?? input.value);
  return { column, value, limits, ...(decimal ? { decimal } : {}) };
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLSelectElement}
 */
function selectIn(place, selector) {
  return /** @type {HTMLSelectElement} */ (place.querySelector(selector));
}

/**
 * @param {string} value
 * @param {string} text
 */
function option(value, text) {
  return new Option(text, value);
}
