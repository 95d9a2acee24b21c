// @ts-check
/** A page's talk with the launcher that frames it. Knows no page: events tell what is heard. */
import { message, messageIn, VERSION } from "./messages.js";
import { mayFrame } from "./origins.js";

/** Milliseconds between two greetings, and how many there are: the launcher's script may start later. */
const PAUSE = 250;
const GREETINGS = 40;
/** Milliseconds after which a result counts as not taken. */
const PATIENCE = 15_000;

/** @typedef {{ taken: boolean, reason?: string }} Ack reason: why it was not taken, or what was left out */

/** Fires "held" once a launcher has answered. */
export class LmsTalk extends EventTarget {
  #parent;
  #allowed;
  /** @type {string | null} the one origin that is spoken to, from the first answer on */
  #origin = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #greeting;
  #last = 0;
  /** @type {Map<number, (ack: Ack) => void>} */
  #waiting = new Map();
  /** Whether the learning system can be spoken to. */
  isReachable = false;
  /** Whether both speak the same version. */
  isUnderstood = true;

  /**
   * @param {Window} parent
   * @param {readonly string[]} allowed the origins that may be answered; none: any
   */
  constructor(parent, allowed) {
    super();
    this.#parent = parent;
    this.#allowed = allowed;
  }

  /** @param {AbortSignal} signal ends the talk */
  begin(signal) {
    addEventListener("message", (event) => this.#hear(event), { signal });
    signal.addEventListener("abort", () => clearInterval(this.#greeting));
    let left = GREETINGS;
    const greet = () => {
      if (left-- <= 0) return clearInterval(this.#greeting);
      // It says only that this page is here, so whoever frames it may hear it.
      this.#parent.postMessage(message("hello"), "*");
    };
    this.#greeting = setInterval(greet, PAUSE);
    greet();
  }

  /**
   * @param {import("./messages.js").Shared} result
   * @returns {Promise<Ack>}
   */
  send(result) {
    const id = ++this.#last;
    if (this.#origin === null) return Promise.resolve({ taken: false, reason: "silent" });
    this.#parent.postMessage(message("result", { id, ...result }), this.#origin);
    return new Promise((resolve) => {
      const done = (/** @type {Ack} */ ack) => {
        clearTimeout(late);
        this.#waiting.delete(id);
        resolve(ack);
      };
      const late = setTimeout(() => done({ taken: false, reason: "silent" }), PATIENCE);
      this.#waiting.set(id, done);
    });
  }

  /** @param {MessageEvent} event */
  #hear(event) {
    const heard = messageIn(event, { source: this.#parent, origin: this.#origin });
    if (heard?.kind === "lms" && this.#origin === null && mayFrame(event.origin, this.#allowed)) this.#meet(heard, event.origin);
    if (heard?.kind === "ack" && this.#origin !== null) {
      const { id, taken, reason } = heard;
      this.#waiting.get(Number(id))?.({ taken: taken === true, ...(typeof reason === "string" && { reason }) });
    }
  }

  /**
   * @param {import("./messages.js").Message} heard
   * @param {string} origin
   */
  #meet({ version, reachable }, origin) {
    clearInterval(this.#greeting);
    this.#origin = origin;
    this.isUnderstood = version === VERSION;
    this.isReachable = reachable === true;
    this.dispatchEvent(new Event("held"));
  }
}
