// @ts-check
/** Reads a word of letters with a slip of the keys in it as the word of the playbook that comes closest. */

import { countIn } from "./fields.js";
import { folded, RUN } from "./letters.js";
import { isSpaced, SearchWords } from "./words.js";

/** A shorter word has too many others close by. */
export const SLIPS_FROM = 5;
/** A word this long may hold two slips. */
const TWO_FROM = 8;
/** Shorter words have no endings to tell apart. */
const WRITTEN_FROM = 4;

/** @typedef {[form: string, stem: string, documents: number]} Form A word as it is written, and how many documents hold it. */

/**
 * What a word can be read as, in the order in which it is looked through.
 * @param {import("./indexing.js").IndexFile} file
 * @returns {Form[]}
 */
export function formsOf(file) {
  const words = new SearchWords(file);
  const counts = countsOf(file, words);
  /** @type {Map<string, string>} A stem, or a word as it is written -> the stem. */
  const stems = new Map();
  for (const [one, count] of counts) if (count) stems.set(one, one);
  for (const word of written(file)) if (counts.get(words.stem(word))) stems.set(word, words.stem(word));
  return [...stems].map(([form, one]) => [form, one, counts.get(one) ?? 0]);
}

/**
 * Stem of a word of letters -> how many documents hold it.
 * @param {import("./indexing.js").IndexFile} file
 * @param {SearchWords} words
 */
function countsOf({ index }, words) {
  const grouped = words.grouped().map((word) => /** @type {const} */ ([word, 1]));
  const stems = index.index.filter(([term]) => isSpaced(term));
  return new Map([...grouped, ...stems.map(([term, fields]) => /** @type {const} */ ([term, countIn(fields, index)]))]);
}

/**
 * Words of letters in what results show.
 * @param {import("./indexing.js").IndexFile} file
 */
function* written({ documents }) {
  for (const [, , title, note, places] of documents) {
    const texts = [title, note, ...places.map(([, , text]) => text)];
    const runs = folded(texts.join(" ")).match(RUN) ?? [];
    yield* runs.filter((run) => isSpaced(run) && run.length >= WRITTEN_FROM);
  }
}

export class Spelling {
  #forms;

  /** @param {Form[]} forms */
  constructor(forms) {
    this.#forms = forms;
  }

  /**
   * The closest stem there is to a word that is not known, or else the word itself.
   * @param {string} word in small letters
   * @param {string} own its stem
   */
  closest(word, own) {
    let [best, least, most] = [word, Infinity, 0];
    for (const [form, one, count] of this.#forms) {
      // Who slips, seldom does so on the first letter.
      if (form[0] !== word[0]) continue;
      const slips = Math.min(slipsBetween(word, form), slipsBetween(own, form));
      const commoner = slips === least && count > most;
      if (slips < least || (best !== word && commoner)) [best, least, most] = [one, slips, count];
    }
    return best;
  }
}

/**
 * How many letters are missing, added, wrong or swapped with the next; infinitely many in another word.
 * @param {string} typed
 * @param {string} form
 */
function slipsBetween(typed, form) {
  const most = typed.length < TWO_FROM ? 1 : 2;
  if (Math.abs(typed.length - form.length) > most) return Infinity;
  /** @type {number[][]} Row, column -> slips from so many letters of one to so many of the other. */
  const slips = [Array.from({ length: form.length + 1 }, (_, column) => column)];
  const at = (/** @type {number} */ row, /** @type {number} */ column) => slips[row]?.[column] ?? Infinity;
  for (let row = 1; row <= typed.length; row++) {
    slips.push([row]);
    for (let column = 1; column <= form.length; column++) {
      const wrong = typed[row - 1] === form[column - 1] ? 0 : 1;
      const swapped = typed[row - 1] === form[column - 2] && typed[row - 2] === form[column - 1];
      slips[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + wrong,
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  const all = at(typed.length, form.length);
  return all > most ? Infinity : all;
}
