// @ts-check
/** Asks the engine to open, score and write one list, in steps between which the reader can stop. Knows no page. */
import { today } from "../actions/days.js";
import { engine } from "../engine/client.js";
import { join, noColumns } from "./columns.js";

/** @typedef {import("../engine/client.js").Problem} Problem */
/** @typedef {import("./columns.js").Columns} Columns */
/** @typedef {import("./columns.js").Names} Names */
/** @typedef {{ message: string, hint: string }} Told */
/** @typedef {{ kind: string, id: string, value: string, certainty: string }} Guess */
/** @typedef {{ column: string, value?: string, limits?: unknown[], decimal?: string }} Source */
/** @typedef {{ account?: string, present?: string, answers: Record<string, string | Source>, facts: Record<string, string> }} ListMap */
/**
 * @typedef {object} Look
 * @property {{ kind: string, encoding?: string, separator?: string, sheet?: string, sheets?: string[] }} about
 * @property {string[]} header
 * @property {string[][]} preview
 * @property {Guess[][]} guesses
 * @property {ListMap} map
 * @property {Told[]} notices
 */
/** @typedef {{ account: string, band: string, reason: string, until: string }} Override band: its id; until: the last day, ISO */
/** @typedef {Override & { place: number, at: number, holds: boolean }} ToldOverride of the account at *place*; at: place of the band */
/** @typedef {{ list: ToldOverride[], standing: number[], held: number, expired: number }} Overridden standing: accounts in each band where those that hold are followed, the last without one */
/** @typedef {{ line: number, column: string, account: string, cell: string, problem: string, remedy: string }} Fault */
/**
 * @typedef {object} Result
 * @property {Columns} columns
 * @property {Names} names
 * @property {string[]} others columns of the list that were not read
 * @property {import("./what-if.js").Setting[]} settings weights and limits of the tool
 * @property {string[]} sizes columns that hold numbers
 * @property {string} size the one of them that holds money beyond doubt; empty where none does
 * @property {Overridden} overridden
 * @property {Told[]} notices
 * @property {Fault[]} problems the first of them
 * @property {number} wrong how many there are
 * @property {number} refused lines that could not be scored
 */
/** @typedef {{ name: string, bytes: Uint8Array, isSample: boolean }} ListFile */
/** @typedef {{ definition: string, guide: unknown }} Tool definition: its JSON text */
/** @typedef {{ isOn: () => boolean, tell?: (number: number) => void }} Going asked before each step; told how far it is */

/** The engine refuses a file or a map. */
export class Refusal extends Error {
  /** @param {Problem & { problems: Problem[] }} error */
  constructor(error) {
    super(error.message);
    this.problems = error.problems;
  }
}

/** The reader has stopped what was going on. */
export class Stopped extends Error {}

let last = 0;

export class ListDesk {
  #worker;
  #language;
  #tool;
  #name = "";
  #choice = { sheet: "", separator: "" };
  /** @type {ListMap | null} of the last scoring */
  #map = null;
  /** @type {readonly Override[] | null} null: those of the file */
  #overrides = null;
  /** @type {Uint8Array | null} the earlier file that the list was compared with */
  #earlier = null;
  /** @type {import("./sizing.js").Choice | null} the column that was measured last */
  #size = null;
  file;

  /**
   * @param {string} worker absolute
   * @param {string} language of the page
   * @param {Tool} tool
   * @param {ListFile} file
   */
  constructor(worker, language, tool, file) {
    this.#worker = worker;
    this.#language = language;
    this.#tool = tool;
    this.file = file;
  }

  /**
   * @param {{ sheet?: string, separator?: string }} [choice]
   * @returns {Promise<Look>}
   */
  async open(choice = {}) {
    this.#choice = { sheet: "", separator: "", ...choice };
    this.#name = `${performance.timeOrigin}-${++last}`;
    this.#map = this.#earlier = this.#overrides = this.#size = null;
    return this.#ask({ act: "open", ...this.#tool, ...this.#choice }, this.file.bytes);
  }

