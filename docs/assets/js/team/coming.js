// @ts-check
/** A reader who comes from the page of a tool finds its session; where one with another tool is open, he says which. */
import { pageAddress } from "../elements/page-address.js";
import { isEmpty, newSession } from "./session.js";
import { visit } from "./visit.js";

/** @typedef {import("./team-session.js").TeamSession} TeamSession */

/** Key of the sentence about the session that is open. */
export const OPEN_ALREADY = "open-already";

export class Coming {
  #page;
  /** The tool that the reader came for while a session with another one was open. */
  #tool = "";

  /** @param {TeamSession} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {string} tool id of a questionnaire, or whatever stands in the address */
  come(tool) {
    const { marks, tools, words } = this.#page;
    if (!Object.hasOwn(marks, tool)) return;
    if (visit.data.sample || isEmpty(visit.data)) visit.data = newSession(tool);
    else if (!visit.data.tool) visit.data.tool = tool;
    if (visit.data.tool === tool) return;
    this.#tool = tool;
    const titles = { open: tools[visit.data.tool]?.title ?? visit.data.tool, asked: tools[tool]?.title ?? tool };
    this.#page.say(OPEN_ALREADY, titles);
    const button = this.#button;
    if (button) button.textContent = words.say("begin", titles);
    button?.removeAttribute("hidden");
  }

  /** What is open now is of another questionnaire: the address says so, and a reload stays with it. */
  tellAddress() {
    const { tool } = visit.data;
    const hash = tool ? `#${tool}` : "";
    if (location.hash !== hash) history.replaceState(history.state, "", pageAddress() + hash);
  }

  /** Begin the session that the reader came for; the one that was open can come back. */
  async begin() {
    if (this.#tool) await this.#page.choose(this.#tool);
  }

  /** Something else is told: what was open is what the reader goes on with. */
  forget() {
    this.#tool = "";
    this.#button?.setAttribute("hidden", "");
  }

  get #button() {
    return this.#page.querySelector('[data-act="begin"]');
  }
}
