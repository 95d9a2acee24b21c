// @ts-check
/** Tells which styles of a workbook show a number as a day or as a percentage. */
import { attribute, tagsOf } from "./xml.js";

/** @typedef {"plain" | "percent" | "day"} NumberLook */

/** ECMA-376 numbers the looks that every program knows; those of Chinese and Japanese days are among them. */
const DAYS = [[14, 22], [27, 36], [45, 47], [50, 58]];
const PERCENT = [9, 10];
/** What in a pattern is no sign: texts, colours and conditions, a character set apart. */
const NO_SIGN = /"[^"]*"|\[[^\]]*\]|\\./g;
/** Characters of a pattern. */
const LONGEST = 500;

/**
 * @param {string} xml of the styles
 * @returns {NumberLook[]} by the number of the style
 */
export function numberLooks(xml) {
  /** @type {Map<string, NumberLook>} */
  const patterns = new Map();
  /** @type {NumberLook[]} */
  const looks = [];
  let isOfCells = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "numFmt") patterns.set(attribute(tag, "numFmtId"), lookOf(attribute(tag, "formatCode")));
    if (tag.name === "cellXfs") isOfCells = tag.opens && !tag.closes;
    if (tag.name !== "xf" || !tag.opens || !isOfCells) continue;
    const id = attribute(tag, "numFmtId");
    looks.push(patterns.get(id) ?? known(Number(id)));
  }
  return looks;
}

/** @param {string} pattern @returns {NumberLook} */
function lookOf(pattern) {
  const signs = pattern.slice(0, LONGEST).replace(NO_SIGN, "");
  if (signs.includes("%")) return "percent";
  return /[dy]/i.test(signs) ? "day" : "plain";
}

/** @param {number} id @returns {NumberLook} */
function known(id) {
  if (PERCENT.includes(id)) return "percent";
  return DAYS.some(([first = 0, last = 0]) => id >= first && id <= last) ? "day" : "plain";
}
