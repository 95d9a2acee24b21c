// @ts-check
/** Fetches the parts of an edition that are to be kept: each file as it was built, or the part is not whole. */

/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {[path: string, bytes: number, integrity: string]} Entry */
/** @typedef {Record<string, Entry[]>} Parts name of a part -> its files; all other parts need "shared" */
/** @typedef {"kept" | "full" | "failed"} Outcome */

/** Files on their way at a time; the page may want something, too. */
const LANES = 3;
/** What a browser must still have, beside the files, before they are fetched. */
const SPARE = 1.2;

export class Filling {
  #shelf;
  #forever;
  /** @type {Map<string, Promise<Outcome>>} */
  #running = new Map();
  /** @type {Promise<Parts> | null} */
  #parts = null;

  /**
   * @param {Shelf} shelf
   * @param {RegExp} forever paths of files whose names change with their content
   */
  constructor(shelf, forever) {
    this.#shelf = shelf;
    this.#forever = forever;
  }

  /** @returns {Promise<Parts>} */
  parts() {
    this.#parts ??= this.#read().catch((error) => {
      this.#parts = null;
      throw error;
    });
    return this.#parts;
  }

  /**
   * Keep a part and what it needs.
   * @param {string} part
   * @returns {Promise<Outcome>}
   */
  async keep(part) {
    const outcome = await this.#fillOnce("shared");
    return outcome === "kept" && part !== "shared" ? this.#fillOnce(part) : outcome;
  }

  /**
   * Bytes that a part takes, with what it needs and is not there yet.
   * @param {string} part
   */
  async bytesOf(part) {
    const parts = await this.parts();
    const wanted = new Set((await this.#shelf.isWhole("shared")) ? [part] : ["shared", part]);
    return [...wanted].flatMap((name) => parts[name] ?? []).reduce((sum, [, bytes]) => sum + bytes, 0);
  }

  async #read() {
    const address = this.#shelf.root + this.#shelf.list;
    const response = (await this.#shelf.find(address)) ?? (await fetch(address));
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return /** @type {Promise<Parts>} */ (response.json());
  }

  /** @param {string} part */
  #fillOnce(part) {
    const running = this.#running.get(part) ?? this.#fill(part).finally(() => this.#running.delete(part));
    this.#running.set(part, running);
    return running;
  }

  /**
   * @param {string} part
   * @returns {Promise<Outcome>}
   */
  async #fill(part) {
    try {
      if (await this.#shelf.isWhole(part)) return "kept";
      const { root, list } = this.#shelf;
      const entries = (await this.parts())[part] ?? [];
      const cache = await this.#shelf.open(part);
      const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
      const missing = entries.filter(([path]) => !there.has(root + path));
      if (await lacksRoom(missing)) return "full";
      await inLanes(missing, (entry) => this.#take(cache, entry));
      // Only what ends with its list is whole.
      await cache.put(root + list, new Response(JSON.stringify(await this.parts())));
      return "kept";
    } catch (error) {
      console.warn(error);
      if (!(error instanceof DOMException && error.name === "QuotaExceededError")) return "failed";
      await this.#shelf.drop(part);
      return "full";
    }
  }

  /**
   * @param {Cache} cache
   * @param {Entry} entry
   */
  async #take(cache, [path, , integrity]) {
    const address = this.#shelf.root + path;
    const isForever = this.#forever.test(address);
    const had = isForever ? await this.#shelf.find(address) : undefined;
    const response = had ?? (await fetch(address, { integrity, cache: isForever ? "default" : "no-cache" }));
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    await cache.put(address, response.redirected ? plain(response) : response);
  }
}

/**
 * The same without its detour, which a browser does not accept for a page.
 * @param {Response} response
 */
function plain({ body, headers, status }) {
  return new Response(body, { headers, status });
}

/** @param {Entry[]} entries */
async function lacksRoom(entries) {
  // Support: Safari before 17 does not tell.
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const bytes = entries.reduce((sum, entry) => sum + entry[1], 0);
  return quota !== undefined && quota - usage < bytes * SPARE;
}

/**
 * Do the same with each, a few at a time, in order; the first failure ends it.
 * @param {Entry[]} entries
 * @param {(entry: Entry) => Promise<void>} work
 */
async function inLanes(entries, work) {
  const coming = entries.values();
  const lane = async () => {
    for (const entry of coming) await work(entry);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
