// @ts-check
/**
 * <reading-path>: where the reader stands on the path of a role, on every page of that path.
 *
 * Each [data-role] inside tells one path; the one that the reader began, by a link with data-path anywhere on a
 * page, is shown until it is left.
 */
import { VisitMemory } from "../store/visit-memory.js";
import { PageElement } from "./page-element.js";

export class ReadingPath extends PageElement {
  static tag = "reading-path";
  #memory = new VisitMemory();

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#show();
    document.addEventListener("click", ({ target }) => {
      const link = target instanceof Element ? target.closest("a[data-path]") : null;
      if (link instanceof HTMLElement) this.#memory.write(this.#name, link.dataset.path ?? "");
    }, { signal });
    this.addEventListener("click", ({ target }) => {
      if (!(target instanceof Element && target.closest("[data-leave]"))) return;
      this.#memory.forget(this.#name);
      this.#show();
    }, { signal });
  }

  #show() {
    const path = this.#memory.read(this.#name);
    for (const each of this.querySelectorAll("[data-role]")) {
      each.toggleAttribute("hidden", each.getAttribute("data-role") !== path);
    }
  }

  get #name() {
    return `playbook:${this.dataset.site}:path`;
  }
}
