// @ts-check
/** Finds in a text what was typed, so that a reader sees why a result is one. */
import { folded, isUnspaced, RUN } from "./letters.js";

/** Shorter words begin too many others. */
const BEGINS_FROM = 3;

/**
 * *text* cut where one of *words* begins and ends.
 * @param {string} text
 * @param {string[]} words stems and pairs of characters, as SearchWords cuts what was typed
 * @param {(word: string) => string} stem
 * @returns {[text: string, wanted: boolean][]}
 */
export function cutWhere(text, words, stem) {
  const wanted = new Array(text.length).fill(false);
  for (const [start, end] of found(text, words, stem)) wanted.fill(true, start, end);
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
 * @param {(word: string) => string} stem
 * @returns {Generator<[start: number, end: number]>}
 */
function* found(text, words, stem) {
  for (const word of words.filter(isUnspaced)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) yield [at, at + word.length];
  }
  const stems = words.filter((word) => !isUnspaced(word));
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const one = stem(folded(run));
    const fits = stems.some((other) => one === other || (other.length >= BEGINS_FROM && one.startsWith(other)));
    if (fits && !isUnspaced(run)) yield [index, index + run.length];
  }
}
