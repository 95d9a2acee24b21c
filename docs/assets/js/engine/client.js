// @ts-check
/** Talks to the engine's worker; knows no page. One worker serves every page of a visit. */

/**
 * idle: not asked for; starting; ready; late: no answer within the patience, still waited for;
 * failed: the browser refused it, and the next request tries again.
 * @typedef {"idle" | "starting" | "ready" | "late" | "failed"} EngineState
 */
/** @typedef {{ code: string, path: string, message: string, hint: string }} Problem */
/** @typedef {{ kind: string } & Record<string, unknown>} Block */
/**
 * @typedef {object} Answer
 * @property {Record<string, unknown>} [report]
 * @property {Block[]} [document]
 * @property {Record<string, string>} [files]
 * @property {Problem & { problems: Problem[] }} [error]
 */
/**
 * @typedef {object} Request
 * @property {string} definition the definition's JSON text, unchanged
 * @property {unknown} input
 * @property {string} language
 * @property {string} [label] whom the result is about, and when: it stands in the words and the files
 * @property {Record<string, string>} [notes] question id -> note, for the files
 * @property {string[]} [formats] of the files that are wanted beside the report
 */
/** @typedef {Pick<Worker, "postMessage" | "terminate" | "addEventListener">} WorkerLike */
/** @typedef {{ resolve: (answer: Answer) => void, reject: (reason: Error) => void }} Waiting */

/** Milliseconds. Without WebAssembly, or under a wrong type of file, Pyodide waits for ever. */
const PATIENCE = 20_000;

/** Fires "statechange". */
export class EngineClient extends EventTarget {
  #makeWorker;
  #patience;
  /** @type {WorkerLike | null} */
  #worker = null;
  #url = "";
  /** @type {EngineState} */
  #state = "idle";
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  #lastId = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;

  /**
   * @param {(url: string) => WorkerLike} [makeWorker]
   * @param {number} [patience] milliseconds
   */
  constructor(makeWorker = (url) => new Worker(url, { type: "module" }), patience = PATIENCE) {
    super();
    this.#makeWorker = makeWorker;
    this.#patience = patience;
  }

  /** @returns {EngineState} */
  get state() {
    return this.#state;
  }

  /**
   * Start the worker unless it runs already.
   * @param {string} url of the worker's script; empty where the site has none
   */
  start(url) {
    if (this.#worker && this.#url === url) return;
    this.#stop("replaced");
    this.#url = url;
    if (!url) return this.#fail("this site was built without it");
    this.#become("starting");
    try {
      this.#worker = this.#makeWorker(url);
    } catch (error) {
      this.#fail(String(error));
      return;
    }
    this.#watch();
    this.#worker.addEventListener("message", (event) => this.#receive(/** @type {MessageEvent} */ (event).data));
    this.#worker.addEventListener("error", () => this.#fail("the worker did not load"));
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer>} rejected when the engine cannot run here
   */
  score(request) {
    if (!this.#worker) this.start(this.#url);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new Error("the engine cannot run here"));
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, text: JSON.stringify(request) });
      this.#watch();
    });
  }

  /** @param {{ ready?: true, failed?: string, id?: number, text?: string }} message */
  #receive(message) {
    if (message.failed !== undefined) return this.#fail(message.failed);
    if (message.id !== undefined) {
      this.#waiting.get(message.id)?.resolve(JSON.parse(message.text ?? "{}"));
      this.#waiting.delete(message.id);
    }
    clearTimeout(this.#watchdog);
    if (this.#waiting.size) this.#watch();
    this.#become("ready");
  }

  /** Notice when nothing is heard for too long. A slow network may still bring the engine, so a start goes on. */
  #watch() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      if (this.#state === "ready") this.#fail("no answer came in time");
      else this.#become("late");
    }, this.#patience);
  }

  /** @param {string} reason */
  #fail(reason) {
    console.error(`The engine cannot run here: ${reason}`);
    this.#stop(reason);
    this.#become("failed");
  }

  /** @param {string} reason */
  #stop(reason) {
    clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  /** @param {EngineState} state */
  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

/** The visit's one engine: it outlives the pages that instant navigation swaps. */
export const engine = new EngineClient();
