// @ts-check
/**
 * The storage of one playbook in this window, whatever stands in it.
 *
 * A browser may refuse or forget. No method throws for that: each says what happened.
 */
import { readLeftovers, removeLeftovers, takeOver } from "./first-edition.js";
import { NewsChannel } from "./news.js";
import { DatabaseShelf, MemoryShelf, Refusal } from "./shelves.js";
import { randomId } from "./subjects.js";

/** @typedef {import("./first-edition.js").Leftover} Leftover */
/** @typedef {import("./news.js").News} News */
/** @typedef {import("./shelves.js").Mode} Mode */
/** @typedef {import("./shelves.js").Reason} Reason */
/** @typedef {import("./shelves.js").Shelf} Shelf */
/** @typedef {import("./shelves.js").Tables} Tables */
/**
 * What came of an act: its result, or why the browser refused, and then nothing was changed.
 * @template Result
 * @typedef {{ done: true, result: Result } | { done: false, reason: Reason }} Outcome
 */

export class SiteStore {
  #site;
  /** @type {Shelf} */
  #shelf;
  #news;
  /** Begins the stamp of each record that this window writes. */
  writer = randomId();
  #writes = 0;
  /** @type {Promise<unknown> | null} */
  #opened = null;
  /** Whether what is written outlives this page. */
  keeps = true;

  /**
   * @param {string} site tells apart two playbooks at one address
   * @param {Shelf} [shelf]
   */
  constructor(site, shelf = new DatabaseShelf(`playbook:${site}`)) {
    this.#site = site;
    this.#shelf = shelf;
    this.#news = new NewsChannel(`playbook:${site}`);
  }

  get site() {
    return this.#site;
  }

  /**
   * Make ready, and take over what the first edition kept.
   * @param {Readonly<Record<string, string>>} [kinds] tool -> the kind of its subjects
   * @returns {Promise<void>}
   */
  async open(kinds = {}) {
    this.#opened ??= this.#shelf.open().catch((error) => {
      if (error instanceof Refusal && error.reason === "renewed") return;
      console.warn(error);
      this.#shelf = new MemoryShelf();
      this.keeps = false;
    });
    await this.#opened;
    const leftovers = readLeftovers(this.#site);
    if (!leftovers.length) return;
    const taken = await this.#do("readwrite", (tables) => takeOver(tables, leftovers, kinds, () => this.newStamp()));
    // What only this page remembers must stay where it was.
    if (taken.done && this.keeps) removeLeftovers(taken.result);
  }

  /**
   * What the first edition kept for a tool and cannot be read, or could not be taken over.
   * @param {string} [tool] every one, where it is not named
   * @returns {Leftover[]}
   */
  leftovers(tool) {
    return readLeftovers(this.#site).filter((each) => tool === undefined || each.tool === tool);
  }

  newStamp() {
    return `${this.writer}.${++this.#writes}`;
  }

  /**
   * @param {(news: News) => void} hear called when another window has written something
   * @param {AbortSignal} signal
   */
  listen(hear, signal) {
    this.#news.listen(hear, signal);
  }

  /**
   * Everything in the tables, as it stands there; of a list's file only that it is there.
   * @returns {Promise<Outcome<Record<string, any[]>>>}
   */
  everything() {
    return this.read(async (tables) => {
      /** @type {Record<string, any[]>} */
      const all = {};
      for (const [name, table] of Object.entries(tables)) if (name !== "listFiles") all[name] = await table.all();
      return all;
    });
  }

  /** @returns {Promise<boolean>} whether nothing of any tool is kept here, as far as the browser says */
  async isBlank() {
    const rows = await this.read(async ({ drafts, results, actions }) => [
      ...(await drafts.all()), ...(await results.all()), ...(await actions.all()),
    ]);
    return !rows.done || !rows.result.length;
  }

  /** Remove everything from the tables. */
  clear() {
    return this.change(async (tables) => {
      for (const table of Object.values(tables)) await table.clear();
    }, { act: "cleared" });
  }

  /**
   * @template Result
   * @param {(tables: Tables) => Promise<Result>} work
   */
  read(work) {
    return this.#do("readonly", work);
  }

  /**
   * @template Result
   * @param {(tables: Tables) => Promise<Result>} work
   * @param {News} [news] for the other windows
   */
  async change(work, news) {
    const outcome = await this.#do("readwrite", work);
    if (outcome.done && news) this.tell(news);
    return outcome;
  }

  /** @param {News} news for the other windows */
  tell(news) {
    this.#news.tell(news);
  }

  /**
   * @template Result
   * @param {Mode} mode
   * @param {(tables: Tables) => Promise<Result>} work
   * @returns {Promise<Outcome<Result>>}
   */
  async #do(mode, work) {
    await this.#opened;
    try {
      return { done: true, result: await this.#shelf.run(mode, work) };
    } catch (error) {
      console.warn(error);
      return { done: false, reason: error instanceof Refusal ? error.reason : "failed" };
    }
  }
}
