// @ts-check
/** Talks to the engine's worker; knows no page. One worker serves every page of a visit. */
import { startWorker } from "../files/served.js";
import { awaitDeath } from "./life.js";
import { FROM_THE_BEGINNING } from "./memory.js";

/**
 * idle: not asked for; starting; ready; late: not started within the patience, still waited for;
 * failed: it did not run, once again neither, and the next request tries anew.
 * @typedef {"idle" | "starting" | "ready" | "late" | "failed"} EngineState
 */
/** @typedef {{ code: string, path: string, message: string, hint: string }} Problem */
/** @typedef {{ kind: string } & Record<string, unknown>} Block */
/**
 * @typedef {object} Answer
 * @property {Record<string, unknown>} [report]
 * @property {Block[]} [document]
 * @property {object} [told] the result in a few words, for lists, in every language
 * @property {Record<string, string>} [files]
 * @property {Problem & { problems: Problem[] }} [error]
 */
/**
 * @typedef {object} Request
 * @property {string} definition the definition's JSON text, unchanged
 * @property {unknown} input
 * @property {string} language
 * @property {string} [subject] whom the result is about: it stands in the words and the files
 * @property {string} [label] when, and by whom: so does this
 * @property {{ text: string, owner: string, due: string, state: string }[]} [actions] agreed about the subject
 * @property {{ input: unknown, label: string, common: boolean }} [earlier] what the one page compares with
 * @property {"report" | "one_page"} [view] which document is wanted
 * @property {Record<string, string>} [notes] question id -> note, for the files
 * @property {Readonly<Record<string, number>>} [targets] dimension id -> points that it should reach
 * @property {string[]} [formats] of the files that are wanted beside the report
 * @property {"change" | "handover" | "attendance" | "team" | "sides" | "session"} [group] what is asked for where it is not the
 *   report of one input
 */
/** @typedef {import("../files/served.js").WorkerLike} WorkerLike */
/** @typedef {"score" | "compose" | "portfolio"} Door what a request goes to: the engine, what the composer loads beside it, lists */
/** @typedef {{ text: string, door: Door, bytes: Uint8Array | undefined, resolve: (answer: any) => void, reject: (reason: Error) => void }} Waiting */
/**
 * What a worker says: it lives and can be watched; a request has reached it; it has started; an answer; its end.
 * @typedef {{ held?: true, received?: number, ready?: true, id?: number, text?: string, failed?: string }} Message
 */
/**
 * @typedef {object} Patience milliseconds
 * @property {number} start a slow network may bring the engine later, so it is waited for beyond this
 * @property {number} answer
 * @property {number} receipt of a worker that has nothing else to do; where there are no locks, a dead one is noticed so
 */

