// @ts-check
/** <offline-memory>: lists what can be kept for times without a network, with its size; keeps it, and removes all. */
import { PageElement } from "./page-element.js";
import { fillRow } from "./slots.js";
import { Words } from "./words.js";
import { ask, askState, container, forgetPages, noteChoice, register, rootPath } from "../offline/talk.js";

/** @typedef {import("../offline/talk.js").Reply} Reply */

const MEGABYTE = 1e6;
/** The part that comes with each of the others. */
const SHARED = "shared";

export class OfflineMemory extends PageElement {
  static tag = "offline-memory";
  /** Part that is being fetched. */
  #coming = "";

  /** @param {AbortSignal} signal */
  start(signal) {
    const words = new Words(this);
    this.addEventListener("click", ({ target }) => {
      const { action, part = "" } = target instanceof HTMLElement ? target.dataset : {};
      if (action === "keep") void this.#keep(part, words);
      if (action === "forget") void this.#forget(words);
    }, { signal });
    container()?.addEventListener("controllerchange", () => void this.#look(words), { signal });
    void this.#look(words);
  }

  /** @param {Words} words */
  async #look(words) {
    const registration = await register();
    if (!registration) return this.#say(words.say("unavailable"));
    const { active } = (await container()?.ready) ?? {};
    if (active) this.#show(await ask(active, { ask: "state" }), words);
  }

  /**
   * @param {Reply} reply
   * @param {Words} words
   */
  #show({ parts = [] }, words) {
    const rows = this.querySelector('[data-slot="rows"]');
    const had = document.activeElement?.getAttribute("data-part");
    for (const row of rows?.querySelectorAll(":scope > tr") ?? []) row.remove();
    for (const { name, bytes, state } of parts) {
      if (name === SHARED && state === "none") continue;
      const size = words.say("megabytes", { number: Math.ceil(bytes / MEGABYTE) });
      const shown = name === this.#coming ? "coming" : state;
      const what = words.say(`part-${name}`);
      const row = fillRow(rows instanceof HTMLElement ? rows : null, { what, size, state: words.say(`state-${shown}`) });
      const button = row?.querySelector("button");
      if (!button) continue;
      button.dataset.part = name;
      button.hidden = shown === "kept" || shown === "coming" || name === SHARED;
      button.setAttribute("aria-label", words.say("keep-part", { what, size }));
      if (had === name) button.focus();
    }
    this.querySelector("[data-list]")?.toggleAttribute("hidden", !parts.length);
    const isEmpty = parts.every(({ state }) => state === "none");
    this.querySelector('[data-action="forget"]')?.toggleAttribute("hidden", isEmpty);
  }

  /**
   * @param {string} part
   * @param {Words} words
   */
  async #keep(part, words) {
    const { active } = (await container()?.ready) ?? {};
    if (!active) return;
    noteChoice(false);
    this.#coming = part;
    this.#show(await ask(active, { ask: "state" }), words);
    this.#say(words.say("coming", { what: words.say(`part-${part}`) }));
    const reply = await ask(active, { ask: "keep", part });
    this.#coming = "";
    this.#show(reply.parts ? reply : await askState(), words);
    this.#say(words.say(`outcome-${reply.outcome ?? "failed"}`, { what: words.say(`part-${part}`) }));
  }

  /** @param {Words} words */
  async #forget(words) {
    await forgetPages(rootPath());
    noteChoice(true);
    this.querySelector("[data-list]")?.toggleAttribute("hidden", true);
    this.querySelector('[data-action="forget"]')?.toggleAttribute("hidden", true);
    this.#say(words.say("forgotten"));
  }

  /** @param {string} text */
  #say(text) {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = text;
  }
}
