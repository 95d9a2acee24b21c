// @ts-check
/** Cuts texts, and what a reader types, into what search compares: stems of words, pairs of characters, groups. */
import { folded, isUnspaced, RUN } from "./letters.js";
import { STEMMERS } from "./stems.js";

/** As many words of letters as a group can hold in one phrase. */
const LONGEST_PHRASE = 4;

/**
 * What the file of an index says about words.
 * @typedef {object} Vocabulary
 * @property {string[]} ignored words that say nothing about what a text is on
 * @property {Record<string, string[]>} groups phrase -> the groups of words that stand for the same thing
 * @property {string} stemmer which one makes one of the forms of a word
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
  constructor({ ignored, groups, stemmer, traditional: [from, to] }) {
    this.#ignored = new Set(ignored);
    this.#groups = new Map(Object.entries(groups));
    this.stem = stemmerNamed(stemmer);
    const gaps = ignored.filter(isUnspaced).sort((one, other) => other.length - one.length);
    this.#gap = new RegExp(gaps.join("|") || "(?!)", "g");
    for (const phrase of this.#groups.keys()) {
      if (isUnspaced(phrase)) this.#longest = Math.max(this.#longest, phrase.length);
    }
    const simplified = [...to];
    this.#simplified = new Map([...from].map((character, index) => [character, simplified[index] ?? character]));
  }

  /**
   * Stems and pairs of characters, in the order of the text.
   * @param {string} text
   * @returns {string[]}
   */
  words(text) {
    return this.#runs(text).flatMap((run) => this.#cut(run));
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
        const words = phrase.split(" ").flatMap((word) => (isUnspaced(word) ? pairs(word) : [word]));
        meanings.set(group, [...(meanings.get(group) ?? []), ...words]);
      }
    }
    return meanings;
  }

  /** The words of letters in phrases of groups, as stems. */
  grouped() {
    return [...this.#groups.keys()].filter((phrase) => !isUnspaced(phrase)).flatMap((phrase) => phrase.split(" "));
  }

  /**
   * The words of letters that say something, in small letters.
   * @param {string} text
   */
  said(text) {
    return this.#runs(text).filter((run) => this.#says(run));
  }

  /**
   * *text* in small letters with each word of letters that says something replaced by what *mend* makes of it.
   * @param {string} text
   * @param {(word: string) => string} mend
   */
  mended(text, mend) {
    return this.#runs(text)
      .map((run) => (this.#says(run) ? mend(run) : run))
      .join(" ");
  }

  /** @param {string} run */
  #says(run) {
    return !isUnspaced(run) && !this.#ignored.has(run);
  }

  /** @param {string} text */
  #phrases(text) {
    const runs = this.#runs(text);
    const stems = runs.filter((run) => !isUnspaced(run)).map(this.stem);
    const phrases = parts(stems.length, LONGEST_PHRASE).map(([start, end]) => stems.slice(start, end).join(" "));
    const unspaced = runs.filter(isUnspaced).flatMap((run) => {
      return parts(run.length, this.#longest).map(([start, end]) => run.slice(start, end));
    });
    return new Set([...phrases, ...unspaced]);
  }

  /** @param {string} run */
  #cut(run) {
    if (!isUnspaced(run)) return this.#ignored.has(run) ? [] : [this.stem(run)];
    const pieces = run.replace(this.#gap, " ").split(" ").filter(Boolean);
    return pieces.flatMap(pairs);
  }

  /** @param {string} text */
  #runs(text) {
    const plain = [...folded(text)].map((character) => this.#simplified.get(character) ?? character).join("");
    return plain.match(RUN) ?? [];
  }
}

/** @param {string} term */
export function isGroup(term) {
  return term.startsWith("=");
}

/**
 * Whether a term is a word of letters.
 * @param {string} term
 */
export function isSpaced(term) {
  return !isGroup(term) && !isUnspaced(term);
}

/** @param {string} name */
export function stemmerNamed(name) {
  const stemmer = STEMMERS[name];
  if (!stemmer) throw new Error(`search knows no stemmer '${name}', only ${Object.keys(STEMMERS).join(" and ")}`);
  return stemmer;
}

/**
 * Every two neighbouring characters, or the only one.
 * @param {string} text
 */
function pairs(text) {
  const characters = [...text];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
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
