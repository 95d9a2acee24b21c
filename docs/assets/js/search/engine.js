// @ts-check
/** Finds pages for what a reader types. */
import MiniSearch from "minisearch";
import { countIn, INDEX, WEIGHTS } from "./fields.js";
import { IndexInParts } from "./index-in-parts.js";
import { cutWhere } from "./marks.js";
import { SLIPS_FROM } from "./spelling.js";
import { WholeIndex } from "./whole-index.js";
import { isGroup, isSpaced, SearchWords } from "./words.js";

/** @typedef {import("./cutting.js").FirstFile} FirstFile */
/** @typedef {import("./indexing.js").IndexFile} IndexFile */
/** @typedef {import("./indexing.js").StoredDocument} StoredDocument */
/** @typedef {import("./indexing.js").StoredPlace} StoredPlace */
/** @typedef {import("./whole-index.js").Beginning} Beginning */
/** @typedef {import("./whole-index.js").Plain} Plain */
/** @typedef {{ kind: string, address: string, text: string }} Place */
/**
 * @typedef {object} Result
 * @property {string} kind module, assessment, calculator, course, paper, term, area or page
 * @property {string} address from the root of the language
 * @property {string} title
 * @property {string} note
 * @property {Place[]} places the best answers on that page, the best one first
 */

/**
 * @typedef {object} Found
 * @property {Result[]} results the best one first
 * @property {(text: string) => [text: string, wanted: boolean][]} cut cuts where what was typed begins and ends
 */

/**
 * What a reader typed, understood.
 * @typedef {object} Query
 * @property {string[]} words stems and pairs of characters
 * @property {Map<string, string[]>} meanings group -> the words that it stands for
 * @property {string[]} terms the words, then the groups
 */

const KINDS = { module: 1.15, term: 0.9, area: 0.7, page: 0.9, paper: 0.8 };
/** A group of synonyms holds what the reader means, if not what he said. */
const GROUP = 1.25;
/** Long texts weigh little less than short ones here: they answer more. */
const LENGTHS = { k: 2, b: 0.4, d: 0 };
/** As many letters as the beginning of a word needs; a Korean syllable is written with two or three. */
const PREFIX_FROM = 3;
const PLACES = 2;
/** A place is shown when it holds at least this share of what was typed. */
const FITTING = 0.5;

export class SearchEngine {
  #index;
  #words;
  /** What *#ranking* was made from. */
  #plain;
  #ranking;
  /** @type {Map<StoredPlace, Set<string>>} */
  #placeWords = new Map();

  /**
   * @param {IndexFile | FirstFile} file
   * @param {(name: string) => Promise<string>} read the text of a file beside it
   */
  constructor(file, read) {
    this.#index = "parts" in file ? new IndexInParts(file, read) : new WholeIndex(file);
    this.#words = new SearchWords(file);
    this.#plain = this.#index.plain([]);
    this.#ranking = this.#rankingOf(this.#plain);
  }

  /**
   * The best results for *text*, the best one first; rejected where a part of the index does not come.
   * @param {string} text
   * @param {number} most
   * @returns {Promise<Found>}
   */
  async find(text, most) {
    const query = await this.#read(text);
    const beginnings = beginningsOf(query.terms);
    await this.#index.bring(beginnings);
    const found = this.#rankingFor(beginnings).search(query.terms.join(" ")).map(({ id, score, queryTerms }) => {
      return { id, score: score * coverage(query, queryTerms) };
    });
    found.sort((one, other) => other.score - one.score);
    const documents = await this.#index.documents(found.slice(0, most).map(({ id }) => id));
    return {
      results: documents.map((document) => this.#result(document, query.terms)),
      cut: (shown) => cutWhere(shown, query.words, this.#words.stem),
    };
  }

  /**
   * @param {string} text
   * @returns {Promise<Query>}
   */
  async #read(text) {
    await this.#index.bring(beginningsOf([...this.#words.words(text), ...this.#words.groups(text)]));
    /** @type {Map<string, string>} */
    const mended = new Map();
    for (const word of this.#words.said(text)) mended.set(word, await this.#mend(word));
    const meant = this.#words.mended(text, (word) => mended.get(word) ?? word);
    const words = [...new Set(this.#words.words(meant))];
    const meanings = this.#words.meanings(meant);
    return { words, meanings, terms: [...words, ...meanings.keys()] };
  }

  /**
   * The word itself when it is known or begins one that is, or else the closest stem there is.
   * @param {string} word in small letters
   */
  async #mend(word) {
    const own = this.#words.stem(word);
    if (word.length < SLIPS_FROM || this.#index.postings.has(own) || this.#begins(own)) return word;
    const spelling = await this.#index.spelling(word);
    return spelling.closest(word, own);
  }

  /** @param {string} beginning */
  #begins(beginning) {
    for (const term of this.#index.postings.keys()) if (term.startsWith(beginning) && isSpaced(term)) return true;
    return this.#words.grouped().some((word) => word.startsWith(beginning));
  }

  /** @param {Beginning[]} beginnings */
  #rankingFor(beginnings) {
    const plain = this.#index.plain(beginnings);
    if (plain !== this.#plain) [this.#plain, this.#ranking] = [plain, this.#rankingOf(plain)];
    return this.#ranking;
  }

  /**
   * @param {Plain} plain
   * @returns {MiniSearch<{ id: number }>}
   */
  #rankingOf(plain) {
    return MiniSearch.loadJS(plain, {
      ...INDEX,
      searchOptions: {
        bm25: LENGTHS,
        boost: WEIGHTS,
        boostDocument: (id) => this.#kindWeight(id),
        boostTerm: (term) => (isGroup(term) ? GROUP : 1) * this.#rarity(term),
        prefix: (term, index, terms) => this.#mayGoOn(term, terms[index + 1]),
        tokenize: (text) => text.split(" "),
        weights: { fuzzy: 0, prefix: 0.4 },
      },
    });
  }

  /**
   * From 0 for a word that stands in every document to 1 for one that stands in one.
   * @param {string} term
   */
  #rarity(term) {
    const all = this.#index.kinds.length;
    const count = countIn(this.#index.postings.get(term), this.#plain);
    return Math.log(1 + all / (count + 0.5)) / Math.log(1 + all / 1.5);
  }

  /**
   * Whether a word may be the beginning of the one that is meant: of the last one more may follow.
   * @param {string} term
   * @param {string | undefined} next
   */
  #mayGoOn(term, next) {
    if (!mayBegin(term)) return false;
    const last = next === undefined || isGroup(next);
    return !isSpaced(term) || last || !this.#index.postings.has(term);
  }

  /** @param {number} id */
  #kindWeight(id) {
    const kind = this.#index.kinds[id] ?? "";
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

/**
 * What an index is asked for: the terms, and what they may begin.
 * @param {string[]} terms
 * @returns {Beginning[]}
 */
function beginningsOf(terms) {
  return terms.map((text) => ({ text, open: mayBegin(text) }));
}

/**
 * Whether a term is enough of a beginning.
 * @param {string} term
 */
function mayBegin(term) {
  return isSpaced(term) ? term.normalize("NFD").length >= PREFIX_FROM : [...term].length === 1;
}