/** @type {Patience} */
const PATIENCE = { start: 20_000, answer: 10_000, receipt: 1500 };

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
  /** Whether this worker follows one that was lost, without an answer since. */
  #isSecond = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #receipt;

  /**
   * @param {(url: string, name: string) => WorkerLike} [makeWorker]
   * @param {Patience} [patience]
   */
  constructor(makeWorker = startWorker, patience = PATIENCE) {
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
    this.#isSecond = false;
    if (url) this.#begin();
    else this.#fail("this site was built without it");
  }

  /** Start anew what is late or has failed, because the reader asks for it; what waits is asked again. */
  retry() {
    if (!this.#url || (this.#state !== "late" && this.#state !== "failed")) return;
    this.#drop();
    this.#isSecond = false;
    this.#begin();
  }

  /**
   * @param {Request} request
   * @returns {Promise<Answer>} rejected when the engine cannot run here
   */
  score(request) {
    return this.ask("score", request);
  }

  /**
   * @param {Door} door
   * @param {object} request
   * @param {Uint8Array} [bytes] of a file that goes with it
   * @returns {Promise<any>} rejected when it cannot run here
   */
  ask(door, request, bytes) {
    if (!this.#worker) this.start(this.#url);
    const id = ++this.#lastId;
    const text = JSON.stringify(request);
    return new Promise((resolve, reject) => {
      if (!this.#worker) return reject(new Error("the engine cannot run here"));
      this.#waiting.set(id, { text, door, bytes, resolve, reject });
      this.#send(this.#worker, id, { text, door, bytes });
    });
  }

  /** Make a worker and give it what is waiting. */
  #begin() {
    const name = `playbook-engine:${performance.timeOrigin}:${Math.random()}`;
    this.#become("starting");
    try {
      const url = this.#isSecond ? new URL(FROM_THE_BEGINNING, this.#url).href : this.#url;
      const worker = this.#makeWorker(url, name);
      this.#worker = worker;
      worker.addEventListener("message", (event) => {
        if (worker === this.#worker) this.#receive(worker, name, /** @type {MessageEvent<Message>} */ (event).data);
      });
      worker.addEventListener("error", () => this.#lose(worker, "the worker stumbled or did not load"));
      this.#watch();
      for (const [id, asked] of this.#waiting) this.#send(worker, id, asked);
    } catch (error) {
      this.#fail(String(error));
    }
  }

  /**
   * @param {WorkerLike} worker
   * @param {number} id
   * @param {Pick<Waiting, "text" | "door" | "bytes">} asked
   */
  #send(worker, id, { text, door, bytes }) {
    worker.postMessage(door === "score" ? { id, text } : { id, text, door, ...(bytes && { bytes }) });
    if (this.#state !== "ready") return;
    this.#watch();
    if (this.#waiting.size > 1) return;
    clearTimeout(this.#receipt);
    this.#receipt = setTimeout(() => this.#lose(worker, "no sign of the worker"), this.#patience.receipt);
  }

  /**
   * @param {WorkerLike} worker
   * @param {string} name
   * @param {Message} message
   */
  #receive(worker, name, { held, received, id, text, failed }) {
    clearTimeout(this.#receipt);
    if (held) return awaitDeath(name, () => this.#lose(worker, "the worker died"));
    if (received !== undefined) return;
    if (failed !== undefined) return this.#lose(worker, failed);
    if (id !== undefined) this.#answer(id, text ?? "");
    clearTimeout(this.#watchdog);
    this.#become("ready");
    if (this.#waiting.size) this.#watch();
  }

  /**
   * @param {number} id
   * @param {string} text
   */
  #answer(id, text) {
    this.#isSecond = false;
    this.#waiting.get(id)?.resolve(JSON.parse(text));
    this.#waiting.delete(id);
  }

  /** Notice when nothing is heard for too long. */
  #watch() {
    clearTimeout(this.#watchdog);
    const { start, answer } = this.#patience;
    // The same request would last as long in another worker, so it is not sent again.
    if (this.#state === "ready") this.#watchdog = setTimeout(() => this.#fail("no answer came in time"), answer);
    else this.#watchdog = setTimeout(() => this.#become("late"), start);
  }

  /**
   * Go on with another worker, once, and from the beginning; a page must not begin again and again.
   * @param {WorkerLike} worker that is of no use any more
   * @param {string} reason
   */
  #lose(worker, reason) {
    if (worker !== this.#worker) return;
    if (this.#isSecond) return this.#fail(reason);
    console.warn(`The engine is started again: ${reason}`);
    this.#isSecond = true;
    this.#drop();
    this.#begin();
  }

  /** @param {string} reason */
  #fail(reason) {
    console.error(`The engine cannot run here: ${reason}`);
    this.#stop(reason);
    this.#become("failed");
  }

  /** @param {string} reason */
  #stop(reason) {
    this.#drop();
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  #drop() {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#receipt);
    const worker = this.#worker;
    this.#worker = null;
    worker?.terminate();
  }

  /** @param {EngineState} state */
  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

const SHARED = Symbol.for("playbook-engine");
const shared = /** @type {Record<symbol, EngineClient | undefined>} */ (/** @type {unknown} */ (globalThis));

/**
 * The visit's one engine: it outlives the pages that instant navigation swaps. The parts of the scripts are bundled
 * apart, each with a copy of this file, and find it here.
 */
export const engine = (shared[SHARED] ??= new EngineClient());
