// @ts-check
/** The tables of a playbook on this device: in a database, or in this page where the browser refuses one. */
import { openDB } from "idb";
import { isDraft } from "./answer-record.js";
import { resultOf } from "./results.js";
import { randomId } from "./subjects.js";

/** @typedef {import("idb").IDBPDatabase} Database */
/** @typedef {import("idb").IDBPTransaction<unknown, string[], "versionchange">} Upgrade */
/**
 * blocked: the browser keeps nothing for this page; full: no room is left; renewed: a newer edition of the
 * site has changed the database; failed: anything else, as when the device's disk refuses.
 * @typedef {"blocked" | "full" | "renewed" | "failed"} Reason
 */
/**
 * @typedef {object} Table
 * @property {(key: any) => Promise<any>} get undefined where there is none
 * @property {() => Promise<any[]>} all
 * @property {(tool: string, subjectId: string) => Promise<any[]>} of only where the table has tools and subjects
 * @property {(subjectId: string) => Promise<any[]>} about only where the table has subjects
 * @property {(value: any) => Promise<unknown>} put
 * @property {(key: any) => Promise<void>} delete
 * @property {() => Promise<void>} clear
 */
/** @typedef {keyof typeof KEYS} TableName */
/** @typedef {Record<TableName, Table>} Tables */
/** @typedef {"readonly" | "readwrite"} Mode */
/**
 * @typedef {object} Shelf
 * @property {<Result>(mode: Mode, work: (tables: Tables) => Promise<Result>) => Promise<Result>} run does all of
 *   *work* or nothing of it; rejected with a Refusal. *work* waits for nothing but the tables
 * @property {() => Promise<void>} open rejected with a Refusal
 */

/** Table -> what in a value is its key; "#" numbers the values. */
export const KEYS = {
  subjects: "id",
  drafts: ["tool", "version", "subjectId"],
  aside: "#number",
  results: "id",
  actions: "id",
  checklists: "id",
  settings: "name",
  lists: "id",
  listFiles: "id",
};
const TABLES = /** @type {TableName[]} */ (Object.keys(KEYS));

/**
 * What makes each version of the database from the one before; a step that was released is never changed.
 * @type {((database: Database, transaction: Upgrade) => void | Promise<void>)[]}
 */
export const STEPS = [
  (database) => {
    database.createObjectStore("subjects", { keyPath: "id" });
    database.createObjectStore("drafts", { keyPath: ["tool", "version", "subjectId"] });
    database.createObjectStore("aside", { keyPath: "number", autoIncrement: true });
    database.createObjectStore("checklists", { keyPath: "id" });
    database.createObjectStore("settings", { keyPath: "name" });
  },
  async (database, transaction) => {
    const results = database.createObjectStore("results", { keyPath: "id" });
    const actions = database.createObjectStore("actions", { keyPath: "id" });
    const drafts = transaction.objectStore("drafts");
    for (const table of [drafts, transaction.objectStore("aside"), results, actions]) {
      table.createIndex("about", "subjectId");
      table.createIndex("of", ["tool", "subjectId"]);
    }
    for (const draft of await drafts.getAll()) {
      if (isDraft(draft) && draft.scored) await results.put(resultOf(draft, null, randomId()));
    }
  },
  (database) => {
    database.createObjectStore("lists", { keyPath: "id" });
    database.createObjectStore("listFiles", { keyPath: "id" });
  },
];

export class Refusal extends Error {
  /**
   * @param {Reason} reason
   * @param {unknown} cause
   */
  constructor(reason, cause) {
    super(`the browser's storage is ${reason}: ${cause}`, { cause });
    this.name = "Refusal";
    this.reason = reason;
  }
}

/** @implements {Shelf} */
export class DatabaseShelf {
  #name;
  /** @type {Promise<Database> | null} */
  #database = null;

  /** @param {string} name */
  constructor(name) {
    this.#name = name;
  }

  async open() {
    await this.#open();
  }