  /** How the file was read for the last scoring. */
  get reading() {
    return { choice: this.#choice, map: this.#map };
  }

  /**
   * @param {ListMap} map
   * @param {Going} going
   * @param {readonly Override[] | null} [overrides] those of before; at first those of the file
   * @returns {Promise<Result>}
   */
  async score(map, going, overrides = this.#overrides) {
    this.#map = this.#earlier = this.#size = null;
    const found = nothingFound();
    const request = { act: "score", map, overrides, today: today() };
    const { names, others, sizes, size, settings, overridden, notices } = await this.#go(request, going, (step) => {
      if (step.begun) Object.assign(found, nothingFound());
      if (!step.part) return;
      join(found.columns, step.part);
      found.problems.push(...step.problems);
      found.wrong += step.wrong;
      found.refused += step.refused;
      going.tell?.(found.columns.account.length);
    });
    this.#map = map;
    this.#overrides = overridden.list;
    return { ...found, names, others, sizes, size, settings, overridden, notices };
  }

  /**
   * What somebody would have answered on the page of the tool about one account.
   * @param {number} place
   * @returns {Promise<{ account: string, answers: Record<string, unknown>, flags: string[] }>}
   */
  input(place) {
    return this.#askAgain({ act: "account", place });
  }

  /**
   * @param {{ act: "write", ending: string, keep: string[] } | { act: "problems" | "moves" }} request
   * @param {Going} going
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async write(request, going) {
    return bytesOf((await this.#go(request, going)).content);
  }

  /**
   * @param {Record<string, unknown>} settings that are others than the tool's
   * @param {Going} going
   * @returns {Promise<import("./what-if.js").Trial>}
   */
  whatIf(settings, going) {
    return this.#go({ act: "what_if", settings }, going);
  }

  /**
   * @param {import("./sizing.js").Choice} choice
   * @param {Going} going
   * @returns {Promise<import("./sizing.js").Concentration>}
   */
  async concentration(choice, going) {
    const found = await this.#go({ act: "concentration", ...choice }, going);
    this.#size = choice;
    return found;
  }

  /**
   * Where accounts stand on two dimensions.
   * @param {{ across: string, up: string, measured: boolean }} about ids of the dimensions; whether a column tells sizes
   * @returns {Promise<import("./bubbles.js").Bubbles>}
   */
  bubbles(about) {
    return this.#askAgain({ act: "bubbles", ...about });
  }

  /**
   * One page for whoever decides.
   * @param {{ earlier: string, measured: boolean }} about the name of the earlier file; whether the column is still picked
   * @returns {Promise<{ document: import("../engine/client.js").Block[] }>}
   */
  board(about) {
    return this.#askAgain({ act: "board", file: this.file.name, today: today(), ...about });
  }

  /**
   * Have an account stand elsewhere than its answers put it; without a band no more.
   * @param {Partial<Override>} override
   */
  override(override) {
    return this.#setOverrides({ act: "override", ...override });
  }

  /**
   * Have these overrides, and no others.
   * @param {readonly Override[]} overrides
   */
  putOverrides(overrides) {
    return this.#setOverrides({ act: "overrides", overrides });
  }

  /**
   * @param {{ act: string } & Record<string, unknown>} request
   * @returns {Promise<Overridden>}
   */
  async #setOverrides(request) {
    const { overridden } = await this.#askAgain({ ...request, today: today() });
    this.#overrides = overridden.list;
    return overridden;
  }

  /**
   * @param {Uint8Array} earlier bytes of a file of results
   * @param {Going} going
   * @returns {Promise<import("./since.js").Since>}
   */
  async compare(earlier, going) {
    const since = await this.#go({ act: "compare" }, going, undefined, earlier);
    this.#earlier = earlier;
    return since;
  }

  /** An empty list to fill in. */
  async template() {
    return bytesOf((await this.#ask({ act: "template", ...this.#tool })).content);
  }

  /**
   * Work in steps; where the worker dies over it, once more from the first step.
   * @param {{ act: string } & Record<string, unknown>} request
   * @param {Going} going
   * @param {(step: any) => void} [take]
   * @param {Uint8Array} [bytes]
   * @param {boolean} [isSecond]
   * @returns {Promise<any>} the last step
   */
  async #go(request, going, take = () => undefined, bytes = undefined, isSecond = false) {
    let step = await this.#askAgain(request, bytes);
    for (;;) {
      // What was stopped meanwhile has nothing more to tell.
      if (!going.isOn()) throw new Stopped();
      take(step);
      step = await this.#ask({ act: "go_on" });
      if (step.lost && isSecond) throw new Error("the worker has lost the list");
      if (step.lost) return this.#go(request, going, take, bytes, true);
      if (step.done) return step;
    }
  }

  /**
   * Ask; a worker that was started anew gets the list once more first.
   * @param {{ act: string } & Record<string, unknown>} request
   * @param {Uint8Array} [bytes]
   */
  async #askAgain(request, bytes) {
    const answer = await this.#ask(request, bytes);
    if (!answer.lost) return answer;
    const going = { isOn: () => true };
    const [map, earlier, overrides, size] = [this.#map, this.#earlier, this.#overrides, this.#size];
    await this.open(this.#choice);
    this.#overrides = overrides;
    if (map) await this.score(map, going);
    if (map && size) await this.concentration(size, going);
    if (map && earlier) await this.compare(earlier, going);
    return this.#ask(request, bytes);
  }

  /**
   * @param {{ act: string } & Record<string, unknown>} request
   * @param {Uint8Array} [bytes]
   * @returns {Promise<any>} rejected with a Refusal, or when the engine cannot run here
   */
  async #ask(request, bytes) {
    engine.start(this.#worker);
    const answer = await engine.ask("portfolio", { list: this.#name, language: this.#language, ...request }, bytes);
    if (answer.error) throw new Refusal(answer.error);
    return answer;
  }
}

/** What a list holds before any of it is scored. */
function nothingFound() {
  return { columns: noColumns(), problems: /** @type {Fault[]} */ ([]), wrong: 0, refused: 0 };
}

/**
 * @param {string} content in base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytesOf(content) {
  const text = atob(content);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}
