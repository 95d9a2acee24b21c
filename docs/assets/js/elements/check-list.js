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
    /** @type {string[]} names of items whose change is being written */
    const writing = [];
    /** @type {Set<string>} names of items whose change was refused */
    const refused = new Set();
    // What is being written is not kept yet, and who reads that it is may leave.
    const tell = () => {
      if (!writing.length) this.#showStatus(!refused.size && store.keeps);
    };
    const take = async (/** @type {HTMLInputElement} */ { name, checked }) => {
      writing.push(name);
      const kept = await store.ticks.set(list, name, checked);
      writing.splice(writing.indexOf(name), 1);
      if (kept.done) refused.delete(name);
      else refused.add(name);
      tell();
    };
    this.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && void take(target), { signal });
    store.listen(({ act, tool }) => {
      if (act === "cleared" || (act === "ticked" && tool === list)) void read();
    }, signal);
    const read = async () => {
      const ticked = await store.ticks.of(list);
      const names = ticked.done ? ticked.result : null;
      for (const box of this.#boxes()) if (names && !writing.includes(box.name)) box.checked = names.includes(box.name);
      tell();
    };
    void store.open().then(() => {
      for (const box of this.#boxes()) if (box.checked !== box.defaultChecked) void take(box);
      return read();
    });
  }

  /**
   * Say how far the list is, in the page's words: the text of data-word with {done} and {total}.
   * @param {boolean} isKept whether this device remembers it
   */
  #showStatus(isKept) {
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
