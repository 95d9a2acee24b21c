// @ts-check
/** The fields of a plan as a whole: its title, for whom, when; and what participants know before. */
import { ElementError } from "../elements/element-error.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("../elements/words.js").Words} Words */

const LEVELS = ["foundation", "practitioner", "advanced"];
const TEXTS = /** @type {const} */ (["title", "language", "level", "date", "begin", "end", "rhythm"]);

export class PlanFields {
  #page;
  #words;
  #titleOf;

  /**
   * @param {HTMLElement} page
   * @param {Words} words
   * @param {(link: string) => string} titleOf
   */
  constructor(page, words, titleOf) {
    this.#page = page;
    this.#words = words;
    this.#titleOf = titleOf;
  }

  /** @param {Plan} plan */
  fill(plan) {
    for (const name of TEXTS) this.#field(name).value = plan[name];
    this.#field("from").value = String(plan.group.from);
    this.#field("to").value = String(plan.group.to);
  }

  /**
   * What stands in the fields now; null where one of them holds nothing that can be used, which the browser says.
   * @param {Plan} plan
   * @returns {Partial<Plan> | null}
   */
  read(plan) {
    const fields = [...TEXTS, "from", "to"].map((name) => this.#field(name));
    if (!fields.every((field) => field.reportValidity())) return null;
    const texts = Object.fromEntries(TEXTS.map((name) => [name, this.#field(name).value]));
    const group = { ...plan.group, from: Number(this.#field("from").value), to: Number(this.#field("to").value) };
    return { ...texts, group };
  }

  /** @param {string} name */
  value(name) {
    return this.#field(name).value;
  }

  /**
   * Offer only modules up to a level; tools have none.
   * @param {string} level empty: every level
   */
  limit(level) {
    const most = level ? LEVELS.indexOf(level) : LEVELS.length;
    const pages = /** @type {HTMLSelectElement} */ (this.#field("page"));
    for (const option of pages.options) {
      const { level: own } = option.dataset;
      // Support: Safari shows a hidden option all the same.
      option.hidden = option.disabled = own !== undefined && LEVELS.indexOf(own) > most;
    }
    const first = [...pages.options].find(({ disabled }) => !disabled);
    if (pages.selectedOptions[0]?.disabled && first) pages.value = first.value;
  }

  /** @param {readonly string[]} known ids of modules */
  tellKnown(known) {
    const line = this.#page.querySelector("[data-known]");
    if (!(line instanceof HTMLElement)) throw new ElementError(this.#page, "needs [data-known] inside");
    line.hidden = !known.length;
    for (const old of line.querySelectorAll("button")) old.remove();
    line.append(...known.map((name) => {
      const title = this.#titleOf(`m:${name}`);
      const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
      Object.assign(button.dataset, { act: "forget", name });
      button.textContent = `${title} ×`;
      button.setAttribute("aria-label", this.#words.say("forget", { title }));
      return button;
    }));
  }

  /** @param {string} name */
  #field(name) {
    const field = this.#page.querySelector(`.composer [name="${name}"]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new ElementError(this.#page, `needs a field named ${name} inside`);
  }
}
