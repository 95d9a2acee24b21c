// @ts-check
/**
 * Keeps the memory of the started engine in this browser, so that a later visit begins there.
 *
 * Part of the worker's bundle. Whatever goes wrong here, the engine starts without it.
 */

const CACHE = "playbook-engine";
/** Bytes: a snapshot and room to spare; below that the browser's storage is for others. */
const ROOM = 100 * 2 ** 20;
/** Bytes of memory beyond which Pyodide cannot restore. */
const LARGEST = 30 * 2 ** 20;

export class EngineSnapshot {
  #key;
  #trial;

  /** @param {string} build address of the worker's script, which has another name for each build */
  constructor(build) {
    this.#key = `${build}?snapshot`;
    this.#trial = `${build}?trial`;
  }

  /**
   * The memory that an earlier visit kept; null when there is none, or when restoring it never ended.
   * @returns {Promise<Uint8Array | null>}
   */
  async read() {
    const cache = await openCache();
    const kept = await cache?.match(this.#key);
    if (!cache || !kept) return null;
    if (await cache.match(this.#trial)) {
      await this.forget();
      return null;
    }
    await cache.put(this.#trial, new Response(""));
    return new Uint8Array(await kept.arrayBuffer());
  }

  /** Say that restoring ended well. */
  async confirm() {
    await (await openCache())?.delete(this.#trial);
  }

  /** Keep nothing of this or of an earlier build. */
  async forget() {
    await globalThis.caches?.delete(CACHE);
  }

  /**
   * Keep the memory for later visits, in place of that of an earlier build.
   * @param {() => Uint8Array} take
   * @param {number} size bytes of memory in use
   */
  async keep(take, size) {
    const cache = await openCache();
    if (!cache || size > LARGEST || (await cache.match(this.#key)) || !(await hasRoom())) return;
    const snapshot = /** @type {Uint8Array<ArrayBuffer>} */ (take());
    for (const request of await cache.keys()) await cache.delete(request);
    await cache.put(this.#key, new Response(snapshot));
  }
}

/** The browser's cache; null where there is none, as on a page without https. */
async function openCache() {
  try {
    return (await globalThis.caches?.open(CACHE)) ?? null;
  } catch {
    return null;
  }
}

async function hasRoom() {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
  return quota - usage > ROOM;
}
