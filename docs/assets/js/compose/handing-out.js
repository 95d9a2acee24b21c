// @ts-check
/** Hands a plan out: its address, its file, and the packages that Python makes of it. */
import { copyText } from "../elements/clipboard.js";
import { download, downloadBytes } from "../elements/download.js";
import { pageAddress } from "../elements/page-address.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./desk.js").Looked} Looked */
/** @typedef {import("./desk.js").PlanDesk} PlanDesk */
/** @typedef {import("../elements/words.js").Words} Words */

export class HandingOut {
  #desk;
  #words;
  #output;
  #date;

  /**
   * @param {PlanDesk} desk
   * @param {Words} words
   * @param {HTMLElement} output where it is said what was made
   * @param {HTMLElement} date the field of the first day
   */
  constructor(desk, words, output, date) {
    this.#desk = desk;
    this.#words = words;
    this.#output = output;
    this.#date = date;
  }

  /** @param {Looked} looked */
  async copy({ address }) {
    this.#say((await copyText(`${pageAddress()}#${address}`)) ? "copied" : "not-copied");
  }

  /** @param {Looked} looked */
  save({ plan, file }) {
    const name = `plan-${plan.id}.json`;
    download(name, file, "application/json");
    this.#say("saved", { name });
  }

  /**
   * @param {Plan} plan
   * @param {string} format
   */
  async make(plan, format) {
    this.#say("making");
    try {
      const { made } = await this.#desk.make(plan, format);
      if (!made || made.lack) return this.#lacks(made?.lack ?? "", made?.told ?? "");
      const bytes = Uint8Array.from(atob(made.content), (letter) => letter.charCodeAt(0));
      if (made.media === "application/zip") downloadBytes(made.name, bytes, made.media);
      else download(made.name, new TextDecoder().decode(bytes), made.media);
      this.#say("made", { name: made.name, size: Math.ceil(bytes.length / 1024) });
    } catch (error) {
      this.#output.textContent = "";
      throw error;
    }
  }

  /**
   * @param {string} lack
   * @param {string} told
   */
  #lacks(lack, told) {
    this.#say(lack === "unmade" ? lack : `lack-${lack}`, { told });
    if (lack === "date") this.#date.focus();
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  #say(key, values) {
    this.#output.textContent = this.#words.say(key, values);
  }
}

/**
 * How long something takes: 45 min, 6 h, 7 h 40 min.
 * @param {number} minutes
 * @param {Words} words
 */
export function duration(minutes, words) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours && rest) return words.say("units-hours-and-minutes", { hours, minutes: rest });
  return words.say(hours ? "units-hours" : "units-minutes", { number: hours || rest });
}
