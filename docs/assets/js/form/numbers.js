// @ts-check
/**
 * Reads a number as people write it, and never another one. Knows no page.
 *
 * What can be read in one way only is read, in English 1,200 · 2 400 000 · 35 % · １２ · 1.2万. What could
 * mean two numbers, or stands as in another language, is not read: it is told what it could mean.
 */
import { narrow, readDigits } from "./digits.js";

/**
 * How a language writes numbers.
 * @typedef {object} Marks
 * @property {string} decimal
 * @property {string} group
 * @property {number} groupedFrom the smallest number that is written in groups
 * @property {string} percent what stands between a number and %
 * @property {readonly Multiple[]} multiples
 */
/** @typedef {{ word: string, zeros: number, doubtful?: boolean }} Multiple what makes a number larger: 万, by 4 zeros */
/**
 * What a field asks for.
 * @typedef {object} Asked
 * @property {boolean} [share] a number from 0 to 1, which may be typed as a percentage
 * @property {string} [unit] may be typed after the number; each of its forms: visit|visits
 */
/**
 * @typedef {object} Reading
 * @property {number | null} number null where the text says no number, or could say several
 * @property {readonly string[]} perhaps what could be meant instead, as one types it
 */
/** @typedef {{ negative: boolean, digits: string, zeros: number }} Written 1.2 and 4 zeros: 12000 */

// JSON keeps what JavaScript reads; beyond fifteen digits that is no longer what was typed.
const SAFE_DIGITS = 15;
/** As most are typed. */
const WHOLE = /^\d+$/;
const PARTS = /^(?<before>[^\d.,٫٬]*)(?<body>[\d.,٫٬](?:[\d.,٫٬' ]*[\d.,٫٬])?)(?<after>.*)$/s;
const BEFORE = /^ *(?:(?<money>[¥$€£]) *)?(?<sign>[+-])? *$|^ *(?<first>[+-]) *(?<later>[¥$€£])? *$/;
const MONEY_AFTER = / *[¥$€£元]$/;
const POWER = /^(?<sign>[+-]?)(?<digits>\d+\.?\d*|\.\d+)e(?<zeros>[+-]?\d{1,2})$/i;
/** @type {Reading} */
const NOTHING = { number: null, perhaps: [] };

/**
 * @param {string} text
 * @param {Marks} marks of the page's language
 * @param {Asked} [asked]
 * @returns {Reading}
 */
export function readNumber(text, marks, asked = {}) {
  if (WHOLE.test(text)) return certainly({ negative: false, digits: text, zeros: 0 }, marks, asked);
  const typed = narrow(text);
  const { sign, digits, zeros } = POWER.exec(typed)?.groups ?? {};
  if (digits) return certainly({ negative: sign === "-", digits, zeros: Number(zeros) }, marks, asked);
  const { before = "", body = "", after = "" } = PARTS.exec(typed)?.groups ?? {};
  const start = BEFORE.exec(before)?.groups;
  const factor = start && factorOf(after.trim(), Boolean(start.money ?? start.later), marks, asked);
  if (!factor) return NOTHING;
  const { certain, meant } = readDigits(body, marks);
  const negative = (start.sign ?? start.first) === "-";
  const numbers = meant.map((each) => ({ negative, digits: each, zeros: factor.zeros })).filter(isExact);
  const [only] = numbers;
  if (only && certain && !factor.doubtful) return certainly(only, marks, asked);
  return { number: null, perhaps: numbers.map((each) => typable(each, marks)) };
}

/**
 * A number as one types it in a language: without groups, and so that nothing else can be read.
 * @param {number} number
 * @param {Marks} marks
 */
export function writeNumber(number, marks) {
  return typable(writtenOf(number), marks);
}

/**
 * A number as the reports of a language write it.
 * @param {number} number
 * @param {Marks} marks
 */
export function showNumber(number, { decimal, group, groupedFrom }) {
  const { whole, rest } = spelled(writtenOf(number));
  const grouped = Math.abs(number) < groupedFrom ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${number < 0 ? "\u2212" : ""}${grouped}${rest && decimal + rest}`;
}

/**
 * Whether a text is nothing but digits with the decimal mark of its language, so that it shows what it says.
 * @param {string} text
 * @param {Marks} marks
 */
export function isPlain(text, { decimal }) {
  const [whole = "", rest = "", ...more] = text.trim().split(decimal);
  return !more.length && /^-?\d*$/.test(whole) && /^\d*$/.test(rest);
}

/**
 * A number that was read, and the percentage that was meant where it is too large for a share.
 * @param {Written} written
 * @param {Marks} marks
 * @param {Asked} asked
 * @returns {Reading}
 */
function certainly(written, marks, { share }) {
  if (!isExact(written)) return NOTHING;
  const { negative, digits, zeros } = written;
  const number = Number(`${negative ? "-" : ""}${digits}e${zeros}`);
  const isPercent = share && number > 1 && number <= 100;
  return { number, perhaps: isPercent ? [`${typable(written, marks)}${marks.percent}%`] : [] };
}

/**
 * What the words after a number do to it; null where they are no words of a number that is asked for.
 * @param {string} after
 * @param {boolean} isMoney whether a sign of money stands before it
 * @param {Marks} marks
 * @param {Asked} asked
 * @returns {{ zeros: number, doubtful?: boolean } | null}
 */
function factorOf(after, isMoney, { multiples }, { share, unit = "" }) {
  if (share) return isMoney || !/^%?$/.test(after) ? null : { zeros: after ? -2 : 0 };
  const rest = MONEY_AFTER.test(after) ? after.replace(MONEY_AFTER, "") : withoutUnit(after, unit);
  // A sum of money counts no people, and has one sign.
  if ((isMoney || MONEY_AFTER.test(after)) && unit) return null;
  if (isMoney && MONEY_AFTER.test(after)) return null;
  return rest === "" ? { zeros: 0 } : (multiples.find(({ word }) => word === rest.toLowerCase()) ?? null);
}

/**
 * @param {string} after
 * @param {string} unit
 */
function withoutUnit(after, unit) {
  const typed = after.toLowerCase();
  const end = narrow(unit).toLowerCase().split("|").find((form) => form && typed.endsWith(form));
  return end ? after.slice(0, -end.length).trim() : after;
}

/**
 * Whether JavaScript keeps the number as it is typed.
 * @param {Written} written
 */
function isExact({ digits }) {
  return digits.replace(".", "").replace(/^0+|0+$/g, "").length <= SAFE_DIGITS;
}

/**
 * @param {number} number
 * @returns {Written}
 */
function writtenOf(number) {
  const [digits = "", zeros = "0"] = String(Math.abs(number)).split("e");
  return { negative: number < 0, digits, zeros: Number(zeros) };
}

/**
 * The digits before and after the point, without idle zeros.
 * @param {Written} written
 */
function spelled({ digits, zeros }) {
  const [whole = "", rest = ""] = digits.split(".");
  const point = whole.length + zeros;
  const all = "0".repeat(Math.max(1 - point, 0)) + (whole + rest).padEnd(point, "0");
  const end = Math.max(point, 1);
  return { whole: all.slice(0, end).replace(/^0+(?=\d)/, ""), rest: all.slice(end).replace(/0+$/, "") };
}

/**
 * @param {Written} written
 * @param {Marks} marks
 */
function typable(written, { decimal }) {
  const { whole, rest } = spelled(written);
  // Three digits behind a comma could be a group of another language: a fourth cannot.
  const couldBeGroup = decimal !== "." && rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return `${written.negative ? "-" : ""}${whole}${rest && decimal + rest}${couldBeGroup ? "0" : ""}`;
}
