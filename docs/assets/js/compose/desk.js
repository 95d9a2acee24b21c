// @ts-check
/** Asks Python to read, to look at and to pack a plan. Knows no page. */
import { engine } from "../engine/client.js";
import { readText } from "../files/served.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Fault} Fault */
/**
 * @typedef {object} Page of the site that can stand in a plan
 * @property {string} kind
 * @property {number} minutes
 * @property {number[]} [sittings] minutes of work and of breaks in turn, of its session plan
 * @property {string} path
 * @property {Record<string, string>} titles
 * @property {string} [definition] file of an assessment
 */
/** @typedef {{ pages: Record<string, Page>, courses: Record<string, Record<string, Plan>> }} Shelf */
/**
 * @typedef {object} Looked
 * @property {Plan} plan
 * @property {string} address what stands behind # in it
 * @property {string} file
 * @property {Fault[]} faults
 * @property {{ number: number, minutes: number, starts: number[] }[]} days
 * @property {{ work: number, breaks: number }} totals
 * @property {{ name: string, media: string, content: string } & { lack?: string, told?: string }} [made]
 * @property {string} [refused] why there is no plan
 * @property {string} [error]
 */

/** Formats that hold questions of assessments. */
const OF_QUESTIONS = ["gift", "moodle-xml"];

export class ShelfError extends Error {}

export class PlanDesk {
  #addresses;
  #language;
  /** @type {Promise<{ text: string, shelf: Shelf }> | null} */
  #shelf = null;
  #latest = 0;

  /**
   * @param {{ shelf: string, worker: string, root: string }} addresses absolute
   * @param {string} language of the page
   */
  constructor(addresses, language) {
    this.#addresses = addresses;
    this.#language = language;
  }

  /** @returns {Promise<Shelf>} rejected with a ShelfError */
  async shelf() {
    return (await this.#read()).shelf;
  }

  /**
   * @param {{ text: string } | { plan: Partial<Plan> }} given
   * @returns {Promise<Looked | null>} null when a later call overtook this one
   */
  async look(given) {
    const call = ++this.#latest;
    try {
      const looked = await this.#ask(given);
      return call === this.#latest ? looked : null;
    } catch (error) {
      if (call === this.#latest) throw error;
      return null;
    }
  }

  /**
   * @param {Plan} plan
   * @param {string} format
   */
  async make(plan, format) {
    const definitions = OF_QUESTIONS.includes(format) ? await this.#definitions(plan) : {};
    const { root } = this.#addresses;
    return this.#ask({ plan, format, definitions, address: root, now: new Date().toISOString() });
  }

  /** @param {object} request */
  async #ask(request) {
    engine.start(this.#addresses.worker);
    const { text } = await this.#read();
    const looked = /** @type {Looked} */ (await engine.ask("compose", { shelf: text, language: this.#language, ...request }));
    if (looked.error) throw new Error(looked.error);
    return looked;
  }

  #read() {
    const reading = (this.#shelf ??= fetchText(this.#addresses.shelf).then((text) => ({ text, shelf: JSON.parse(text) })));
    reading.catch(() => (this.#shelf = null));
    return reading;
  }

  /**
   * The definitions of the assessments of a plan, as their own pages load them.
   * @param {Plan} plan
   */
  async #definitions({ items }) {
    const { pages } = await this.shelf();
    const names = new Set(items.filter(({ kind, id }) => kind === "tool" && pages[`a:${id}`]?.kind === "assessment")
      .map(({ id = "" }) => id));
    const texts = [...names].map(async (name) => {
      const file = pages[`a:${name}`]?.definition ?? "";
      return [name, await fetchText(new URL(file, this.#addresses.root).href)];
    });
    return Object.fromEntries(await Promise.all(texts));
  }
}

/** @param {string} address */
async function fetchText(address) {
  try {
    return await readText(address);
  } catch {
    throw new ShelfError(`${address} did not arrive`);
  }
}
