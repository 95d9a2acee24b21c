// @ts-check
/** <check-list>: remembers on this device which items of a list were ticked. */
import { AnswerStore } from "../store/answer-store.js";
import { ElementError } from "./element-error.js";
import { PageElement } from "./page-element.js";

/** The items have no definition; the list's id alone tells which they are. */
const VERSION = "1";

export class CheckList extends PageElement {
  static tag = "check-list";

  /** @param {AbortSignal} signal */
  start(signal) {
    const { list, site = "" } = this.dataset;
    if (!list) throw new ElementError(this, "needs data-list");
    const mark = { tool: list, version: VERSION, subject: "" };
    const store = new AnswerStore(site);
    const early = this.#boxes().some((box) => box.checked !== box.defaultChecked);
    this.#tick(store.load(list, VERSION, "")?.input.ticked);
    const keep = () => {
      const input = { ticked: this.#boxes().filter((box) => box.checked).map((box) => box.name) };
      const saved = new Date().toISOString();
      store.save({ ...mark, hash: "", structure: "", saved, input, notes: {}, scored: false });
      this.#showStatus();
    };
    this.addEventListener("change", keep, { signal });
    if (early) keep();
  }

  /**
   * Tick what is kept; what was ticked before this script came stays so.
   * @param {unknown} names
   */
  #tick(names) {
    for (const box of this.#boxes()) box.checked ||= Array.isArray(names) && names.includes(box.name);
    this.#showStatus();
  }

  /** Say how far the list is, in the page's words: the text of data-word with {done} and {total}. */
  #showStatus() {
    const status = this.querySelector(".checklist-status");
    if (!(status instanceof HTMLElement)) return;
    const boxes = this.#boxes();
    const done = boxes.filter((box) => box.checked).length;
    const words = status.dataset.word ?? "";
    status.textContent = words.replace("{done}", String(done)).replace("{total}", String(boxes.length));
    status.hidden = false;
  }

  #boxes() {
    return [...this.querySelectorAll("input")].filter((input) => input.type === "checkbox");
  }
}
