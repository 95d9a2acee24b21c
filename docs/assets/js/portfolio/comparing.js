// @ts-check
/** Compares a scored list with an earlier file of results, which the reader chooses or drops. */
import { Refusal, Stopped } from "./desk.js";
import { showRefusal } from "./showing.js";
import { showSince } from "./since.js";
import { visit } from "./visit.js";

/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

const REFUSED = "[data-earlier-refused]";

export class Comparing {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** Show what was compared before, where it still holds. */
  show() {
    const { result, since, earlier } = visit.work;
    const { words, written } = this.#page;
    showRefusal(this.#page, "", [], REFUSED);
    if (result && since) showSince(this.#page, { since, file: earlier, names: result.names }, words, written);
  }

  /** @param {File | null} file */
  async take(file) {
    const { desk, result } = visit.work;
    if (!file || !desk || !result) return;
    const { bytes, refusal } = await this.#page.bytesOf(file);
    if (!bytes) return showRefusal(this.#page, refusal, [], REFUSED);
    await this.#page.work("reading", { file: file.name }, "", async (isOn) => {
      try {
        const since = await desk.compare(bytes, { isOn });
        if (!isOn()) throw new Stopped();
        Object.assign(visit.work, { since, earlier: file.name });
        this.show();
        this.#page.say("compared", { file: file.name, number: this.#page.written.number.format(since.moved) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.#page.say("");
        showRefusal(this.#page, this.#page.words.say("refused", { file: file.name }), error.problems, REFUSED);
      }
    });
  }
}
