// @ts-check
/** An index of which everything is there: that of a playbook of usual size. */
import { formsOf, Spelling } from "./spelling.js";

/** @typedef {import("./indexing.js").StoredDocument} StoredDocument */
/** @typedef {import("minisearch").AsPlainObject} Plain */

/**
 * What a search reads.
 * @typedef {object} Index
 * @property {readonly string[]} kinds of each document
 * @property {(beginnings: Beginning[]) => Plain} plain what is meant, as MiniSearch reads it
 * @property {ReadonlyMap<string, import("./fields.js").Fields>} postings where each term stands
 * @property {(beginnings: Beginning[]) => Promise<void>} bring lets plain and postings hold what is meant
 * @property {(word: string) => Promise<Spelling>} spelling with what begins like a word
 * @property {(ids: number[]) => Promise<StoredDocument[]>} documents what is shown of some, in their order
 */
/** @typedef {{ text: string, open: boolean }} Beginning A term; where it is open, whatever begins with it, too. */

/** @implements {Index} */
export class WholeIndex {
  #file;
  /** @type {Spelling | undefined} */
  #spelling;

  /** @param {import("./indexing.js").IndexFile} file */
  constructor(file) {
    this.#file = file;
    this.kinds = file.documents.map(([kind]) => kind);
    this.postings = new Map(file.index.index);
  }

  plain() {
    return this.#file.index;
  }

  async bring() {}

  async spelling() {
    this.#spelling ??= new Spelling(formsOf(this.#file));
    return this.#spelling;
  }

  /** @param {number[]} ids */
  async documents(ids) {
    return ids.map((id) => /** @type {StoredDocument} */ (this.#file.documents[id]));
  }
}