  /**
   * @template Result
   * @param {Mode} mode
   * @param {(tables: Tables) => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  async run(mode, work) {
    const transaction = await this.#begin(mode);
    // Where the work fails, that is what is told; the end of the transaction is awaited below.
    transaction.done.catch(() => undefined);
    try {
      const tables = /** @type {Tables} */ (Object.fromEntries(TABLES.map((name) => [name, tableOf(transaction, name)])));
      const result = await work(tables);
      await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      throw new Refusal(nameOf(error) === "QuotaExceededError" ? "full" : "failed", error);
    }
  }

  /** @param {Mode} mode */
  async #begin(mode) {
    const begin = async () => (await this.#open()).transaction(TABLES, mode, { durability: "strict" });
    try {
      return await begin();
    } catch (error) {
      if (error instanceof Refusal) throw error;
      // The browser closes a database whose data were cleared, or whose process died: once more, anew.
      this.#database = null;
      return begin().catch((again) => {
        throw again instanceof Refusal ? again : new Refusal("failed", again);
      });
    }
  }

  #open() {
    this.#database ??= openTables(this.#name, () => (this.#database = null));
    this.#database.catch(() => (this.#database = null));
    return this.#database;
  }
}

/**
 * @param {string} name
 * @param {() => void} closed called when the database can no longer be used
 */
async function openTables(name, closed) {
  try {
    return await openDB(name, STEPS.length, {
      upgrade: async (database, from, _to, transaction) => {
        for (const step of STEPS.slice(from)) await step(database, transaction);
      },
      // Another window wants to change or to delete the database, and waits until this one lets go.
      blocking: (_from, _to, event) => {
        /** @type {IDBDatabase} */ (event.target).close();
        closed();
      },
      terminated: closed,
    });
  } catch (error) {
    throw new Refusal(nameOf(error) === "VersionError" ? "renewed" : "blocked", error);
  }
}

/**
 * Keeps the tables as long as this page lives.
 * @implements {Shelf}
 */
export class MemoryShelf {
  /** @type {Map<TableName, Map<string, any>>} */
  #tables = new Map(TABLES.map((name) => [name, new Map()]));
  #number = 0;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  async open() {}

  /**
   * @template Result
   * @param {Mode} _mode
   * @param {(tables: Tables) => Promise<Result>} work
   * @returns {Promise<Result>}
   */
  run(_mode, work) {
    const next = this.#last.then(async () => {
      const copies = new Map([...this.#tables].map(([name, rows]) => [name, new Map(rows)]));
      const tables = [...copies].map(([name, rows]) => [name, this.#tableOf(rows, KEYS[name])]);
      const result = await work(Object.fromEntries(tables));
      this.#tables = copies;
      return result;
    });
    this.#last = next.catch(() => undefined);
    return next;
  }

  /**
   * @param {Map<string, any>} rows
   * @param {string | string[]} key
   * @returns {Table}
   */
  #tableOf(rows, key) {
    const numbered = key === "#number";
    const field = numbered ? "number" : key;
    const keyIn = (/** @type {any} */ value) => (Array.isArray(field) ? field.map((name) => value[name]) : value[field]);
    const rowsWhere = (/** @type {(row: any) => boolean} */ isWanted) => structuredClone([...rows.values()].filter(isWanted));
    return {
      get: async (wanted) => structuredClone(rows.get(JSON.stringify(wanted))),
      all: async () => rowsWhere(() => true),
      of: async (tool, subjectId) => rowsWhere((row) => row.tool === tool && row.subjectId === subjectId),
      about: async (subjectId) => rowsWhere((row) => row.subjectId === subjectId),
      put: async (value) => {
        const row = numbered && value.number === undefined ? { ...value, number: ++this.#number } : value;
        rows.set(JSON.stringify(keyIn(row)), structuredClone(row));
        return keyIn(row);
      },
      delete: async (wanted) => void rows.delete(JSON.stringify(wanted)),
      clear: async () => rows.clear(),
    };
  }
}

/**
 * @param {import("idb").IDBPTransaction<unknown, TableName[], Mode>} transaction
 * @param {TableName} name
 * @returns {Table}
 */
function tableOf(transaction, name) {
  const table = /** @type {import("idb").IDBPObjectStore<any, any, any, "readwrite">} */ (transaction.objectStore(name));
  return {
    get: (key) => table.get(key),
    all: () => table.getAll(),
    of: (tool, subjectId) => table.index("of").getAll([tool, subjectId]),
    about: (subjectId) => table.index("about").getAll(subjectId),
    put: (value) => table.put(value),
    delete: (key) => table.delete(key),
    clear: () => table.clear(),
  };
}

/** @param {{ abort: () => void }} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** @param {unknown} error */
function nameOf(error) {
  return error instanceof Error || error instanceof DOMException ? error.name : "";
}
