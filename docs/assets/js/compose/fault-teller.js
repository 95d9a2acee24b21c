// @ts-check
/** Says what is wrong with a plan, and offers what mends it. */
import { endOf, mended } from "./plan.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Fault} Fault */
/** @typedef {import("../elements/words.js").Words} Words */

/** What damaged texts leave behind: nobody can mend it here. */
export const DAMAGE = ["part", "item", "many"];

export class FaultTeller {
  #words;
  #titleOf;
  #planNow;
  #mend;

  /**
   * @param {Words} words
   * @param {(link: string) => string} titleOf
   * @param {() => Plan | null} planNow
   * @param {(plan: Plan, fault: Fault) => void} mend called with the mended plan
   */
  constructor(words, titleOf, planNow, mend) {
    this.#words = words;
    this.#titleOf = titleOf;
    this.#planNow = planNow;
    this.#mend = mend;
  }

  /**
   * @param {Fault} fault
   * @returns {Node[]} its sentence, and a button where something mends it
   */
  tell(fault) {
    const { code, values } = fault;
    const title = values.link ? this.#titleOf(values.link) : values.title;
    const part = values.part ? this.#words.say(`name-${values.part}`) : "";
    const sentence = new Text(`${this.#words.say(`fault-${code}`, { ...values, title, part })} `);
    const label = this.#label(fault, title);
    if (!label) return [sentence];
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
    button.textContent = label;
    button.addEventListener("click", () => {
      const plan = this.#planNow();
      const mend = plan && mended(plan, fault);
      if (mend) this.#mend(mend, fault);
    });
    return [sentence, button];
  }

  /**
   * @param {Fault} fault
   * @param {string} title
   */
  #label({ code, values }, title) {
    if (code === "near" || code === "retired") return this.#words.say("mend-use", { title });
    if (code === "early") return this.#words.say("mend-known");
    if (code === "stretch") return this.#words.say("mend-break");
    if (code !== "over" && code !== "under") return "";
    const plan = this.#planNow();
    const time = plan ? endOf(plan, values.minutes) : "";
    return time ? this.#words.say("mend-end", { time }) : "";
  }
}
