// @ts-check
/** <site-news>: tells in one sentence that there is no network, or that the site was renewed while the page was open. */
import { PageElement } from "./page-element.js";
import { askState } from "../offline/talk.js";

/** @typedef {"updated" | "away"} News */

export class SiteNews extends PageElement {
  static tag = "site-news";

  /** @param {News} news */
  static tell(news) {
    for (const element of document.querySelectorAll(this.tag)) if (element instanceof SiteNews) element.show(news, true);
  }

  /** @param {AbortSignal} signal */
  start(signal) {
    this.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.action === "reload") location.reload();
    }, { signal });
    addEventListener("online", () => this.show("away", false), { signal });
    addEventListener("offline", () => void this.#look(true), { signal });
    void this.#look(false);
  }

  /**
   * @param {News} news
   * @param {boolean} shown
   */
  show(news, shown) {
    for (const part of this.querySelectorAll(`[data-news="${news}"]`)) part.toggleAttribute("hidden", !shown);
  }

  /** @param {boolean} away whether it is known that there is no network */
  async #look(away) {
    const state = await askState();
    const { language } = document.documentElement.dataset;
    const isKept = state.parts?.some(({ name, state }) => name === language && state !== "none") ?? false;
    this.show("away", isKept && (away || state.away === true));
  }
}
