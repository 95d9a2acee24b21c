// @ts-check
/**
 * <course-questions>: counts the right answers of a reader, before a course and after it.
 *
 * Before it only the number is told, and kept on this device as the list of the questions answered rightly; the
 * answers with their reasons come after it.
 */
import { ElementError } from "../elements/element-error.js";
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { storeOf } from "../store/answer-store.js";

export class CourseQuestions extends PageElement {
  static tag = "course-questions";

  /** @param {AbortSignal} signal */
  start(signal) {
    const words = new Words(this);
    if (!this.dataset.list) throw new ElementError(this, "needs data-list");
    this.#fold();
    this.addEventListener("click", ({ target }) => {
      const { act } = target instanceof HTMLElement ? target.dataset : {};
      if (act === "before") void this.#count(words);
      if (act === "after") void this.#reveal(words);
    }, { signal });
    this.addEventListener("change", () => this.#fold(), { signal });
    this.addEventListener("reset", () => this.#fold(), { signal });
  }

  /** Hide the answers, and what was said of them. */
  #fold() {
    for (const box of this.querySelectorAll("details")) box.hidden = true;
    for (const field of this.querySelectorAll("[data-verdict]")) field.removeAttribute("data-verdict");
    for (const sign of this.querySelectorAll(".verdict")) sign.remove();
    this.#say("");
  }

  /** @param {Words} words */
  async #count(words) {
    this.#fold();
    const store = storeOf(this.dataset.site ?? "");
    await store.open();
    let isKept = store.keeps;
    for (const { name, isRight } of this.#answers()) {
      isKept = (await store.ticks.set(this.#list, name, isRight)).done && isKept;
    }
    this.#say([this.#told(words, isKept ? "before" : "before-not-kept"), this.#open(words)]);
  }

  /** @param {Words} words */
  async #reveal(words) {
    this.#fold();
    const store = storeOf(this.dataset.site ?? "");
    await store.open();
    const earlier = await store.ticks.of(this.#list);
    const before = earlier.done ? earlier.result.length : 0;
    for (const { field, chosen, isRight } of this.#answers()) {
      for (const box of field.querySelectorAll("details")) Object.assign(box, { hidden: false, open: true });
      if (!chosen) continue;
      field.dataset.verdict = isRight ? "right" : "wrong";
      const sign = Object.assign(document.createElement("span"), { className: "verdict" });
      sign.textContent = words.say(isRight ? "right" : "wrong");
      chosen.closest("label")?.append(sign);
    }
    const gain = before ? words.say("earlier", { before }) : "";
    this.#say([this.#told(words, "after"), gain, this.#open(words)]);
  }

  /**
   * @param {Words} words
   * @param {string} key
   */
  #told(words, key) {
    const answers = this.#answers();
    return words.say(key, { right: answers.filter(({ isRight }) => isRight).length, total: answers.length });
  }

  /** @param {Words} words */
  #open(words) {
    const number = this.#answers().filter(({ chosen }) => !chosen).length;
    return number ? words.say("open", { number }) : "";
  }

  /** @param {string | string[]} text */
  #say(text) {
    const told = this.querySelector("[role=status]");
    if (told) told.textContent = [text].flat().filter(Boolean).join("\n");
  }

  #answers() {
    return [...this.querySelectorAll("fieldset")].map((field) => {
      const chosen = field.querySelector("input:checked");
      const name = field.querySelector("input")?.name ?? "";
      return { field, name, chosen, isRight: chosen?.hasAttribute("data-right") ?? false };
    });
  }

  get #list() {
    return this.dataset.list ?? "";
  }
}
