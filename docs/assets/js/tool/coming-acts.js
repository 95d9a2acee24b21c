// @ts-check
/**
 * What a reader can do with answers and results beside giving and scoring them is a part of its own: it comes once
 * he begins to fill in, or once there is something for it to show. A press waits for it.
 */
import { showBusy } from "./busy-sign.js";

/** @typedef {import("./acts.js").ToolActs} ToolActs */
/**
 * @typedef {object} Parts
 * @property {() => Promise<ToolActs>} load
 * @property {import("./failure.js").Failure} failure
 * @property {import("../elements/words.js").Words} words
 */

export class ComingActs {
  #parts;
  #signal;
  /** @type {Promise<ToolActs> | null} */
  #coming = null;
  /** @type {(acts: ToolActs) => void} */
  #arrive = () => undefined;
  /** @type {Promise<ToolActs>} fulfilled when they are here, however often that fails first */
  #arrival = new Promise((resolve) => (this.#arrive = resolve));
  /** Whether the page says that they did not come. */
  #isMissed = false;
  /** @type {ToolActs | null} */
  here = null;

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal ends the page
   */
  constructor(parts, signal) {
    this.#parts = parts;
    this.#signal = signal;
  }

  /** Have them come before they are needed; where they do not, the next press tries again. */
  begin() {
    this.#come().catch((error) => console.warn(error));
  }

  /**
   * Have them come for what the page has to show.
   * @returns {Promise<ToolActs>} waits for them as long as the reader may yet have them come
   */
  wait() {
    if (!this.here && !this.#isMissed) void this.#try();
    return this.#arrival;
  }

  /**
   * @param {HTMLElement} pressed the button that needs them
   * @returns {Promise<ToolActs | null>} null where they do not come, and the page says so; where that button waits
   *   for them already; where the page was left
   */
  async need(pressed) {
    if (this.here) return this.here;
    if (pressed.ariaBusy === "true") return null;
    const done = showBusy(pressed, this.#parts.words.say("coming"));
    const acts = await this.#try(pressed);
    done();
    return this.#signal.aborted ? null : acts;
  }

  /** @param {HTMLElement} [pressed] */
  async #try(pressed) {
    const { failure } = this.#parts;
    try {
      return await this.#come();
    } catch (error) {
      console.error(error);
      this.#isMissed = true;
      await failure.showPart(() => this.#again(pressed), pressed);
      return null;
    }
  }

  /** @param {HTMLElement} [pressed] */
  #again(pressed) {
    this.#isMissed = false;
    this.#parts.failure.hidePart();
    if (pressed?.isConnected) pressed.click();
    else void this.#try();
  }

  #come() {
    this.#coming ??= this.#parts.load().then((acts) => {
      this.here = acts;
      if (this.#isMissed) this.#parts.failure.hidePart();
      // Whatever happened before that told nobody.
      void acts.show();
      this.#arrive(acts);
      return acts;
    });
    this.#coming.catch(() => (this.#coming = null));
    return this.#coming;
  }
}
