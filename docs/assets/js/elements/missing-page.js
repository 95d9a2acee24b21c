// @ts-check
/** <missing-page>: stands where a page is not kept; leads back to it, and to what is kept. */
import { PageElement } from "./page-element.js";
import { askState, rootPath } from "../offline/talk.js";

export class MissingPage extends PageElement {
  static tag = "missing-page";

  /** @param {AbortSignal} signal */
  start(signal) {
    const wanted = wantedPage();
    const link = this.querySelector("a[data-wanted]");
    if (wanted && link instanceof HTMLAnchorElement) {
      link.href = wanted;
      link.hidden = false;
      addEventListener("online", () => location.replace(wanted), { signal });
    }
    void this.#showKept();
  }

  async #showKept() {
    const { parts = [] } = await askState();
    for (const line of this.querySelectorAll("li[data-part]")) {
      const kept = parts.some(({ name, state }) => line.getAttribute("data-part") === name && state !== "none");
      line.toggleAttribute("hidden", !kept);
    }
    const list = this.querySelector("[data-kept]");
    list?.toggleAttribute("hidden", !list.querySelector("li:not([hidden])"));
  }
}

/** @returns {string} path of the page that was asked for; empty for what is none of this site */
function wantedPage() {
  const path = new URLSearchParams(location.search).get("page") ?? "";
  const { origin, pathname } = new URL(path, location.href);
  return origin === location.origin && pathname === path && path.startsWith(rootPath()) ? path : "";
}
