// @ts-check
/**
 * <results-map>: marks, on the maps beside it, the parts of the method with a result on this device.
 *
 * A link of a map names the tools of its part in data-tools; data-word is the page's word for the mark, and
 * .map-legend inside says it once to those who see the mark.
 */
import { storeOf } from "../store/answer-store.js";
import { PageElement } from "./page-element.js";

export class ResultsMap extends PageElement {
  static tag = "results-map";

  start() {
    void this.#mark();
  }

  async #mark() {
    const store = storeOf(this.dataset.site ?? "");
    await store.open();
    const scored = await store.toolsWithResult();
    for (const place of this.parentElement?.querySelectorAll("a[data-tools]") ?? []) {
      const tools = place.getAttribute("data-tools")?.split(" ") ?? [];
      if (!tools.some((tool) => scored.has(tool))) continue;
      mark(place, this.dataset.word ?? "");
      this.querySelector(".map-legend")?.removeAttribute("hidden");
    }
  }
}

/**
 * @param {Element} place
 * @param {string} word
 */
function mark(place, word) {
  if (place.classList.contains("has-result")) return;
  const said = document.createElement("span");
  said.className = "hidden-words";
  said.textContent = ` – ${word}`;
  place.classList.add("has-result");
  place.append(said);
}
