// @ts-check
/**
 * <results-map>: marks, on the maps beside it, the parts of the method with a result on this device.
 *
 * A link of a map names the tools of its part in data-tools; data-word is the page's word for the mark, and
 * .map-legend inside says it once to those who see the mark.
 */
import { AnswerStore } from "../store/answer-store.js";
import { PageElement } from "./page-element.js";

export class ResultsMap extends PageElement {
  static tag = "results-map";

  start() {
    const store = new AnswerStore(this.dataset.site ?? "");
    for (const place of this.parentElement?.querySelectorAll("a[data-tools]") ?? []) {
      const tools = place.getAttribute("data-tools")?.split(" ") ?? [];
      const scored = tools.some((tool) => store.all(tool).some((record) => record.scored));
      if (scored) mark(place, this.dataset.word ?? "");
      if (scored) this.querySelector(".map-legend")?.removeAttribute("hidden");
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
