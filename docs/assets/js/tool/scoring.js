// @ts-check
/** Asks the engine for the report of one tool. Knows no page. */
import { engine } from "../engine/client.js";
import { readText } from "../files/served.js";

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../engine/client.js").EngineClient} EngineClient */

export class ToolScoring {
  #addresses;
  #hash;
  #language;
  #client;
  /** @type {Promise<string> | null} */
  #definition = null;
  #latest = 0;
  /** @type {Readonly<Record<string, number>>} dimension id -> points that the reader wants it to reach */
  targets = {};

  /**
   * @param {{ definition: string, worker: string }} addresses absolute
   * @param {string} hash of the definition that the page shows
   * @param {string} language
   * @param {EngineClient} [client]
   */
  constructor(addresses, hash, language, client = engine) {
    this.#addresses = addresses;
    this.#hash = hash;
    this.#language = language;
    this.#client = client;
  }

  /** The addresses of the files that scoring needs, as the page names them. */
  get files() {
    return Object.values(this.#addresses);
  }

  /** Have the engine and the definition ready before they are asked for, so that both serve offline too. */
  start() {
    this.#client.start(this.#addresses.worker);
    // Without a network now, the next request tries again.
    this.#readDefinition().catch(() => undefined);
  }

  /**
   * @returns {Promise<Record<string, any>>} the definition of the tool
   */
  async definition() {
    return JSON.parse(await this.#readDefinition());
  }

  /**
   * @param {unknown} input
   * @param {string} label whom the result is about, and when
   * @param {Partial<import("../engine/client.js").Request>} [more] files that are wanted beside the report, and of what
   * @returns {Promise<Answer>} rejected when the engine cannot run here
   */
  async score(input, label, more = {}) {
    this.start();
    const definition = await this.#readDefinition();
    const aimed = more.group || !Object.keys(this.targets).length ? {} : { targets: this.targets };
    const answer = await this.#client.score({ definition, input, language: this.#language, label, ...aimed, ...more });
    const used = /** @type {{ hash?: string } | undefined} */ (answer.report?.definition)?.hash;
    if (used !== undefined && used !== this.#hash) throw new Error(`the definition is ${used}, not ${this.#hash}`);
    return answer;
  }

  /**
   * Like score, but only the latest call counts.
   * @param {unknown} input
   * @param {string} label
   * @param {string} subject whom the result is about, or empty
   * @returns {Promise<Answer | null>} null when a later call overtook this one
   */
  async scoreLatest(input, label, subject) {
    const call = ++this.#latest;
    try {
      const answer = await this.score(input, label, { subject });
      return call === this.#latest ? answer : null;
    } catch (error) {
      if (call === this.#latest) throw error;
      return null;
    }
  }

  /** The definition's text as it stands on the site, so that its hash is that of the file. */
  #readDefinition() {
    this.#definition ??= readText(this.#addresses.definition).then((text) => {
      // Some servers answer with a page, and no sign of failure, for what is not there.
      JSON.parse(text);
      return text;
    });
    this.#definition.catch(() => (this.#definition = null));
    return this.#definition;
  }
}
