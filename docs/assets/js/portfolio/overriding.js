// @ts-check
/** Opens an account, and has it stand elsewhere than its answers put it, or no more; what was before can come back. */
import { openAccount } from "./account-dialog.js";
import { Refusal } from "./desk.js";
import { visit } from "./visit.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./desk.js").Override} Override */
/** @typedef {import("./desk.js").Result} Result */
/** @typedef {import("./desk.js").ToldOverride} ToldOverride */
/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

export class Overriding {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {number} place */
  async showAccount(place) {
    const { desk, result, tool } = visit.work;
    if (!desk || !result) return;
    const { words } = this.#page;
    await this.#page.work("working", {}, "", async () => {
      const { account, ...input } = await desk.input(place);
      const { columns, names } = result;
      const answer = columns.status[place] === "malformed" ? null : await this.#page.scoringOf(tool).score(input, "", { subject: account });
      const question = names.questions[columns.ask[place] ?? -1];
      const present = columns.present?.[place];
      const facts = [
        words.say("account-facts", { line: columns.line[place] ?? "" }),
        present ? words.say("account-present", { present }) : "",
        question ? words.say("account-ask", { question }) : "",
        answer ? "" : words.say("malformed"),
      ];
      this.#page.say("");
      const override = overrideAt(result, place);
      openAccount(this.#page, {
        ...{ title: account, facts: facts.filter(Boolean).join(" "), blocks: answer?.document ?? [] },
        ...{ toolPage: this.#page.tools[tool]?.address ?? "", refusal: words.say("override-refused") },
        bands: names.ids.map((id, at) => ({ id, title: names.bands[at] ?? id })),
        ...{ override, told: override ? words.say("override-told", { told: overrideTold(override, result, words) }) : "" },
        set: (given) => this.#set({ account, ...given }),
      }, () => this.#page.goToAccount(place));
    });
  }

  /**
   * @param {{ account: string } & Partial<Override>} given
   * @returns {Promise<readonly { message: string, hint: string }[] | null>} what is wrong with it; null where nobody answered
   */
  async #set(given) {
    const { desk, result } = visit.work;
    if (!desk || !result) return null;
    try {
      const overridden = await desk.override(given);
      visit.remember();
      visit.work.result = { ...result, overridden };
      this.#page.trying.forgetSplit();
      this.#page.showOverrides();
      this.#page.say(given.band ? "override-set" : "override-gone", { account: given.account });
      return [];
    } catch (error) {
      if (error instanceof Refusal) return error.problems;
      console.error(error);
      this.#page.say("engine-failed");
      return [];
    }
  }
}

/**
 * @param {Result} result
 * @param {number} place of an account
 */
export function overrideAt({ overridden }, place) {
  return overridden.list.find((each) => each.place === place);
}

/**
 * @param {ToldOverride} override
 * @param {Result} result
 * @param {Words} words
 */
export function overrideTold({ at, until, reason, holds }, { names }, words) {
  return words.say(holds ? "override-holds" : "override-ended", { band: names.bands[at] ?? "", until, reason });
}
