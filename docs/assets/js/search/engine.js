// @ts-check
/** Finds pages for what a reader types. */
import MiniSearch from "minisearch";
import { INDEX, SPELLINGS, WEIGHTS } from "./fields.js";
import { folded, isUnspaced, RUN } from "./letters.js";
import { cutWhere } from "./marks.js";
import { Spelling } from "./spelling.js";
import { SearchWords } from "./words.js";

/** @typedef {import("./indexing.js").IndexFile} IndexFile */
/** @typedef {import("./indexing.js").StoredDocument} StoredDocument */
/** @typedef {import("./indexing.js").StoredPlace} StoredPlace */
/** @typedef {Record<string, Record<string, number>>} Fields Field -> document -> how often a word stands there. */
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
/** Shorter words have no endings to tell apart. */
const WRITTEN_FROM = 4;
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
  #spellings;
  /** @type {Spelling | undefined} */
  #spelling;
  /** @type {Map<StoredPlace, Set<string>>} */
  #placeWords = new Map();

  /** @param {IndexFile} file */
  constructor(file) {
    this.#documents = file.documents;
    this.#words = new SearchWords(file);
    this.#postings = new Map(file.index.index);
    this.#spellings = String(file.index.fieldIds[SPELLINGS]);
    this.#index = MiniSearch.loadJS(file.index, {
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
    return cutWhere(text, this.#read(typed).words, this.#words.stem);
  }

  /**
   * @param {string} text
   * @returns {Query}
   */
  #read(text) {
    const mended = this.#words.mended(text, (word) => this.#mend(word));
    const words = [...new Set(this.#words.words(mended))];
    const meanings = this.#words.meanings(mended);
    return { words, meanings, terms: [...words, ...meanings.keys()] };
  }

  /** @param {string} word */
  #mend(word) {
    if (this.#postings.has(this.#words.stem(word))) return word;
    this.#spelling ??= new Spelling(this.#counts(), this.#written(), this.#words.stem);
    return this.#spelling.mend(word);
  }

  /** Stem of a word of letters -> how many documents hold it. */
  #counts() {
    const grouped = this.#words.grouped().map((word) => /** @type {const} */ ([word, 1]));
    const stems = [...this.#postings.keys()].filter(isSpaced);
    return new Map([...grouped, ...stems.map((word) => /** @type {const} */ ([word, this.#count(word)]))]);
  }

  /** Words of letters in what results show. */
  *#written() {
    for (const [, , title, note, places] of this.#documents) {
      const texts = [title, note, ...places.map(([, , text]) => text)];
      const runs = folded(texts.join(" ")).match(RUN) ?? [];
      yield* runs.filter((run) => isSpaced(run) && run.length >= WRITTEN_FROM);
    }
  }

  /**
   * How many documents hold a word or a group; a spelling is no word.
   * @param {string} term
   */
  #count(term) {
    const fields = Object.entries(this.#postings.get(term) ?? {}).filter(([field]) => field !== this.#spellings);
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
    if (!isSpaced(term)) return [...term].length === 1;
    const last = next === undefined || isGroup(next);
    return term.normalize("NFD").length >= PREFIX_FROM && (last || !this.#postings.has(term));
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

/**
 * Whether a term is a word of letters.
 * @param {string} term
 */
function isSpaced(term) {
  return !isGroup(term) && !isUnspaced(term);
}
