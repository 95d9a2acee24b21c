// @ts-check
/** One page for whoever decides: the result in the form with what was agreed and what changed, as the engine tells it. */
import { shownDay } from "../elements/shown-time.js";
import { sameAnswers } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { isForeign } from "./standing.js";
import { labelOf } from "./telling.js";

/** @typedef {import("../engine/client.js").Request} Request */
/**
 * @typedef {object} Parts
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("../store/answer-store.js").AnswerStore} store
 * @property {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
 * @property {import("./scoring.js").ToolScoring} scoring
 * @property {import("../elements/words.js").Words} words
 * @property {import("./tool-report.js").ToolReport | null} place where the page stands until it is printed
 */

export class OnePage {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Fill the place with the page.
   * @returns {Promise<boolean>} false where there is no result; rejected when the engine cannot run here
   */
  async fill() {
    const { answers, keeper, scoring, place, words } = this.#parts;
    const answer = await scoring.score(answers.read().input, labelOf(words, keeper), { ...(await this.about()), view: "one_page" });
    if (!answer.document || !place) return false;
    place.show(answer.document);
    return true;
  }

  clear() {
    this.#parts.place?.clear();
  }

  /**
   * Whom the result is about, what was agreed with this tool, and the result before this one, where there is one.
   * @returns {Promise<Partial<Request>>}
   */
  async about() {
    const { keeper, mark, store } = this.#parts;
    const { subject } = keeper;
    // What was agreed about a subject has nothing to do with an example.
    if (isForeign(keeper.state)) return {};
    const standing = keeper.standing();
    const [found, kept] = await Promise.all([
      store.results.of(mark.tool, subject),
      store.actions.about(mark.tool, subject),
    ]);
    const actions = (kept.done ? kept.result : [])
      .filter(({ tool }) => tool === mark.tool)
      .map(({ text, owner, due, state }) => ({ text, owner, due, state }));
    const before = (found.done ? found.result : []).filter(
      (result) => !sameAnswers(result, standing) && Date.parse(result.saved) < Date.parse(standing.saved || new Date().toISOString()),
    );
    const last = before.reduce((latest, each) => (latest && latest.saved > each.saved ? latest : each), before[0]);
    const earlier = last && { input: last.input, label: shownDay(last.saved), common: match(last, mark) === "changed" };
    return { subject: subject.name, actions, ...(earlier && { earlier }) };
  }
}
