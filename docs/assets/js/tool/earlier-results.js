// @ts-check
/** Lists the other results of the subject in the form: to compare with, to show again, to remove. */
import { shownDay } from "../elements/shown-time.js";
import { focusFirstOf, isFocusLost } from "../elements/focus.js";
import { fillRow, slot } from "../elements/slots.js";
import { sameAnswers } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { toldIn } from "../elements/told.js";
import { about } from "./telling.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/results.js").Result} Result */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Notices} Notices */
/**
 * @typedef {object} Parts
 * @property {HTMLElement | null} place shown where there are any, or a result to compare with a file; `.rows` in it holds the template of a row
 * @property {string} tool
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {Notices} notices
 * @property {Words} words
 * @property {(result: Result, button: HTMLElement) => void} compare
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
 * @property {import("./version-notices.js").VersionNotices} versions
 * @property {() => void} changed called when the form says something else
 */

const MATTER = "result";

export class EarlierResults {
  #parts;
  /** @type {Map<string, Result>} id -> what the list shows */
  #results = new Map();
  #calls = 0;

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    this.#parts = parts;
    parts.place?.addEventListener("click", ({ target }) => this.#act(target), { signal });
    parts.store.listen(({ tool }) => tool === parts.tool && void this.show(), signal);
  }

  /** Show the results that are not of the answers in the form. */
  async show() {
    const { place, tool, keeper, store, words } = this.#parts;
    const rows = place && slot(place, "rows");
    if (!place || !rows) return;
    const call = ++this.#calls;
    const found = await store.results.of(tool, keeper.subject);
    if (call !== this.#calls) return;
    const standing = keeper.standing();
    const others = (found.done ? found.result : []).filter((result) => !sameAnswers(result, standing));
    this.#results = new Map(others.map((result) => [result.id, result]));
    for (const row of rows.querySelectorAll(":scope > tr")) row.remove();
    for (const result of others) this.#add(rows, result);
    const whose = slot(place, "about");
    const sentence = others.length ? "other-results" : "no-other-results";
    if (whose) whose.textContent = words.say(sentence, { about: about(words, keeper.subject) });
    place.toggleAttribute("data-none", !others.length);
    place.hidden = !others.length && !keeper.scored;
  }

  /**
   * @param {HTMLElement} rows
   * @param {Result} result
   */
  #add(rows, result) {
    const who = [result.respondent, result.occasion].filter(Boolean).join(" · ");
    const row = fillRow(rows, { day: shownDay(result.saved), told: toldIn(result, this.#parts.words), who });
    if (row) row.dataset.result = result.id;
  }

  /** @param {EventTarget | null} target */
  #act(target) {
    const button = target instanceof HTMLElement ? target.closest("button") : null;
    const result = this.#results.get(button?.closest("tr")?.dataset.result ?? "");
    if (!button || !result) return;
    const acts = {
      compare: () => this.#parts.compare(result, button),
      open: () => void this.#open(result, button),
      remove: () => void this.#remove(result),
    };
    acts[/** @type {keyof typeof acts} */ (button.dataset.act)]?.();
  }

  /**
   * Show the answers of a result in the form; what stood there is put aside, unless it is a result itself.
   * @param {Result} result
   * @param {HTMLElement} button that was pressed
   */
  async #open(result, button) {
    const { answers, keeper, mark, store, tool, versions, changed } = this.#parts;
    const { subject } = keeper;
    const fits = match(result, mark) !== "changed" && answers.hasRoomFor(result) && !answers.whatIsLost(result).length;
    if (!fits) return versions.tell({ ...result, subject: subject.name, scored: true }, "changed", { button });
    await keeper.settled();
    const standing = keeper.standing();
    const kept = await store.results.of(tool, subject);
    const isResult = kept.done && kept.result.some((each) => sameAnswers(each, standing));
    const { input, notes, saved, respondent, occasion } = result;
    const given = { input, notes, saved, respondent: respondent ?? "", occasion: occasion ?? "" };
    await keeper.stand({ ...mark, ...given, subject, scored: true, stamp: null }, { puttingAside: !isResult });
    changed();
  }

  /** @param {Result} result */
  async #remove(result) {
    const { keeper, store, notices, words } = this.#parts;
    const { subject } = keeper;
    const whose = { about: about(words, subject), day: shownDay(result.saved) };
    if (!(await store.results.remove(result)).done) return notices.show(MATTER, words.say("result-not-removed", whose));
    await this.show();
    const undo = async () => {
      if (!(await store.results.putBack(result, subject)).done) return;
      await this.show();
      const row = this.#parts.place?.querySelector(`[data-result="${CSS.escape(result.id)}"]`);
      focusFirstOf([row?.querySelector("button") ?? null]);
      notices.withdraw(MATTER);
    };
    notices.show(MATTER, words.say("result-removed", whose), { text: words.say("undo"), act: () => void undo() });
    if (isFocusLost()) notices.goTo(MATTER);
  }
}
