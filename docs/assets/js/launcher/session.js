// @ts-check
/**
 * Tells a learning system what a learner sends, in the words of its standard. Knows no page.
 *
 * Nothing is begun before: a system that was greeted and then left takes a package of SCORM 1.2 for completed.
 */

/** @typedef {import("./api.js").Api} Api */
/** @typedef {import("./api.js").Standard} Standard */
/** @typedef {import("../lms/messages.js").Shared} Shared */
/** @typedef {{ begin: string, end: string, get: string, set: string, keep: string, fault: string }} Verbs */
/** @typedef {{ status: string, exit: string, score: string, scaled: boolean, objectiveStatus: string }} Fields */

/** @type {Record<Standard, Verbs & Fields>} */
const STANDARDS = {
  scorm12: {
    ...{ begin: "LMSInitialize", end: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", keep: "LMSCommit" },
    ...{ fault: "LMSGetLastError", status: "cmi.core.lesson_status", exit: "cmi.core.exit" },
    ...{ score: "cmi.core.score", scaled: false, objectiveStatus: "status" },
  },
  scorm2004: {
    ...{ begin: "Initialize", end: "Terminate", get: "GetValue", set: "SetValue", keep: "Commit" },
    ...{ fault: "GetLastError", status: "cmi.completion_status", exit: "cmi.exit" },
    ...{ score: "cmi.score", scaled: true, objectiveStatus: "completion_status" },
  },
};
/** What systems say where they were greeted before. */
const ALREADY = ["101", "103"];

export class LmsSession {
  #api;
  #words;
  #isOpen = false;
  /** @type {Map<string, number>} objective -> its place in the list of the learning system */
  #objectives = new Map();

  /**
   * @param {Api} api
   * @param {Standard} standard
   */
  constructor(api, standard) {
    this.#api = api;
    this.#words = STANDARDS[standard];
  }

  /**
   * @param {Shared} shared
   * @returns {{ taken: boolean, reason?: string }}
   */
  deliver(shared) {
    try {
      this.#begin();
      const { status, exit, score, keep } = this.#words;
      this.#set(status, "completed");
      this.#set(exit, "suspend");
      if (shared.score !== undefined) this.#score(score, shared.score);
      const isWhole = this.#dimensions(shared);
      this.#must(keep, "");
      return isWhole ? { taken: true } : { taken: true, reason: "dimensions" };
    } catch (error) {
      console.error(error);
      return { taken: false, reason: "refused" };
    }
  }

  /** The learner leaves. */
  close() {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      this.#call(this.#words.end, "");
    } catch (error) {
      console.error(error);
    }
  }

  #begin() {
    if (this.#isOpen) return;
    const begun = isYes(this.#call(this.#words.begin, ""));
    if (!begun && !ALREADY.includes(this.#fault())) throw new Error(`${this.#words.begin}: ${this.#fault()}`);
    this.#isOpen = true;
  }

  /**
   * @param {string} field
   * @param {number} score from 0 to 100
   */
  #score(field, score) {
    this.#set(`${field}.min`, "0");
    this.#set(`${field}.max`, "100");
    this.#set(`${field}.raw`, shown(score));
    if (this.#words.scaled) this.#set(`${field}.scaled`, shown(score / 100));
  }

  /**
   * Not every system keeps objectives: whatever else was sent counts all the same.
   * @param {Shared} shared
   * @returns {boolean} whether it took them
   */
  #dimensions({ dimensions = [] }) {
    try {
      for (const { id, score } of dimensions) {
        const objective = `cmi.objectives.${this.#place(id)}`;
        this.#set(`${objective}.id`, id);
        this.#score(`${objective}.score`, score);
        this.#set(`${objective}.${this.#words.objectiveStatus}`, "completed");
      }
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  }

  /**
   * The place of an objective: where an earlier visit put it, or behind all that are there.
   * @param {string} id
   */
  #place(id) {
    if (!this.#objectives.size) {
      const count = Number(this.#call(this.#words.get, "cmi.objectives._count")) || 0;
      for (let place = 0; place < count; place += 1) {
        // One without a name keeps its place too.
        const name = String(this.#call(this.#words.get, `cmi.objectives.${place}.id`) || `place ${place}`);
        this.#objectives.set(name, place);
      }
    }
    const place = this.#objectives.get(id) ?? this.#objectives.size;
    this.#objectives.set(id, place);
    return place;
  }

  /**
   * @param {string} field
   * @param {string} value
   */
  #set(field, value) {
    this.#must(this.#words.set, field, value);
  }

  /**
   * @param {string} verb
   * @param {string[]} given
   */
  #must(verb, ...given) {
    if (isYes(this.#call(verb, ...given))) return;
    const fault = this.#fault();
    if (fault !== "0") throw new Error(`${verb}(${given.join(", ")}): ${fault}`);
  }

  /** The number of the last fault as a text; "0" where there was none. */
  #fault() {
    return String(this.#call(this.#words.fault) ?? "");
  }

  /**
   * @param {string} verb
   * @param {string[]} given
   */
  #call(verb, ...given) {
    const does = this.#api[verb];
    if (typeof does !== "function") throw new Error(`the learning system has no ${verb}`);
    return does.apply(this.#api, given);
  }
}

/** @param {unknown} answer true, "true", "True" or 1 */
function isYes(answer) {
  return ["true", "1"].includes(String(answer).toLowerCase());
}

/** @param {number} number as a learning system reads it: with a point, without an exponent, at most four places */
function shown(number) {
  return String(Number(number.toFixed(4)));
}
