// @ts-check
/** Shows answers that came with a link: beside the reader's own, or like an example; kept only where he says so. */
import { pageAddress } from "../elements/page-address.js";
import { ask } from "../elements/question.js";
import { shownTime } from "../elements/shown-time.js";
import { countAnswers, sameAnswers } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { canShare, holdsLink, LinkError, readLink } from "../store/share-link.js";
import { isForeign } from "./standing.js";
import { about } from "./telling.js";

/** @typedef {import("../store/share-link.js").Shared} Shared */
/** @typedef {import("./notices.js").Action} Action */
/**
 * @typedef {object} Parts
 * @property {HTMLElement} element the <tool-form>: its data-shared-link is what the language switch takes along
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("./comparison.js").Comparison} comparison
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
 * @property {import("./notices.js").Notices} notices
 * @property {import("./result.js").ToolResult} result
 * @property {import("../elements/words.js").Words} words
 * @property {() => void} changed called when the form says something else
 */

const MATTER = "link";

/** Milliseconds within which the theme lays a page anew whose # was changed. */
const SOON = 5000;
/** The link that was taken from the address last: a form that was laid anew finds it there no longer. */
let last = { path: "", hash: "", at: 0 };

export class SharedAnswers {
  #parts;
  #turn = 0;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Read the link in the page's address, where there is one; what cannot be read stays there. */
  async open() {
    const hash = holdsLink(location.hash) ? location.hash : this.#turn ? "" : lastHere();
    if (!hash) return;
    const { mark } = this.#parts;
    const turn = ++this.#turn;
    delete this.#parts.element.dataset.sharedLink;
    if (!canShare()) return this.#tell("link-unsupported", {});
    try {
      const shared = await readLink(hash, mark.tool);
      if (turn !== this.#turn) return;
      if (!(await this.#show(shared))) return this.#tell("link-damaged", {});
      this.#parts.element.dataset.sharedLink = hash;
      last = { path: location.pathname, hash, at: performance.now() };
      if (location.hash === hash) history.replaceState(history.state, "", pageAddress());
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      if (turn === this.#turn) this.#tell(`link-${error.code}`, { tool: error.tool });
    }
  }

  /** What came with a link is no longer what the page is about. */
  letGo() {
    last.hash = "";
    delete this.#parts.element.dataset.sharedLink;
  }

  /**
   * @param {Shared} shared
   * @returns {Promise<boolean>} false where this tool cannot hold it
   */
  async #show(shared) {
    const { answers, comparison, keeper, mark, words } = this.#parts;
    const given = { input: shared.input, notes: {} };
    const fits = match(shared, mark) !== "changed";
    if (fits && (!answers.hasRoomFor(given) || answers.whatIsLost(given).length)) return false;
    await keeper.settled();
    const isOwn = !answers.untouched && !isForeign(keeper.state);
    const values = { ...this.#what(shared), version: shared.version, current: mark.version };
    const keep = fits ? [{ text: words.say("link-keep"), act: () => void this.#keep(shared) }] : [];
    const compare = { text: words.say("link-compare"), act: () => void comparison.show(shared) };
    if (isOwn && sameAnswers(given, { ...answers.read(), notes: {} })) {
      this.#tell("link-same", values);
    } else if (isOwn) {
      await comparison.show(shared);
      this.#tell(fits ? "link-beside" : "link-beside-version", values, [...keep, compare], "[data-earlier]");
    } else if (fits) {
      await this.#showAlone(shared);
      this.#tell("link-shown", values, keep, ".tool-actions");
    } else {
      this.#tell("link-other-version", values, [compare]);
    }
    return true;
  }

  /**
   * @param {string} sentence
   * @param {Record<string, string>} values
   * @param {Action[]} [actions]
   * @param {string} [place] selector of the section below which it stands: above what it is about
   */
  #tell(sentence, values, actions = [], place = ".tool-status") {
    const { element, notices, words } = this.#parts;
    const section = element.querySelector(place);
    notices.show(MATTER, words.say(sentence, values), actions, section instanceof HTMLElement ? section : undefined);
  }

  /** @param {Shared} shared */
  async #showAlone({ input }) {
    const { comparison, keeper, result, changed } = this.#parts;
    comparison.close();
    result.drop();
    keeper.showExample(input, "shared");
    changed();
    await result.show();
  }

  /**
   * Keep what came with the link about the subject in the form, once the reader has seen what gives way.
   * @param {Shared} shared
   */
  async #keep(shared) {
    const { answers, keeper, mark, changed } = this.#parts;
    await keeper.settled();
    const isOwn = !answers.untouched && !isForeign(keeper.state);
    if (isOwn && !(await this.#mayTake(shared))) return;
    const { input, saved } = shared;
    const circumstances = { respondent: "", occasion: "" };
    const given = { ...mark, input, notes: {}, ...circumstances, saved, scored: true, stamp: null };
    await keeper.stand({ ...given, subject: keeper.subject }, { puttingAside: isOwn });
    this.letGo();
    changed();
    this.#tell("link-kept", this.#what(shared), [], ".tool-actions");
  }

  /** @param {Shared} shared */
  async #mayTake(shared) {
    const { keeper, words } = this.#parts;
    const values = { ...this.#what(shared), kept: this.#when(keeper.standing()) };
    const chosen = await ask({
      title: words.say("link-keep-title", values),
      text: words.say("link-keep-text", values),
      choices: [
        { name: "keep", text: words.say("link-keep-choice"), leads: true },
        { name: "cancel", text: words.say("cancel") },
      ],
    });
    return chosen === "keep";
  }

  /** @param {Shared} shared */
  #what(shared) {
    const { keeper, words } = this.#parts;
    return { about: about(words, keeper.subject), shared: this.#when(shared) };
  }

  /** @param {{ input: Record<string, unknown>, saved: string }} record */
  #when({ input, saved }) {
    const { words } = this.#parts;
    return words.say("answered-when", { answered: words.say("answered", { number: countAnswers(input) }), time: shownTime(saved) });
  }
}

/** The link that the form before this one took from the address of this page. */
function lastHere() {
  return last.path === location.pathname && performance.now() - last.at < SOON ? last.hash : "";
}
