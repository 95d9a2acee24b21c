// @ts-check
/** <device-memory>: lists what the site keeps in this browser, hands it out as one file, and removes it. */
import { storeOf } from "../store/answer-store.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { forgetPages } from "../offline/talk.js";
import { readEverything, removeEverything, writeEverything } from "../store/everything.js";
import { download } from "./download.js";
import { PageElement } from "./page-element.js";
import { ask } from "./question.js";
import { shownTime } from "./shown-time.js";
import { fillRow } from "./slots.js";
import { Words } from "./words.js";

/** @typedef {import("../store/everything.js").Everything} Everything */
/** @typedef {{ what: string, whom?: string, when?: string, content: unknown, bytes?: number }} Entry bytes: of a file that goes with it */

export class DeviceMemory extends PageElement {
  static tag = "device-memory";

  /** @param {AbortSignal} signal */
  start(signal) {
    const words = new Words(this);
    const store = storeOf(this.dataset.site ?? "");
    store.listen(() => void this.#show(words), signal);
    this.addEventListener("click", ({ target }) => {
      const { action } = target instanceof HTMLElement ? target.dataset : {};
      if (action === "download") void this.#download();
      if (action === "remove") void this.#remove(words);
    }, { signal });
    void this.#show(words);
  }

  /**
   * List what is kept.
   * @param {Words} words
   * @param {string} [said] what just happened
   */
  async #show(words, said = "") {
    const everything = await this.#everything();
    const entries = everything ? this.#entries(everything, words) : [];
    const list = this.querySelector("[data-list]");
    const rows = list?.querySelector('[data-slot="rows"]');
    for (const row of rows?.querySelectorAll(":scope > tr") ?? []) row.remove();
    for (const { what, whom, when, content, bytes = 0 } of entries) {
      const size = words.say("kilobytes", { number: Math.ceil((sizeOf(content) + bytes) / 1024) });
      fillRow(rows instanceof HTMLElement ? rows : null, { what, whom, when, size });
    }
    if (list instanceof HTMLElement) list.hidden = !entries.length;
    for (const button of this.querySelectorAll("button")) button.hidden = !entries.length;
    const state = !everything ? "refused" : entries.length ? "" : this.#store.keeps ? "nothing" : "blocked";
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = said || (state && words.say(state));
    return entries.length;
  }

  async #download() {
    const everything = await this.#everything();
    if (!everything) return;
    const { site = "" } = this.dataset;
    const now = new Date().toISOString();
    download(fileName(site, "", dayOf(now), "json"), writeEverything(site, everything, now), "application/json");
  }

  /**
   * @param {Words} words
   * @returns {Promise<void>}
   */
  async #remove(words) {
    const everything = await this.#everything();
    const number = everything ? this.#entries(everything, words).length : 0;
    const choice = await ask({
      title: words.say("remove-title"),
      text: words.say("remove-text", { number }),
      choices: [
        { name: "remove", text: words.say("remove-choice") },
        { name: "download", text: words.say("download-first") },
        { name: "cancel", text: words.say("cancel") },
      ],
    });
    if (choice === "download") {
      await this.#download();
      return this.#remove(words);
    }
    if (choice !== "remove") return;
    await removeEverything(this.#store, this.#root);
    await forgetPages(this.#root);
    const left = await this.#show(words, words.say("gone", { number }));
    if (left) await this.#show(words, words.say("not-gone"));
  }

  async #everything() {
    await this.#store.open();
    return readEverything(this.#store, this.#root);
  }

  get #store() {
    return storeOf(this.dataset.site ?? "");
  }

  /** Path of the site's home page. */
  get #root() {
    return new URL(".", new URL(this.dataset.root ?? "/", document.baseURI)).pathname;
  }

  /**
   * @param {Everything} everything
   * @param {Words} words
   * @returns {Entry[]}
   */
  #entries({ tables, leftovers, choices }, words) {
    const titles = this.#titles();
    const names = new Map(tables.subjects?.map(({ id, name }) => [id, name]));
    const title = (/** @type {unknown} */ id) => ({ title: titles[String(id)] ?? String(id) });
    const about = (/** @type {any} */ row, /** @type {string} */ key) => ({
      what: words.say(key, title(row.tool)),
      whom: names.get(row.subjectId) ?? words.say("nobody"),
      when: Number.isNaN(Date.parse(row.saved)) ? "" : shownTime(row.saved),
      content: row,
    });
    const targets = (tables.settings ?? []).filter((row) => row.subjectId !== undefined);
    const others = (tables.settings ?? []).filter((row) => row.subjectId === undefined);
    return [
      ...(tables.drafts ?? []).map((row) => about(row, "draft")),
      ...(tables.results ?? []).map((row) => about(row, "result")),
      ...(tables.aside ?? []).map((row) => about(row, "aside")),
      ...(tables.actions ?? []).map((row) => about(row, "action")),
      ...(tables.lists ?? []).map((row) => ({ ...about(row, "list"), whom: String(row.name), bytes: Number(row.size) })),
      ...targets.map((row) => about(row, "targets")),
      ...(tables.checklists ?? []).map((row) => ({ what: words.say("checklist", title(row.id)), content: row })),
      ...leftovers.map(({ key, text }) => ({ what: words.say("leftover", title(key.split(":")[2])), content: text })),
      ...(choices.length || others.length ? [{ what: words.say("choices"), content: [choices, others] }] : []),
    ];
  }

  /** @returns {Record<string, string>} id of a tool or a checklist -> how the page calls it */
  #titles() {
    const data = this.querySelector("template[data-titles]");
    return JSON.parse(data instanceof HTMLTemplateElement ? data.content.textContent : "{}");
  }
}

/**
 * Bytes.
 * @param {unknown} content
 */
function sizeOf(content) {
  return new Blob([JSON.stringify(content)]).size;
}
