// @ts-check
/**
 * Reads digits with their groups and their decimal mark: 1,200 · 2 400 000 · 1.234,5. Knows no page.
 *
 * A text is read in one way only, or told in every way in which it could be read.
 */

/** @typedef {{ decimal: string, group: string }} Convention which mark stands before decimals, which between groups */
/** @typedef {{ certain: boolean, meant: string[] }} Readings each as digits with a point, such as 1234.5 */

/** @type {readonly Convention[]} */
const KNOWN = [{ decimal: ".", group: "," }, { decimal: ",", group: "." }];
const LIKE_A_PROGRAM = /^\d*\.?\d*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_FROM = 0xfee0;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** Nobody sees them; they come along with what is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The same text in plain digits, marks and spaces; what is no digit stays none: 10² is not 102.
 * @param {string} text
 */
export function narrow(text) {
  return text
    .replace(INVISIBLE, "")
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_FROM))
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll("\uffe5", "¥")
    .replaceAll("\u2212", "-")
    .replace(/[’ʼ]/g, "'")
    .replace(/\s/g, " ")
    .trim();
}

/**
 * @param {string} body digits and marks, narrow
 * @param {Convention} own of the page's language
 * @returns {Readings}
 */
export function readDigits(body, own) {
  const here = digitsIn(body, own);
  const elsewhere = KNOWN.map((each) => digitsIn(body, each));
  const meant = [...new Set([here, ...elsewhere].filter((digits) => digits !== null))];
  if (meant.length > 1) {
    // A point stands before decimals everywhere that programs write; a comma only where the language says so.
    const certain = here !== null && own.decimal === ".";
    return { certain, meant: certain ? [here] : meant };
  }
  return { certain: here !== null || (meant.length === 1 && LIKE_A_PROGRAM.test(body)), meant };
}

/**
 * What a body says in one convention; null where it is not written in it.
 * @param {string} body
 * @param {Convention} convention
 */
function digitsIn(body, convention) {
  const found = patternOf(convention).exec(body);
  if (!found) return null;
  const { whole = "", rest = "" } = found.groups ?? {};
  const digits = whole.replace(/\D/g, "");
  return rest ? `${digits}.${rest}` : digits;
}

/** @type {Map<string, RegExp>} */
const patterns = new Map();

/**
 * Groups are of three digits, with one mark between all of them: the language's own, a space or an apostrophe.
 * @param {Convention} convention
 */
function patternOf({ decimal, group }) {
  const key = `${decimal}|${group}`;
  const known = patterns.get(key);
  if (known) return known;
  const between = `[ '${escaped(narrow(group))}]`;
  const whole = `\\d+|[1-9]\\d{0,2}(?<mark>${between})\\d{3}(?:\\k<mark>\\d{3})*|(?=[${escaped(decimal)}]\\d)`;
  const made = new RegExp(`^(?<whole>${whole})(?:[${escaped(decimal)}](?<rest>\\d*))?$`);
  patterns.set(key, made);
  return made;
}

/** @param {string} mark */
function escaped(mark) {
  return mark.replace(/[\\\]^-]/g, "\\$&");
}
