// @ts-check
/** Keeps lists of accounts on this device where their reader asks for it, each with its file, and tells the other windows. */
import { isMoment, isObject } from "./answer-record.js";

/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/**
 * A list without its file.
 * @typedef {object} KeptList
 * @property {string} id
 * @property {string} name of the file
 * @property {boolean} isSample
 * @property {string} tool
 * @property {string} saved ISO 8601
 * @property {number} accounts
 * @property {number} size bytes of the file
 * @property {{ sheet: string, separator: string }} choice how the file is read
 * @property {Record<string, unknown>} map which column is what, with the limits of figures
 * @property {Record<string, unknown>} settings weights and limits that were tried
 * @property {{ account: string, band: string, reason: string, until: string }[]} overrides
 * @property {{ column: string, decimal: string } | null} sizes the column that tells how large accounts are
 */
/** @typedef {{ list: KeptList, bytes: Uint8Array }} WithFile */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class ListStore {
  #store;

  /** @param {SiteStore} store */
  constructor(store) {
    this.#store = store;
  }

  /** @returns {Promise<Came<KeptList[]>>} the latest first */
  all() {
    return this.#store.read(async (tables) => {
      const all = (await tables.lists.all()).filter(isKeptList);
      return all.sort((one, other) => Date.parse(other.saved) - Date.parse(one.saved));
    });
  }

  /**
   * @param {string} id
   * @returns {Promise<Came<WithFile | null>>} null where it is not there
   */
  of(id) {
    return this.#store.read((tables) => withFile(tables, id));
  }

  /**
   * Keep a list, in place of what was kept of it.
   * @param {WithFile} kept
   */
  keep({ list, bytes }) {
    return this.#store.change(async (tables) => {
      await tables.lists.put(list);
      await tables.listFiles.put({ id: list.id, bytes });
    }, { act: "listed" });
  }

  /**
   * @param {string} id
   * @returns {Promise<Came<WithFile | null>>} what was removed, to be kept again where the reader takes it back
   */
  remove(id) {
    return this.#store.change(async (tables) => {
      const removed = await withFile(tables, id);
      await tables.lists.delete(id);
      await tables.listFiles.delete(id);
      return removed;
    }, { act: "listed" });
  }
}

/**
 * @param {import("./shelves.js").Tables} tables
 * @param {string} id
 * @returns {Promise<WithFile | null>}
 */
async function withFile(tables, id) {
  const [list, file] = [await tables.lists.get(id), await tables.listFiles.get(id)];
  return isKeptList(list) && file?.bytes instanceof Uint8Array ? { list, bytes: file.bytes } : null;
}

/**
 * Whether a row has the shape of a list, whoever wrote it.
 * @param {unknown} row
 * @returns {row is KeptList}
 */
export function isKeptList(row) {
  if (!isObject(row) || !isMoment(row.saved) || !isObject(row.map) || !isObject(row.choice) || !isObject(row.settings)) return false;
  const isNamed = [row.id, row.name, row.tool].every((text) => typeof text === "string");
  return isNamed && Array.isArray(row.overrides) && [row.accounts, row.size].every((number) => typeof number === "number");
}
