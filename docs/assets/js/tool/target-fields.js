// @ts-check
/** The reader's own targets for the dimensions of a tool: kept with the subject, sent along with each result. */

import { sorted } from "../store/answer-record.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/**
 * @typedef {object} Parts
 * @property {HTMLElement | null} place shown with the report; holds a field for each dimension, by its id
 * @property {string} tool
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {ToolScoring} scoring
 * @property {Words} words
 * @property {() => Promise<unknown>} renew makes the report say what the targets are now
 */

export class TargetFields {
  #parts;
  #calls = 0;
  /** @type {string[] | null} what the fields said before all of them were cleared */
  #before = null;
  /** Fulfilled when the targets of the subject in the form count. */
  ready = Promise.resolve();

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    this.#parts = parts;
    const { place, store, tool, keeper } = parts;
    place?.addEventListener("change", () => void this.#keep(), { signal });
    place?.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.dataset.act === "no-targets") void this.#forget();
      if (button?.dataset.act === "targets-back") void this.#takeBack();
    }, { signal });
    store.listen((news) => {
      const isMine = news.tool === tool && [news.subjectId, news.from].includes(keeper.subject.id);
      if (isMine || ["merged", "cleared"].includes(news.act)) void this.#follow();
    }, signal);
  }

  /** Have the targets of the subject in the form count from now on. */
  read() {
    this.ready = this.#read();
    return this.ready;
  }

  async #read() {
    const { keeper, scoring, store, tool } = this.#parts;
    const call = ++this.#calls;
    const kept = await store.targets.of(tool, keeper.subject);
    if (call !== this.#calls) return;
    const points = kept.done ? kept.result : {};
    this.#fill(this.#fields.map(({ name }) => String(points[name] ?? "")));
    this.#offerBack(null);
    this.#tell([]);
    scoring.targets = this.#given();
  }

  /** Another window has written: what stands in the fields stays unless the targets are others now. */
  async #follow() {
    const { keeper, scoring, store, tool, renew } = this.#parts;
    const kept = await store.targets.of(tool, keeper.subject);
    if (!kept.done || sorted(kept.result) === sorted(scoring.targets)) return;
    await this.read();
    await renew();
  }

  async #keep() {
    const { keeper, scoring, store, tool, words, renew } = this.#parts;
    const wrong = this.#fields.filter(({ validity }) => !validity.valid);
    this.#tell(wrong);
    if (wrong.length) return;
    this.#calls += 1;
    scoring.targets = this.#given();
    const outcome = await store.targets.write(tool, keeper.subject, scoring.targets);
    if (!outcome.done) this.#say(words.say("plan-refused"));
    await renew();
  }

  async #forget() {
    const before = this.#fields.map(({ value }) => value);
    this.#fill(before.map(() => ""));
    await this.#keep();
    this.#offerBack(before);
  }

  async #takeBack() {
    this.#fill(this.#before ?? []);
    this.#offerBack(null);
    await this.#keep();
  }

  /** @param {readonly string[]} values */
  #fill(values) {
    for (const [index, field] of this.#fields.entries()) field.value = values[index] ?? "";
  }

  /** @param {string[] | null} before */
  #offerBack(before) {
    this.#before = before;
    this.#parts.place?.querySelector('[data-act="targets-back"]')?.toggleAttribute("hidden", !before);
  }

  /** @returns {Record<string, number>} dimension id -> points; only fields that say something */
  #given() {
    const said = this.#fields.filter(({ value }) => value !== "");
    return Object.fromEntries(said.map(({ name, valueAsNumber }) => [name, valueAsNumber]));
  }

  /** @param {HTMLInputElement[]} wrong fields that hold no target */
  #tell(wrong) {
    for (const field of this.#fields) field.removeAttribute("aria-invalid");
    for (const field of wrong) field.setAttribute("aria-invalid", "true");
    this.#say(wrong.length ? this.#parts.words.say("target-wrong") : "");
  }

  /** @param {string} text */
  #say(text) {
    const status = this.#parts.place?.querySelector("[data-problem]");
    if (status) status.textContent = text;
  }

  get #fields() {
    return [...(this.#parts.place?.querySelectorAll("input") ?? [])];
  }
}
