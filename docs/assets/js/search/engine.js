// @ts-check
/** Finds pages for what a reader types. Bundled with MiniSearch and loaded when search is first used. */
import MiniSearch from "minisearch";
import { cutWhere } from "./marks.js";
import { isHan, SearchWords } from "./words.js";

/** @typedef {[kind: string, anchor: string, text: string]} StoredPlace */
/** @typedef {[kind: string, address: string, title: string, note: string, places: StoredPlace[]]} StoredDocument */
/**
 * The file that macros/exporters/search_index.py writes.
 * @typedef {import("./words.js").Vocabulary & { documents: StoredDocument[], index: import("minisearch").AsPlainObject }} IndexFile
 */
/** @typedef {{ kind: string, address: string, text: string }} Place */
/**
 * @typedef {object} Result
 * @property {string} kind module, assessment, calculator, term, area or page
 * @property {string} address from the root of the language
 * @property {string} title
 * @property {string} note
 * @property {Place[]} places the best answers on that page, the best one first
 */

/** What a word weighs by where it stands. */
const BOOSTS = {
  title: 6, other: 5, keywords: 4, terms: 2.5, questions: 3, headings: 2, purpose: 2, near: 0.7, body: 1,
  pinyin: 2,
};
const KINDS = { module: 1.15, term: 0.9, area: 0.7, page: 0.9 };
/** A group of synonyms weighs as much as a word: it holds what the reader means, if not what he said. */
const GROUP = 1;
const PREFIX_FROM = 3;
const FUZZY_FROM = 5;
const PLACES = 2;
/** A place is shown when it holds at least this share of what was typed. */
const FITTING = 0.5;

export class SearchEngine {
  #documents;
  #words;
  /** @type {MiniSearch<{ id: number }>} */
  #index;
  /** @type {Map<StoredPlace, Set<string>>} */
  #placeWords = new Map();

  /** @param {IndexFile} file */
  constructor(file) {
    const words = new SearchWords(file);
    this.#documents = file.documents;
    this.#words = words;
    this.#index = MiniSearch.loadJS(file.index, {
      fields: Object.keys(BOOSTS),
      processTerm: (term) => term,
      searchOptions: {
        boost: BOOSTS,
        boostDocument: (id) => this.#kindWeight(id),
        boostTerm: (term) => (isGroup(term) ? GROUP : 1),
        fuzzy: (term) => isLatin(term) && term.length >= FUZZY_FROM && 0.2,
        prefix: (term) => (isLatin(term) ? term.length >= PREFIX_FROM : term.length === 1),
        tokenize: (text) => [...words.words(text), ...words.groups(text)],
        weights: { fuzzy: 0.3, prefix: 0.4 },
      },
    });
  }

  /**
   * The best results for *text*, the best one first.
   * @param {string} text
   * @param {number} most
   * @returns {Result[]}
   */
  find(text, most) {
    const wanted = [...this.#words.words(text), ...this.#words.groups(text)];
    const found = this.#index.search(text).map(({ id, score, queryTerms }) => ({
      document: this.#documents[id],
      score: (score * new Set(queryTerms).size) / wanted.length,
    }));
    found.sort((one, other) => other.score - one.score);
    return found.slice(0, most).flatMap(({ document }) => (document ? [this.#result(document, wanted)] : []));
  }

  /**
   * *text* cut where what was typed begins and ends.
   * @param {string} text
   * @param {string} typed
   * @returns {[text: string, wanted: boolean][]}
   */
  parts(text, typed) {
    return cutWhere(text, this.#words.words(typed));
  }

  /** @param {number} id */
  #kindWeight(id) {
    const kind = this.#documents[id]?.[0] ?? "";
    return Object.hasOwn(KINDS, kind) ? KINDS[/** @type {keyof typeof KINDS} */ (kind)] : 1;
  }

  /**
   * @param {StoredDocument} document
   * @param {string[]} wanted
   * @returns {Result}
   */
  #result([kind, address, title, note, stored], wanted) {
    const fitting = stored
      .map((place) => ({ place, share: this.#share(place, wanted) }))
      .filter(({ share }) => share >= FITTING)
      .sort((one, other) => other.share - one.share);
    const places = fitting.slice(0, PLACES).map(({ place: [kind, anchor, text] }) => {
      return { kind, address: `${address}#${anchor}`, text };
    });
    return { kind, address, title, note, places };
  }

  /**
   * How much of what was typed a place holds, from 0 to 1.
   * @param {StoredPlace} place
   * @param {string[]} wanted
   */
  #share(place, wanted) {
    let words = this.#placeWords.get(place);
    if (!words) {
      const [, , text] = place;
      words = new Set([...this.#words.words(text), ...this.#words.groups(text)]);
      this.#placeWords.set(place, words);
    }
    return wanted.filter((word) => words.has(word)).length / wanted.length;
  }
}

/** @param {string} term */
function isGroup(term) {
  return term.startsWith("=");
}

/** @param {string} term */
function isLatin(term) {
  return !isGroup(term) && !isHan(term);
}
