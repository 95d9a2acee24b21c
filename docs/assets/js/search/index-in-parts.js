// @ts-check
/** An index that is too large for one file: what a search does not need stays where it is. */
import { Spelling } from "./spelling.js";

/** @typedef {import("./cutting.js").Part} Part */
/** @typedef {import("./indexing.js").StoredDocument} StoredDocument */
/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("./whole-index.js").Beginning} Beginning */
/** @typedef {import("./whole-index.js").Index} Index */
/** @typedef {[term: string, fields: Fields]} Entry */

/** @implements {Index} */
export class IndexInParts {
  #parts;
  #index;
  #read;
  /** @type {Map<string, Promise<any>>} name of a file -> what it holds */
  #coming = new Map();
  /** @type {Map<Part, Entry[]>} */
  #here = new Map();
  /** @type {Map<string, Fields>} */
  postings = new Map();

  /**
   * @param {import("./cutting.js").FirstFile} file
   * @param {(name: string) => Promise<string>} read the text of a file beside it
   */
  constructor({ kinds, index, parts }, read) {
    this.kinds = kinds;
    this.#index = index;
    this.#parts = parts;
    this.#read = read;
  }

  /** @param {Beginning[]} beginnings */
  async bring(beginnings) {
    const lacking = this.#parts.terms.filter((part) => !this.#here.has(part) && holds(part, beginnings));
    await Promise.all(lacking.map(async (part) => this.#add(part, await this.#load(part.name))));
  }

  /**
   * In the order of the whole index, so that what begins alike is added up in the same order as there.
   * @param {Beginning[]} beginnings
   */
  plain(beginnings) {
    const parts = this.#parts.terms.filter((part) => holds(part, beginnings));
    const entries = parts.flatMap((part) => this.#here.get(part) ?? []);
    return { ...this.#index, index: entries.filter(([term]) => beginnings.some((beginning) => isMeant(term, beginning))) };
  }

  /** @param {string} word */
  async spelling(word) {
    const parts = this.#parts.forms.filter((part) => holds(part, [{ text: word, open: false }]));
    const forms = await Promise.all(parts.map(({ name }) => this.#load(name)));
    return new Spelling(forms.flat());
  }

  /** @param {number[]} ids */
  async documents(ids) {
    return Promise.all(ids.map(async (id) => {
      const part = this.#parts.documents.findLast(({ from }) => from <= id);
      if (!part) throw new Error(`no part of the index holds document ${id}`);
      /** @type {StoredDocument[]} */
      const documents = await this.#load(part.name);
      return /** @type {StoredDocument} */ (documents[id - part.from]);
    }));
  }

  /**
   * @param {Part} part
   * @param {Entry[]} entries
   */
  #add(part, entries) {
    this.#here.set(part, entries);
    for (const [term, fields] of entries) this.postings.set(term, fields);
  }

  /**
   * What a file holds; one that did not come is asked for again the next time.
   * @param {string} name
   */
  #load(name) {
    const known = this.#coming.get(name);
    if (known) return known;
    const coming = this.#read(name).then((text) => JSON.parse(text));
    this.#coming.set(name, coming);
    coming.catch(() => this.#coming.delete(name));
    return coming;
  }
}

/**
 * @param {string} term
 * @param {Beginning} beginning
 */
function isMeant(term, { text, open }) {
  return term === text || (open && term.startsWith(text));
}

/**
 * Whether something that is meant can stand in a part.
 * @param {Part} part
 * @param {Beginning[]} beginnings
 */
function holds({ begins }, beginnings) {
  return begins.some((begin) => {
    return beginnings.some(({ text, open }) => text.startsWith(begin) || (open && begin.startsWith(text)));
  });
}
