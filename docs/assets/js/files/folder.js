// @ts-check
/**
 * How a page that was opened from a folder comes by files of the site that it needs later: as classic scripts, the
 * one kind of file that a browser lets such a page read.
 *
 * In a copy of the site each such file has a second one beside it, with ".js" after its name, which hands its content
 * to playbookFile(). This file stands in the place of served.js.
 */

/** @typedef {import("./served.js").WorkerLike} WorkerLike */

export const IS_SERVED = false;

/** @type {Map<string, unknown>} address of a script -> what it has handed over */
const arrived = new Map();

Object.assign(globalThis, {
  playbookFile: (/** @type {unknown} */ content) => {
    const script = document.currentScript;
    if (script instanceof HTMLScriptElement) arrived.set(script.src, content);
  },
});

/**
 * @param {string} address absolute
 * @returns {Promise<any>} the text of the file, or what it exports where it is a script; rejected where it is missing
 */
export function readText(address) {
  const script = document.createElement("script");
  script.src = `${address.replace(/#.*$/, "")}.js`;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => {
      if (arrived.has(script.src)) resolve(arrived.get(script.src));
      else reject(new Error(`${script.src} is not as it was made`));
      arrived.delete(script.src);
    });
    script.addEventListener("error", () => reject(new Error(`${script.src} is missing`)));
    document.head.append(script);
  }).finally(() => script.remove());
}

export const readScript = readText;

/**
 * @param {string} address absolute
 * @param {string} name
 * @returns {WorkerLike}
 */
export function startWorker(address, name) {
  return /** @type {WorkerLike} */ (new LateWorker(address, name));
}

/** A worker whose script has yet to be read: what is sent meanwhile waits. */
class LateWorker extends EventTarget {
  /** @type {Worker | null} */
  #worker = null;
  /** @type {unknown[]} */
  #waiting = [];
  #isOver = false;

  /**
   * @param {string} address
   * @param {string} name
   */
  constructor(address, name) {
    super();
    readText(address).then((text) => this.#begin(text, new URL(address).hash, name)).catch((error) => {
      console.error(error);
      this.dispatchEvent(new Event("error"));
    });
  }

  /** @param {unknown} message */
  postMessage(message) {
    if (this.#worker) this.#worker.postMessage(message);
    else this.#waiting.push(message);
  }

  terminate() {
    this.#isOver = true;
    this.#worker?.terminate();
  }

  /**
   * @param {string} text
   * @param {string} hash says how it is to start
   * @param {string} name
   */
  #begin(text, hash, name) {
    if (this.#isOver) return;
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const worker = new Worker(`${address}${hash}`, { name });
    worker.addEventListener("message", ({ data }) => {
      URL.revokeObjectURL(address);
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    worker.addEventListener("error", () => this.dispatchEvent(new Event("error")));
    for (const message of this.#waiting) worker.postMessage(message);
    this.#waiting = [];
    this.#worker = worker;
  }
}
