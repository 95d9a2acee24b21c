// @ts-check
/** <check-list>: remembers on this device which items of a list were ticked. */
import { storeOf } from "../store/answer-store.js";
import { ElementError } from "./element-error.js";
import { PageElement } from "./page-element.js";

export class CheckList extends PageElement {
  static tag = "check-list";

  /** @param {AbortSignal} signal */
  start(signal) {
    const { list, site = "" } = this.dataset;
    if (!list) throw new ElementError(this, "needs data-list");
    const store = storeOf(site);
    /** @type {Set<string>} ticked or not before it was known what is kept */
    const early = new Set(this.#boxes().filter((box) => box.checked !== box.defaultChecked).map((box) => box.name));
    let isKnown = false;
    const keep = async (/** @type {HTMLInputElement} */ { name, checked }) => {
      const kept = await store.tick(list, name, checked);
      this.#showStatus(kept.done && store.keeps);
    };
    this.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (isKnown) void keep(target);
      else early.add(target.name);
      this.#showStatus();
    }, { signal });
    store.listen(({ act, tool }) => {
      if (act === "cleared" || (act === "ticked" && tool === list)) void read();
    }, signal);
    const read = async () => {
      await store.open();
      const ticked = await store.ticked(list);
      const names = ticked.done ? ticked.result : null;
      for (const box of this.#boxes()) if (names && !early.has(box.name)) box.checked = names.includes(box.name);
      isKnown = true;
      this.#showStatus();
      const given = this.#boxes().filter((box) => early.has(box.name));
      early.clear();
      for (const box of given) await keep(box);
    };
    void read();
  }

  /**
   * Say how far the list is, in the page's words: the text of data-word with {done} and {total}.
   * @param {boolean} [isKept] whether this device remembers it
   */
  #showStatus(isKept = true) {
    const status = this.querySelector(".checklist-status");
    if (!(status instanceof HTMLElement)) return;
    const boxes = this.#boxes();
    const done = boxes.filter((box) => box.checked).length;
    const { word = "", wordNotKept = "" } = status.dataset;
    const words = isKept ? word : wordNotKept;
    status.textContent = words.replace("{done}", String(done)).replace("{total}", String(boxes.length));
    status.hidden = false;
  }

  #boxes() {
    return [...this.querySelectorAll("input")].filter((input) => input.type === "checkbox");
  }
}
