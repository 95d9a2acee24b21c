// @ts-check
/** The lists of accounts that are kept on this device: opened on their page, or removed with a way back. */
import { pageLocale } from "../elements/page-locale.js";
import { shownDay } from "../elements/shown-time.js";
import { fillRow } from "../elements/slots.js";
import { shownSize } from "./stored.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/list-store.js").KeptList} KeptList */
/** @typedef {import("../store/list-store.js").ListStore} ListStore */
/** @typedef {{ place: HTMLElement, words: Words, store: ListStore, tools: Readonly<Record<string, { title: string }>>, page: string }} Parts page: address of that of lists */

export class KeptLists {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {boolean} isSample whether the reader looks at a sample, and not at what is kept */
  async show(isSample) {
    const { place, words, store, tools, page } = this.#parts;
    const kept = await store.all();
    const lists = kept.done && !isSample ? kept.result : [];
    const rows = place.querySelector("tbody");
    for (const row of rows?.querySelectorAll(":scope > tr") ?? []) row.remove();
    const number = new Intl.NumberFormat(pageLocale());
    for (const { id, name, isSample: isFictional, tool, saved, accounts, size } of lists) {
      const told = { name, mark: isFictional ? words.say("sample-mark") : "", tool: tools[tool]?.title ?? tool, day: shownDay(saved) };
      const row = fillRow(rows, { ...told, accounts: number.format(accounts), size: shownSize(size) });
      if (!row) continue;
      row.dataset.list = id;
      const link = row.querySelector("a");
      if (link) link.href = `${page}#list=${encodeURIComponent(id)}`;
    }
    place.hidden = !lists.length;
  }

  /**
   * @param {Element} inside the row of a list
   * @returns {Promise<import("./subject-acts.js").Done | null>}
   */
  async remove(inside) {
    const { words, store } = this.#parts;
    const outcome = await store.remove(inside.closest("tr")?.dataset.list ?? "");
    if (!outcome.done) return { text: words.say("refused") };
    const removed = outcome.result;
    if (!removed) return null;
    const undo = async () => ((await store.keep(removed)).done ? "" : words.say("refused"));
    return { text: words.say("list-removed", { name: removed.list.name }), undo };
  }
}
