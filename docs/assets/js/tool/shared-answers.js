// @ts-check
/** Shows answers that came with a link: beside the reader's own, or like an example; kept only where he says so. */
import { pageAddress } from "../elements/page-address.js";
import { ask } from "../elements/question.js";
import { sameAnswers, saysNothing } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { canShare, holdsLink, LinkError, readLink } from "../store/share-link.js";
import { whenAnswered } from "./replacing.js";
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

export class SharedAnswers {
  #parts;
  #turn = 0;
  /** @type {{ shared: Shared, fits: boolean } | null} what came with the link that the page speaks of */
  #brought = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Read the link in the page's address, where there is one; what cannot be read stays there. */
  async open() {
    const { hash } = location;
    if (!holdsLink(hash)) return;
    const { mark } = this.#parts;
    const turn = ++this.#turn;
    delete this.#parts.element.dataset.sharedLink;
    this.#brought = null;
    if (!canShare()) return this.#tell("link-unsupported", {});
    try {
      const shared = await readLink(hash, mark.tool);
      if (turn !== this.#turn) return;
      if (!(await this.#show(shared))) return this.#tell("link-damaged", {});
      this.#parts.element.dataset.sharedLink = hash;
      if (location.hash === hash) history.replaceState(history.state, "", pageAddress());
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      if (turn === this.#turn) this.#tell(`link-${error.code}`, { tool: error.tool });
    }
  }

  /** The form may say something else now: what the page said of the link is told as it is now. */
  letGo() {
    const { keeper, notices, words } = this.#parts;
    if (!this.#brought || keeper.state === "shared") return;
    this.#leaveAddress();
    if (keeper.state === "example") return notices.withdraw(MATTER);
    const { shared, fits } = this.#brought;
    const isSame = fits && this.#isSame(shared);
    const sentence = isSame ? "link-same" : fits ? "link-changed" : "link-other-version";
    const actions = [...(fits ? [this.#keeping(shared)] : []), ...(this.#isOwn ? [this.#comparing(shared)] : [])];
    notices.retell(MATTER, words.say(sentence, this.#what(shared)), isSame ? [] : actions);
  }

  /** The language switch takes the link along no longer. */
  #leaveAddress() {
    delete this.#parts.element.dataset.sharedLink;
  }

  /** Whether the reader has answers of his own in the form. */
  get #isOwn() {
    const { answers, keeper } = this.#parts;
    return !answers.untouched && !isForeign(keeper.state);
  }

  /**
   * Whether the form says what came with the link.
   * @param {Shared} shared
   */
  #isSame({ input }) {
    return sameAnswers({ input, notes: {} }, { ...this.#parts.answers.read(), notes: {} });
  }

  /**
   * @param {Shared} shared
   * @returns {Action}
   */
  #keeping(shared) {
    return { text: this.#parts.words.say("link-keep"), act: () => void this.#keep(shared) };
  }

  /**
   * @param {Shared} shared
   * @returns {Action}
   */
  #comparing(shared) {
    const { comparison, words } = this.#parts;
    return { text: words.say("link-compare"), act: () => void comparison.show(shared) };
  }

  /**
   * @param {Shared} shared
   * @returns {Promise<boolean>} false where this tool cannot hold it
   */
  async #show(shared) {
    const { answers, keeper, mark } = this.#parts;
    const given = { input: shared.input, notes: {} };
    const fits = match(shared, mark) !== "changed";
    if (fits && (!answers.hasRoomFor(given) || answers.whatIsLost(given).length)) return false;
    if (saysNothing(given)) {
      this.#tell("link-empty", {});
      return true;
    }
    await keeper.settled();
    this.#brought = { shared, fits };
    if (this.#isOwn && this.#isSame(shared)) this.#tell("link-same", this.#what(shared));
    else if (this.#isOwn) void this.#showBeside(shared, fits);
    else if (fits) void this.#showAlone(shared);
    else this.#tell("link-other-version", this.#what(shared));
    return true;
  }

  /**
   * Say what came at once; the comparison follows as soon as the engine has told it.
   * @param {Shared} shared
   * @param {boolean} fits
   */
  async #showBeside(shared, fits) {
    const actions = [...(fits ? [this.#keeping(shared)] : []), this.#comparing(shared)];
    const sentence = fits ? "link-beside" : "link-beside-version";
    const tell = () => this.#tell(sentence, this.#what(shared), actions, "[data-earlier]");
    tell();
    await this.#parts.comparison.show(shared);
    // The comparison has drawn the view to itself.
    if (this.#brought?.shared === shared && this.#isOwn && !this.#isSame(shared)) tell();
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

  /**
   * Say whose answers these are before anybody takes them for his own; the result follows.
   * @param {Shared} shared
   */
  async #showAlone(shared) {
    const { comparison, keeper, result, changed } = this.#parts;
    comparison.close();
    result.drop();
    keeper.showExample(shared.input, "shared", shared.saved);
    changed();
    const tell = () => this.#tell("link-shown", this.#what(shared), [this.#keeping(shared)], ".tool-actions");
    tell();
    await result.show();
    // The result has drawn the view to itself.
    if (this.#brought?.shared === shared && keeper.state === "shared") tell();
  }

  /**
   * Keep what came with the link about the subject in the form, once the reader has seen what gives way.
   * @param {Shared} shared
   */
  async #keep(shared) {
    const { keeper, mark, changed } = this.#parts;
    await keeper.settled();
    const isOwn = this.#isOwn;
    if (isOwn && !(await this.#mayTake(shared))) return;
    const { input, saved } = shared;
    const circumstances = { respondent: "", occasion: "" };
    const given = { ...mark, input, notes: {}, ...circumstances, saved, scored: true, stamp: null };
    await keeper.stand({ ...given, subject: keeper.subject }, { puttingAside: isOwn });
    this.#brought = null;
    this.#leaveAddress();
    changed();
    this.#tell("link-kept", this.#what(shared), [], ".tool-actions");
  }

  /** @param {Shared} shared */
  async #mayTake(shared) {
    const { keeper, words } = this.#parts;
    const values = { ...this.#what(shared), kept: whenAnswered(words, keeper.standing()) };
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
    const { keeper, mark, words } = this.#parts;
    const versions = { version: shared.version, current: mark.version };
    return { about: about(words, keeper.subject), shared: whenAnswered(words, shared), ...versions };
  }
}

