// @ts-check
/** Finds in a text what was typed, so that a reader sees why a result is one. */
import { stem } from "./stems.js";
import { isHan } from "./words.js";

const WORD = /[0-9a-z\u00df-\u024f]+/gi;
/** Shorter words begin too many others. */
const BEGINS_FROM = 3;

/**
 * *text* cut where one of *words* begins and ends.
 * @param {string} text
 * @param {string[]} words stems and pairs of characters, as SearchWords cuts what was typed
 * @returns {[text: string, wanted: boolean][]}
 */
export function cutWhere(text, words) {
  const wanted = new Array(text.length).fill(false);
  for (const [start, end] of found(text, words)) wanted.fill(true, start, end);
  /** @type {[string, boolean][]} */
  const parts = [];
  for (const [index, is] of wanted.entries()) {
    const last = parts.at(-1);
    if (last && last[1] === is) last[0] += text[index];
    else parts.push([text[index] ?? "", is]);
  }
  return parts;
}

/**
 * @param {string} text
 * @param {string[]} words
 * @returns {Generator<[start: number, end: number]>}
 */
function* found(text, words) {
  for (const word of words.filter(isHan)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield [at, at + word.length];
  }
  const latin = words.filter((word) => !isHan(word));
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const one = stem(word.toLowerCase());
    const fits = latin.some((other) => one === other || (other.length >= BEGINS_FROM && one.startsWith(other)));
    if (fits) yield [index, index + word.length];
  }
}
