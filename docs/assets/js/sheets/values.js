// @ts-check
/** Reads what a cell shows as what its field may say, or tells why it cannot. Knows no page. */
import { narrow } from "../form/digits.js";
import { readNumber } from "../form/numbers.js";

/** @typedef {import("../form/numbers.js").Marks} Marks */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Texts} Texts */
/** @typedef {import("./workbook.js").Shown} Shown */
/** @typedef {{ value: unknown } | { fault: string, values?: Record<string, string | number> }} Reading fault: the key of a sentence */
/**
 * @typedef {object} Habits
 * @property {Marks} marks how the page's language writes numbers
 * @property {{ yes: string[], no: string[], na: string[] }} words of every language
 * @property {boolean} from1904 where the workbook counts its days from
 */

/** What people write for yes in a column of ticks. */
const TICKS = ["x", "✓", "✔", "√", "v", "1", "true"];
const CROSSES = ["0", "false", "-"];
const NOT_APPLICABLE = ["na", "n/a"];
const DAY = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:[t ].*)?$/;
const MILLISECONDS = 86_400_000;
/** Days of a spreadsheet from its first to that of 1970; it believes in 29 February 1900. */
const TO_1970 = 25_569;
const FROM_1904 = 1462;
const FIRST_TRUE_DAY = 61;
const LAST_DAY = 2_958_465;
/** Digits that a spreadsheet keeps. */
const DIGITS = 15;
const BETWEEN = /[\n;；]/;
const PAIR = /^(.*\S)\s*[:：=＝]\s*(\S.*)$/s;

/**
 * @param {Shown} shown
 * @param {Field} field
 * @param {Habits} habits
 * @returns {Reading}
 */
export function readValue(shown, field, habits) {
  if (shown.is === "error") return { fault: "error" };
  if (shown.is === "unknown") return { fault: "formula" };
  if (field.several) return readSeveral(shown, field.several, habits);
  if (field.pairs) return readPairs(shown, field.pairs, habits);
  if (field.type === "boolean") return readTruth(shown, habits);
  const said = plainly(textOf(shown, habits));
  const chosen = chosenBy(said, field.choices ?? []);
  if (chosen !== undefined) return { value: chosen };
  if (field.na && [...NOT_APPLICABLE, ...habits.words.na.map(plainly)].includes(said)) return { value: "na" };
  if (field.type === "answer") return readAnswer(shown, said);
  if (field.type === "choice") return { fault: "choice" };
  if (field.type === "number" || field.type === "integer") return readFigure(shown, field, habits);
  if (field.type === "date") return readDay(shown, habits);
  return readText(shown, field, habits);
}

/**
 * What a cell shows, as a text.
 * @param {Shown} shown
 * @param {Pick<Habits, "from1904">} habits
 */
export function textOf(shown, { from1904 }) {
  if (shown.is === "text" || shown.is === "error") return shown.text.trim();
  if (shown.is === "truth") return shown.truth ? "TRUE" : "FALSE";
  if (shown.is === "unknown") return "";
  if (shown.look === "day") return dayOf(shown.number, from1904) ?? String(shown.number);
  return shown.look === "percent" ? `${tidy(shown.number * 100)}%` : String(tidy(shown.number));
}

/**
 * @param {Shown} shown
 * @param {string} said
 * @returns {Reading}
 */
function readAnswer(shown, said) {
  if (shown.is === "number" && shown.look !== "plain") return { fault: "choice" };
  return /^[0-3]$/.test(said) ? { value: Number(said) } : { fault: "choice" };
}

/**
 * @param {Shown} shown
 * @param {Field} field
 * @param {Habits} habits
 * @returns {Reading}
 */
function readFigure(shown, field, habits) {
  const { number, perhaps } = shown.is === "number" ? figureOf(shown, field, habits) : typed(textOf(shown, habits), field, habits);
  if (perhaps.length) return { fault: "doubtful", values: { perhaps: perhaps.join(" / ") } };
  if (number === null) return { fault: "number" };
  return field.type === "integer" && !Number.isInteger(number) ? { fault: "whole" } : { value: number };
}

/**
 * A number that the spreadsheet read: 35 % is 0.35 to it, which a field in percent wants as 35.
 * @param {Extract<Shown, { is: "number" }>} shown
 * @param {Field} field
 * @param {Habits} habits
 */
function figureOf({ number, look }, { share = false, unit }, { marks }) {
  if (look === "day") return { number: null, perhaps: [] };
  const inPercent = !share && look === "percent" && Object.values(unit ?? {}).some((text) => text.includes("%"));
  const read = tidy(inPercent ? number * 100 : number);
  const isPercent = share && read > 1 && read <= 100;
  return { number: read, perhaps: isPercent ? [`${read}${marks.percent}%`] : [] };
}

