// @ts-check
/** What becomes of a session: the result of what was agreed, kept or only seen; files; one printed page. */
import { refusalOf } from "../tool/telling.js";
import { fitOnSheet } from "./fitting.js";
import { keepAgreed } from "./keeping.js";
import { agreedInput } from "./session.js";
import { showReport, tell } from "./showing.js";
import { askForSession, offerExport, offerSession } from "./taking-along.js";

/** @typedef {import("./team-session.js").TeamSession} TeamSession */

/** Where the page stands that is printed. */
const SHEET = "team-report[data-sheet]";

export class Outcome {
  #page;

  /** @param {TeamSession} page */
  constructor(page) {
    this.#page = page;
  }

  /** @returns {Promise<import("../engine/client.js").Answer | undefined>} */
  async see() {
    const { data, tool } = this.#page;
    if (!Object.keys(data.answers).length) return void this.#tell("keep-nothing");
    const answer = await this.#ask(async () => tool?.ask(null, agreedInput(data), data.subject));
    if (answer?.error) tell(this.#page, "[data-kept]", refusalOf(answer));
    showReport(this.#page, "team-report[data-agreed]", answer?.document ?? []);
    return answer;
  }

  async keep() {
    const { data, tool, words, store, tools } = this.#page;
    if (data.sample) return this.#tell("keep-sample");
    if (!store.keeps) return this.#tell("keep-blocked");
    const answer = await this.see();
    if (!tool || !answer?.told) return;
    const { subject, occasion, reasons } = data;
    const kind = tools[tool.mark.tool]?.kind ?? "";
    const respondent = data.respondent || words.say("by-team");
    const agreed = { input: agreedInput(data), notes: { ...reasons }, subject, kind, respondent, occasion };
    const told = /** @type {import("../store/results.js").Told} */ (answer.told);
    const kept = await keepAgreed(agreed, { store, mark: tool.mark, told, words });
    if (kept === "left") return;
    if (kept === "refused") return this.#tell("keep-refused");
    const { name } = kept.subject;
    this.#tell(name ? "kept" : "kept-nobody", { subject: name });
    const link = this.#page.querySelector('[data-act="open-kept"]');
    if (link instanceof HTMLAnchorElement) link.href = tools[tool.mark.tool]?.address ?? "";
    link?.removeAttribute("hidden");
  }

  /**
   * What was kept, seen or printed is no longer what stands here. Until then the browser prints the one page again:
   * a preview lays it out anew whenever the reader changes the paper.
   */
  forget() {
    showReport(this.#page, SHEET, []);
    tell(this.#page, "[data-kept]", "");
    this.#page.querySelector('[data-act="open-kept"]')?.setAttribute("hidden", "");
    showReport(this.#page, "team-report[data-agreed]", []);
  }

  save() {
    const { data, tool } = this.#page;
    if (!tool) return;
    offerSession(data, tool);
    this.#page.saved();
  }

  /** @param {{ name: string, extension: string, mediaType: string }} format */
  async export(format) {
    const { data, tool, words } = this.#page;
    const refusal = tool && (await this.#ask(() => offerExport(data, tool, words, format)));
    if (refusal) tell(this.#page, "[data-status]", refusal);
  }

  async print() {
    const { data, tool, words } = this.#page;
    const answer = tool && (await this.#ask(() => askForSession(data, tool, words)));
    if (!answer?.document) return;
    showReport(this.#page, SHEET, answer.document);
    const sheet = this.#page.querySelector(SHEET);
    if (sheet instanceof HTMLElement) fitOnSheet(sheet);
    window.print();
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} [values]
   */
  #tell(key, values) {
    tell(this.#page, "[data-kept]", this.#page.words.say(key, values));
  }

  /**
   * @template Answer
   * @param {() => Promise<Answer>} work
   * @returns {Promise<Answer | undefined>} undefined where the engine gave nothing, which is told
   */
  async #ask(work) {
    try {
      return await work();
    } catch (error) {
      console.error(error);
      this.#page.say("engine-failed");
      return undefined;
    }
  }
}
