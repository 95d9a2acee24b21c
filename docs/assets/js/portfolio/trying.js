// @ts-check
/** What a reader tries out with a scored list: other weights and limits, a resource to split. */
import { download } from "../elements/download.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { ToolScoring } from "../tool/scoring.js";
import { PortfolioReport } from "./portfolio-report.js";
import { tell } from "./showing.js";
import { inputOf, showRatio, showSplitRefusal } from "./splitting.js";
import { visit } from "./visit.js";
import { readSettings, showSettings, showTrial } from "./what-if.js";

/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

export class Trying {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** Begin anew with a scored list, or show what was tried before. */
  show() {
    const { result, trial } = visit.work;
    const { words, marks, written } = this.#page;
    if (!result) return;
    showSettings(this.#page, result.settings, words, marks);
    if (trial) showTrial(this.#page, trial, result.names, words, written);
    showSplitRefusal(this.#page, "", []);
    this.forgetSplit();
    showRatio(this.#page);
  }

  /** What was split was split over other accounts, or over others that stand elsewhere. */
  forgetSplit() {
    visit.work.split = [];
    const report = this.#page.querySelector("[data-split]");
    if (report instanceof PortfolioReport) report.clear();
    tell(this.#page, "[data-left-out]", "");
  }

  /** @param {Record<string, unknown>} [given] in place of what stands in the fields */
  async whatIf(given) {
    const { desk, result } = visit.work;
    if (!desk || !result) return;
    const { marks } = this.#page;
    if (given) showSettings(this.#page, result.settings.map((each) => ({ ...each, value: Number(given[each.id] ?? each.value) })), this.#page.words, marks);
    const settings = readSettings(this.#page, result.settings, marks);
    await this.#page.work("working", {}, "", async (isOn) => {
      visit.work.trial = await desk.whatIf(settings, { isOn });
      visit.work.settings = settings;
      showTrial(this.#page, visit.work.trial, result.names, this.#page.words, this.#page.written);
      this.#page.say("moved", { number: visit.work.trial.moved, total: result.columns.account.length });
    });
  }

  /** The tool's own weights and limits stand in the fields again. */
  own() {
    const { result } = visit.work;
    if (!result) return;
    Object.assign(visit.work, { trial: null, settings: {} });
    showSettings(this.#page, result.settings, this.#page.words, this.#page.marks);
    this.#page.showState();
    this.#page.say("settings-back");
  }

  propose() {
    const { trial, tool } = visit.work;
    if (!trial) return;
    download(fileName(`${tool}-proposal`, "", dayOf(new Date().toISOString()), "yml"), trial.proposal, "application/yaml");
    this.#page.say("saved");
  }

  async split() {
    const { result } = visit.work;
    if (!result) return;
    const { words, marks, allocation, worker, language } = this.#page;
    const definition = new URL(allocation.definition, document.baseURI).href;
    const scoring = new ToolScoring({ definition, worker }, allocation.hash, language);
    const report = this.#page.querySelector("[data-split]");
    await this.#page.work("working", {}, "", async () => {
      const input = inputOf(this.#page, result, await scoring.definition(), marks);
      const answer = await scoring.score(input, "");
      visit.work.split = answer.document ?? [];
      showSplitRefusal(this.#page, answer.error ? words.say("refused-split") : "", answer.error?.problems ?? []);
      if (report instanceof PortfolioReport && answer.document) report.show(answer.document);
      else if (report instanceof PortfolioReport) report.clear();
      const number = result.columns.account.length - input.accounts.length;
      const { held } = result.overridden;
      const said = [number ? words.say("left-out", { number }) : "", held ? words.say("split-overrides", { number: held }) : ""];
      tell(this.#page, "[data-left-out]", said.filter(Boolean).join(" "));
      this.#page.say("");
    });
  }
}
