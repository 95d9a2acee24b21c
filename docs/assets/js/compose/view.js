// @ts-check
/** What the page of the composer shows of a plan: its fields, its lines, what does not fit, its slides. */
import { ElementError } from "../elements/element-error.js";
import { pageAddress } from "../elements/page-address.js";
import { FaultTeller } from "./fault-teller.js";
import { PlanFields } from "./fields.js";
import { duration } from "./handing-out.js";
import { entry, ItemRows } from "./item-rows.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Fault} Fault */
/** @typedef {import("./desk.js").Looked} Looked */
/** @typedef {import("./desk.js").Shelf} Shelf */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {{ planNow: () => Plan | null, mend: (plan: Plan, fault: Fault) => void }} Mending */

export class PlanView {
  #page;
  #words;
  #language;
  /** @type {Shelf} */
  shelf = { pages: {}, courses: {} };

  /**
   * @param {HTMLElement} page
   * @param {Words} words
   * @param {string} language of the page
   * @param {Mending} mending
   */
  constructor(page, words, language, { planNow, mend }) {
    this.#page = page;
    this.#words = words;
    this.#language = language;
    const titleOf = (/** @type {string} */ link) => this.titleOf(link);
    const teller = new FaultTeller(words, titleOf, planNow, mend);
    this.teller = teller;
    this.fields = new PlanFields(page, words, titleOf);
    this.rows = new ItemRows(this.part("[data-items]"), this.#template("[data-item]"), {
      words,
      titleOf,
      addressOf: (link) => this.#addressOf(link),
      tell: (fault) => teller.tell(fault),
    });
  }

  /**
   * Show what was found.
   * @param {Looked} looked
   * @param {readonly Fault[]} damaged what of it was damaged in the text that is open
   */
  tell(looked, damaged) {
    const { plan, faults, totals } = looked;
    this.rows.tell({ ...looked, plan });
    this.part("[data-nothing]").hidden = plan.items.length > 0;
    const { work, breaks } = totals;
    const times = { work: duration(work, this.#words), breaks: duration(breaks, this.#words) };
    this.part("[data-totals]").textContent = plan.items.length ? this.#words.say("totals", times) : "";
    const whole = plan.items.length ? faults.filter(({ at }) => at === null) : damaged;
    const inLines = faults.length - faults.filter(({ at }) => at === null).length;
    this.part("[data-faults]").replaceChildren(...whole.map((fault) => entry(this.teller.tell(fault))));
    const fits = inLines ? this.#words.say("in-lines", { number: inLines }) : whole.length ? "" : this.#words.say("fits");
    this.part("[data-fits]").textContent = fits;
    const box = this.part("[data-check]");
    box.hidden = !plan.items.length && !whole.length;
    box.dataset.tone = whole.length || inLines ? "caution" : "good";
    this.fields.tellKnown(plan.known);
    this.#showSlides(plan);
  }

  /**
   * @param {string} code
   * @param {boolean} [canRetry]
   */
  refuse(code, canRetry = false) {
    const notice = this.part("[data-refused]");
    const sentence = notice.querySelector("p");
    if (sentence) sentence.textContent = this.#words.say(code);
    this.part('[data-act="again"]').hidden = !canRetry;
    notice.hidden = false;
    this.say("");
  }

  /** @param {Plan} plan */
  #showSlides({ items }) {
    // A copy of the site without a server has no files of slides.
    if (!this.#page.querySelector("[data-slides]")) return;
    const files = JSON.parse(this.#template("[data-slides-files]").content.textContent ?? "{}");
    const names = [...new Set(items.filter(({ kind, id = "" }) => kind !== "tool" && files[id]).map(({ id = "" }) => id))];
    const box = this.part("[data-slides]");
    box.hidden = !names.length;
    box.querySelector("ul")?.replaceChildren(...names.map((name) => {
      const link = Object.assign(document.createElement("a"), { href: files[name], download: "" });
      link.textContent = this.titleOf(`m:${name}`);
      return entry([link]);
    }));
  }

  /** @param {string} link of a page */
  titleOf(link) {
    return this.shelf.pages[link]?.titles[this.#language] ?? link.slice(2);
  }

  /** @param {string} link of a page */
  #addressOf(link) {
    const page = this.shelf.pages[link];
    return page ? new URL(`${this.#page.dataset.own}${page.path}`, pageAddress()).href : "";
  }

  /** @param {string} text */
  say(text) {
    this.part("[data-status]").textContent = text;
  }

  /**
   * @param {string} selector
   * @returns {HTMLElement}
   */
  part(selector) {
    const part = this.#page.querySelector(`.composer ${selector}`);
    if (part instanceof HTMLElement) return part;
    throw new ElementError(this.#page, `needs ${selector} inside`);
  }

  /** @param {string} selector */
  #template(selector) {
    const template = this.#page.querySelector(`template${selector}`);
    if (template instanceof HTMLTemplateElement) return template;
    throw new ElementError(this.#page, `needs template${selector} inside`);
  }
}
