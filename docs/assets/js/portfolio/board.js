// @ts-check
/** Prints one page about a list for whoever decides, as the engine tells it, small enough for one sheet. */
import { fitOneSheet } from "../elements/one-sheet.js";
import { PortfolioReport } from "./portfolio-report.js";
import { visit } from "./visit.js";

/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

/** From the usual one to the smallest that can be read on paper. */
const ZOOMS = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

export class Board {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  async print() {
    const { desk, result, earlier, concentration, split } = visit.work;
    const sheet = this.#page.querySelector("[data-board]");
    if (!desk || !result || !(sheet instanceof PortfolioReport)) return;
    await this.#page.work("working", {}, "", async () => {
      const { document } = await desk.board({ earlier, measured: concentration !== null });
      sheet.show([...document, ...shortOf(split)]);
      fitOneSheet(sheet, ZOOMS);
      this.#page.say("printed");
      // Where the dialog does not hold the script up, the browser lays the page out anew for another paper.
      print();
    });
  }

  /** What stands on the page is no longer so. */
  forget() {
    const sheet = this.#page.querySelector("[data-board]");
    if (sheet instanceof PortfolioReport) sheet.clear();
  }
}

/**
 * Of a resource that was split: what came of it in one line, and its tables that stand in full view.
 * @param {readonly import("../engine/client.js").Block[]} split
 */
function shortOf(split) {
  const [summary] = split;
  if (!summary) return [];
  const line = [summary.title, summary.headline].filter(Boolean).join(": ");
  return [{ kind: "heading", text: line }, ...split.filter(({ kind, folded }) => kind === "table" && !folded)];
}
