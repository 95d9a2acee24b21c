// @ts-check
/** Finds pages for what a reader types. Bundled with MiniSearch and loaded when search is first used. */
import MiniSearch from "minisearch";
import { cutWhere } from "./marks.js";
import { Spelling } from "./spelling.js";
import { stem } from "./stems.js";
import { isHan, SearchWords } from "./words.js";

/** @typedef {[kind: string, anchor: string, text: string]} StoredPlace */
/** @typedef {[kind: string, address: string, title: string, note: string, places: StoredPlace[]]} StoredDocument */
/**
 * The file that macros/exporters/search_index.py writes.
 * @typedef {import("./words.js").Vocabulary & { documents: StoredDocument[], index: import("minisearch").AsPlainObject }} IndexFile
 */
/** @typedef {Record<string, Record<string, number>>} Fields Field -> document -> how often a word stands there. */
/** @typedef {{ kind: string, address: string, text: string }} Place */
/**
 * @typedef {object} Result
 * @property {string} kind module, assessment, calculator, term, area or page
 * @property {string} address from the root of the language
 * @property {string} title
 * @property {string} note
 * @property {Place[]} places the best answers on that page, the best one first
 */

/**
 * What a reader typed, understood.
 * @typedef {object} Query
 * @property {string[]} words stems and pairs of characters
 * @property {Map<string, string[]>} meanings group -> the words that it stands for
 * @property {string[]} terms the words, then the groups
 */

/** What a word weighs by where it stands. */
const BOOSTS = {
  title: 10, other: 6, keywords: 3.5, terms: 0.8, questions: 4.8, headings: 2, purpose: 1.2, near: 0.5, body: 1.25,
  pinyin: 2,
};
const KINDS = { module: 1.15, term: 0.9, area: 0.7, page: 0.9 };
/** A group of synonyms holds what the reader means, if not what he said. */
const GROUP = 1.25;
/** Long texts weigh little less than short ones here: they answer more. */
const LENGTHS = { k: 2, b: 0.5, d: 0 };
const PREFIX_FROM = 3;
const WRITTEN = /[a-z]{4,}/g;
const PLACES = 2;
/** A place is shown when it holds at least this share of what was typed. */
const FITTING = 0.5;

export class SearchEngine {
  #documents;
  #words;
  /** @type {MiniSearch<{ id: number }>} */
  #index;
  /** @type {Map<string, Fields>} */
  #postings;
  #pinyin;
  /** @type {Spelling | undefined} */
  #spelling;
  /** @type {Map<StoredPlace, Set<string>>} */
  #placeWords = new Map();

  /** @param {IndexFile} file */
  constructor(file) {
    this.#documents = file.documents;
    this.#words = new SearchWords(file);
    this.#postings = new Map(file.index.index);
    this.#pinyin = String(file.index.fieldIds.pinyin);
    this.#index = MiniSearch.loadJS(file.index, {
      fields: Object.keys(BOOSTS),
      processTerm: (term) => term,
      searchOptions: {
        bm25: LENGTHS,
        boost: BOOSTS,
        boostDocument: (id) => this.#kindWeight(id),
        boostTerm: (term) => (isGroup(term) ? GROUP : 1) * this.#rarity(term),
        prefix: (term, index, terms) => this.#mayGoOn(term, terms[index + 1]),
        tokenize: (text) => text.split(" "),
        weights: { fuzzy: 0, prefix: 0.4 },
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
    const query = this.#read(text);
    const found = this.#index.search(query.terms.join(" ")).map(({ id, score, queryTerms }) => ({
      document: this.#documents[id],
      score: score * coverage(query, queryTerms),
    }));
    found.sort((one, other) => other.score - one.score);
    return found.slice(0, most).flatMap(({ document }) => (document ? [this.#result(document, query.terms)] : []));
  }

  /**
   * *text* cut where what was typed begins and ends.
   * @param {string} text
   * @param {string} typed
   * @returns {[text: string, wanted: boolean][]}
   */
  parts(text, typed) {
    return cutWhere(text, this.#read(typed).words);
  }

  /**
   * @param {string} text
   * @returns {Query}
   */
  #read(text) {
    const mended = this.#words.mended(text, (word) => this.#mend(word));
    const words = this.#words.words(mended);
    const meanings = this.#words.meanings(mended);
    return { words, meanings, terms: [...words, ...meanings.keys()] };
  }

  /** @param {string} word */
  #mend(word) {
    if (this.#postings.has(stem(word))) return word;
    this.#spelling ??= new Spelling(this.#latinCounts(), this.#written());
    return this.#spelling.mend(word);
  }

  /** Stem -> how many documents hold it. */
  #latinCounts() {
    const grouped = this.#words.grouped().map((word) => /** @type {const} */ ([word, 1]));
    const latin = [...this.#postings.keys()].filter(isLatin);
    return new Map([...grouped, ...latin.map((word) => /** @type {const} */ ([word, this.#count(word)]))]);
  }

  /** Latin words in what results show. */
  *#written() {
    for (const [, , title, note, places] of this.#documents) {
      const texts = [title, note, ...places.map(([, , text]) => text)];
      yield* texts.join(" ").toLowerCase().match(WRITTEN) ?? [];
    }
  }

  /**
   * How many documents hold a word or a group; a spelling is no word.
   * @param {string} term
   */
  #count(term) {
    const fields = Object.entries(this.#postings.get(term) ?? {}).filter(([field]) => field !== this.#pinyin);
    return new Set(fields.flatMap(([, documents]) => Object.keys(documents))).size;
  }

  /**
   * From 0 for a word that stands in every document to 1 for one that stands in one.
   * @param {string} term
   */
  #rarity(term) {
    const all = this.#documents.length;
    return Math.log(1 + all / (this.#count(term) + 0.5)) / Math.log(1 + all / 1.5);
  }

  /**
   * Whether a word may be the beginning of the one that is meant: of the last one more may follow.
   * @param {string} term
   * @param {string | undefined} next
   */
  #mayGoOn(term, next) {
    if (!isLatin(term)) return term.length === 1;
    const last = next === undefined || isGroup(next);
    return term.length >= PREFIX_FROM && (last || !this.#postings.has(term));
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

/**
 * The share of what was typed that stands in a document, be it in other words.
 * @param {Query} query
 * @param {string[]} found
 */
function coverage({ terms, meanings }, found) {
  const there = new Set(found.flatMap((term) => [term, ...(meanings.get(term) ?? [])]));
  return terms.filter((term) => there.has(term)).length / terms.length;
}

/** @param {string} term */
function isGroup(term) {
  return term.startsWith("=");
}

/** @param {string} term */
function isLatin(term) {
  return !isGroup(term) && !isHan(term);
}
