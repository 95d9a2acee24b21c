// @ts-check
/** Cuts what a reader types as macros/exporters/search_words.py cut the texts: a test holds them together. */

import { stem } from "./stems.js";

const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const RUN = new RegExp(`[${HAN}]+|[0-9a-z\\u00df-\\u024f]+`, "g");
const IS_HAN = new RegExp(`^[${HAN}]`);
/** As many Latin words as a group can hold in one phrase. */
const LONGEST_PHRASE = 4;

/**
 * What the file of the index says about words.
 * @typedef {object} Vocabulary
 * @property {string[]} ignored
 * @property {Record<string, string[]>} groups phrase -> the groups of words that stand for the same thing
 * @property {[string, string]} traditional traditional characters, and the simplified ones in the same order
 */

export class SearchWords {
  #ignored;
  #groups;
  #gap;
  #longest = 0;
  /** @type {Map<string, string>} */
  #simplified;

  /** @param {Vocabulary} vocabulary */
  constructor({ ignored, groups, traditional: [from, to] }) {
    this.#ignored = new Set(ignored);
    this.#groups = new Map(Object.entries(groups));
    const gaps = ignored.filter(isHan).sort((one, other) => other.length - one.length);
    this.#gap = new RegExp(gaps.join("|") || "(?!)", "g");
    for (const phrase of this.#groups.keys()) {
      if (isHan(phrase)) this.#longest = Math.max(this.#longest, phrase.length);
    }
    const simplified = [...to];
    this.#simplified = new Map([...from].map((character, index) => [character, simplified[index] ?? character]));
  }

  /**
   * Stems and pairs of characters, each once.
   * @param {string} text
   * @returns {string[]}
   */
  words(text) {
    const words = this.#runs(text).flatMap((run) => this.#cut(run));
    return [...new Set(words)];
  }

  /**
   * The groups of which *text* holds a word, each with = before its name.
   * @param {string} text
   * @returns {string[]}
   */
  groups(text) {
    return [...this.meanings(text).keys()];
  }

  /**
   * The groups of which *text* holds a word, and the stems and pairs that stand there for each.
   * @param {string} text
   * @returns {Map<string, string[]>}
   */
  meanings(text) {
    /** @type {Map<string, string[]>} */
    const meanings = new Map();
    for (const phrase of this.#phrases(text)) {
      for (const group of this.#groups.get(phrase) ?? []) {
        const words = phrase.split(" ").flatMap((word) => (isHan(word) && word.length > 1 ? pairs(word) : [word]));
        meanings.set(group, [...(meanings.get(group) ?? []), ...words]);
      }
    }
    return meanings;
  }

  /** The Latin words in phrases of groups, as stems. */
  grouped() {
    return [...this.#groups.keys()].filter((phrase) => !isHan(phrase)).flatMap((phrase) => phrase.split(" "));
  }

  /**
   * *text* in small letters with each Latin word that says something replaced by what *mend* makes of it.
   * @param {string} text
   * @param {(word: string) => string} mend
   */
  mended(text, mend) {
    return this.#runs(text)
      .map((run) => (isHan(run) || this.#ignored.has(run) ? run : mend(run)))
      .join(" ");
  }

  /** @param {string} text */
  #phrases(text) {
    const runs = this.#runs(text);
    const latin = runs.filter((run) => !isHan(run)).map(stem);
    const phrases = parts(latin.length, LONGEST_PHRASE).map(([start, end]) => latin.slice(start, end).join(" "));
    const han = runs.filter(isHan).flatMap((run) => {
      return parts(run.length, this.#longest).map(([start, end]) => run.slice(start, end));
    });
    return new Set([...phrases, ...han]);
  }

  /** @param {string} run */
  #cut(run) {
    if (!isHan(run)) return this.#ignored.has(run) ? [] : [stem(run)];
    const pieces = run.replace(this.#gap, " ").split(" ").filter(Boolean);
    return pieces.flatMap((piece) => (piece.length > 1 ? pairs(piece) : [piece]));
  }

  /** @param {string} text */
  #runs(text) {
    const small = text.normalize("NFKC").toLowerCase();
    const plain = [...small].map((character) => this.#simplified.get(character) ?? character).join("");
    return plain.match(RUN) ?? [];
  }
}

/** @param {string} word */
export function isHan(word) {
  return IS_HAN.test(word);
}

/** @param {string} text */
function pairs(text) {
  return Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
}

/**
 * Beginning and end of every part that is not too long.
 * @param {number} length
 * @param {number} longest
 * @returns {[number, number][]}
 */
function parts(length, longest) {
  /** @type {[number, number][]} */
  const found = [];
  for (let start = 0; start < length; start++) {
    for (let end = start + 1; end <= Math.min(start + longest, length); end++) found.push([start, end]);
  }
  return found;
}