/**
 * @param {string} text
 * @param {Field} field
 * @param {Habits} habits
 */
function typed(text, { share = false, unit }, { marks }) {
  const readings = Object.values(unit ?? { none: "" }).map((each) => readNumber(text, marks, { share, unit: each }));
  return readings.find(({ number }) => number !== null) ?? readings[0] ?? { number: null, perhaps: [] };
}

/**
 * @param {Shown} shown
 * @param {Habits} habits
 * @returns {Reading}
 */
function readDay(shown, { from1904 }) {
  if (shown.is === "number") {
    const day = shown.look === "percent" ? null : dayOf(shown.number, from1904);
    return day ? { value: day } : { fault: "date" };
  }
  const [, year = "", one, month = "", other, day = ""] = DAY.exec(narrow(textOf(shown, { from1904 })).toLowerCase()) ?? [];
  const isOneWay = one === other || (one === "年" && other === "月");
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${written}T00:00:00Z`);
  const isDay = isOneWay && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
  return isDay ? { value: written } : { fault: "date" };
}

/**
 * @param {number} number as a spreadsheet counts days
 * @param {boolean} from1904
 * @returns {string | null} as 2026-01-31
 */
function dayOf(number, from1904) {
  const days = Math.floor(number) + (from1904 ? FROM_1904 : 0);
  if (days < FIRST_TRUE_DAY || days > LAST_DAY) return null;
  return new Date((days - TO_1970) * MILLISECONDS).toISOString().slice(0, 10);
}

/**
 * @param {Shown} shown
 * @param {Habits} habits
 * @returns {Reading}
 */
function readTruth(shown, habits) {
  if (shown.is === "truth") return { value: shown.truth };
  const said = plainly(textOf(shown, habits));
  if ([...TICKS, ...habits.words.yes.map(plainly)].includes(said)) return { value: true };
  return [...CROSSES, ...habits.words.no.map(plainly)].includes(said) ? { value: false } : { fault: "choice" };
}

/**
 * @param {Shown} shown
 * @param {Field} field
 * @param {Habits} habits
 * @returns {Reading}
 */
function readText(shown, { type, most = Infinity }, habits) {
  // A field of one line takes no others.
  const text = textOf(shown, habits).replace(/\s*\n\s*/g, " ");
  if (type !== "currency") return text.length > most ? { fault: "long", values: { most } } : { value: text };
  const code = narrow(text).toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? { value: code } : { fault: "currency" };
}

/**
 * @param {Shown} shown
 * @param {Field} field
 * @param {Habits} habits
 * @returns {Reading}
 */
function readSeveral(shown, field, habits) {
  const values = [];
  for (const part of partsOf(shown)) {
    const reading = readValue(part, field, habits);
    if ("fault" in reading) return reading;
    values.push(reading.value);
  }
  return { value: values };
}

/**
 * @param {Shown} shown
 * @param {Field} field
 * @param {Habits} habits
 * @returns {Reading} a list of names with their values
 */
function readPairs(shown, field, habits) {
  /** @type {[string, unknown][]} */
  const pairs = [];
  for (const part of partsOf(shown)) {
    const [, name, written] = PAIR.exec(textOf(part, habits)) ?? [];
    if (name === undefined || written === undefined) return { fault: "pair" };
    const reading = readValue({ is: "text", text: written }, field, habits);
    if ("fault" in reading) return reading;
    pairs.push([name, reading.value]);
  }
  return { value: pairs };
}

/** @param {Shown} shown @returns {Shown[]} */
function partsOf(shown) {
  if (shown.is !== "text") return [shown];
  return shown.text.split(BETWEEN).filter((part) => part.trim()).map((text) => ({ is: "text", text }));
}

/**
 * @param {string} said
 * @param {[Texts | string, string | number][]} choices
 */
function chosenBy(said, choices) {
  for (const [label, value] of choices) {
    for (const text of typeof label === "string" ? [label] : Object.values(label)) {
      const written = plainly(text);
      if (said === written || (typeof value === "number" && said.replace(/^(-?\d+)[ .:·]+/, "$1 ") === `${value} ${written}`)) return value;
    }
  }
  return undefined;
}

/** A text as it is compared: without a difference of width, case and spaces. @param {string} text */
function plainly(text) {
  return narrow(text).toLowerCase().replace(/\s+/g, " ");
}

/** @param {number} number */
function tidy(number) {
  return Number(number.toPrecision(DIGITS));
}
