// @ts-check
/** Tells how much the largest accounts bring of a column that the reader picks: in one sentence and a small table. */
import { fillTable } from "../elements/report-table.js";
import { emptied, showNotices, tell } from "./showing.js";
import { visit } from "./visit.js";

/** @typedef {import("./desk.js").Told} Told */
/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */
/** @typedef {{ column: string, decimal: string }} Choice decimal: the mark; empty where the column tells it itself */
/** @typedef {{ percent: number, accounts: number, share: number | null }} Share of the largest percent of accounts, in percent */
/** @typedef {Choice & { accounts: number, total: number, shares: Share[], blank: number, unread: number, negative: number, notices: Told[] }} Concentration */

export class Sizing {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** Show the columns to pick from, and what was found in the one that is picked. */
  show() {
    const { result, concentration } = visit.work;
    if (!result) return;
    const { words } = this.#page;
    this.#page.querySelector("[data-sizing]")?.toggleAttribute("hidden", !result.sizes.length);
    const [column, decimal] = this.#fields;
    column?.replaceChildren(new Option(words.say("no-size"), ""), ...result.sizes.map((name) => new Option(name, name)));
    if (column) column.value = concentration?.column ?? "";
    if (decimal) decimal.value = concentration?.decimal ?? "";
    this.#showShares();
  }

  /** Measure the column that is picked. */
  async pick() {
    const { desk } = visit.work;
    const [column, decimal] = this.#fields.map((field) => field?.value ?? "");
    if (!desk) return;
    await this.#page.work("working", {}, "", async (isOn) => {
      visit.work.concentration = column ? await desk.concentration({ column, decimal: decimal ?? "" }, { isOn }) : null;
      this.#page.picture.forget();
      this.#showShares();
      this.#page.say("");
    });
  }

  #showShares() {
    const { concentration } = visit.work;
    const { words, written } = this.#page;
    const { number } = written;
    this.#page.querySelector("[data-concentration]")?.toggleAttribute("hidden", !concentration);
    if (!concentration) return;
    const shownShare = (/** @type {Share} */ { share }) => (share === null ? "–" : words.say("percent", { number: number.format(share) }));
    const shown = (/** @type {Share} */ each) => ({ percent: number.format(each.percent), accounts: number.format(each.accounts), share: shownShare(each) });
    const { column, accounts, total, shares, blank, unread, negative } = concentration;
    const most = shares.at(-1);
    const said = most && most.share !== null ? words.say("concentrated", { ...shown(most), number: number.format(accounts), column, total: number.format(total) }) : words.say("not-concentrated", { column });
    const left = { blank: number.format(blank), unread: number.format(unread), negative: number.format(negative) };
    tell(this.#page, "[data-concentrated]", [said, blank + unread + negative ? words.say("size-left-out", left) : ""].filter(Boolean).join(" "));
    const table = emptied(this.#page, ".portfolio-shares");
    const rows = shares.map(shown).map((each) => [words.say("largest", { percent: each.percent }), each.accounts, each.share]);
    const head = ["largest-accounts", "accounts", "share-of"].map((key) => words.say(key, { column }));
    if (table) fillTable(table, { columns: head, rows, numeric: [false, true, true] });
    showNotices(this.#page, "[data-size-notices]", concentration.notices);
  }

  /** The column and its decimal mark. */
  get #fields() {
    return ["[data-size]", "[data-size-decimal]"].map((selector) => {
      const field = this.#page.querySelector(selector);
      return field instanceof HTMLSelectElement ? field : null;
    });
  }
}
