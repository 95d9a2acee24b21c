// @ts-check
/**
 * Keeps the memory of the started engine in this browser, so that a later visit begins there.
 *
 * Part of the worker's bundle. What is kept was taken before the engine read anything, and is used only
 * as it was written: its SHA-256 stands beside it. Whatever goes wrong here, the engine starts without it.
 */
import { CACHE } from "./kept-memory.js";

/** Bytes: a snapshot and room to spare; below that the browser's storage is for others. */
const ROOM = 100 * 2 ** 20;
/** Bytes beyond which Pyodide cannot restore: 30 MiB of memory, and the snapshot's own head. */
const LARGEST = 30 * 2 ** 20 + 2 ** 16;
/** The header of a kept response that holds the hash of its body. */
const HASH = "x-sha-256";

export class EngineSnapshot {
  #folder;
  #key;
  #trial;

  /** @param {string} build address of the worker's script, which has another name for each build */
  constructor(build) {
    this.#folder = new URL(".", build).href;
    this.#key = `${build}?snapshot`;
    this.#trial = `${build}?trial`;
  }

  /**
   * The memory that an earlier visit kept; null when there is none, when it is not as it was written, or
   * when restoring it never ended.
   * @returns {Promise<Uint8Array | null>}
   */
  async read() {
    const cache = await openCache();
    const kept = await cache?.match(this.#key);
    if (!cache || !kept) return null;
    const [memory, unfinished] = await Promise.all([kept.arrayBuffer(), cache.match(this.#trial)]);
    if (unfinished || (await hash(memory)) !== kept.headers.get(HASH)) {
      await this.forget();
      return null;
    }
    await cache.put(this.#trial, new Response(""));
    return new Uint8Array(memory);
  }

  /** Say that restoring ended well. */
  async confirm() {
    await (await openCache())?.delete(this.#trial);
  }

  /** Keep nothing of this or of an earlier build of this site. */
  async forget() {
    const cache = await openCache();
    const requests = (await cache?.keys()) ?? [];
    const own = requests.filter(({ url }) => url.startsWith(this.#folder));
    await Promise.all(own.map((request) => cache?.delete(request)));
  }

  /** Whether this browser would keep a memory. */
  async hasRoom() {
    if (!(await openCache())) return false;
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate()) ?? {};
    return quota - usage > ROOM;
  }

  /**
   * Keep a memory for later visits, in place of that of an earlier build.
   * @param {Uint8Array<ArrayBuffer>} memory
   */
  async keep(memory) {
    if (memory.length > LARGEST) return;
    await this.forget();
    const headers = { [HASH]: await hash(memory) };
    await (await openCache())?.put(this.#key, new Response(memory, { headers }));
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

/**
 * @param {BufferSource} content
 * @returns {Promise<string>} the SHA-256, in hexadecimal
 */
async function hash(content) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
