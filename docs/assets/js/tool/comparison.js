// @ts-check
/** Compares the answers in the form with others of the same tool, then and now; the engine says every number. */
import { download } from "../elements/download.js";
import { bringIntoView, isInField } from "../elements/focus.js";
import { shownDay } from "../elements/shown-time.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { sameAnswers } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { showBusy } from "./busy-sign.js";
import { refusalOf } from "./telling.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-record.js").Answers} Answers */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/** @typedef {import("./tool-report.js").ToolReport} ToolReport */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {ToolScoring} scoring
 * @property {ToolReport | null} place where the comparison is shown
 * @property {DefinitionMark} mark of the definition that the page shows
 * @property {Failure} failure
 * @property {Notices} notices
 * @property {Words} words
 */
/**
 * What is compared with; subject: whom it is about, where that may be somebody else.
 * @typedef {DefinitionMark & Pick<Answers, "input" | "saved" | "respondent"> & { subject?: string }} Other
 */

const MATTER = "comparison";
/** Stands where nobody was named. */
const NOBODY = "–";

export class Comparison {
  #parts;
  #turn = 0;
  /** @type {{ input: object, label: string, subject: string } | null} what is shown */
  #asked = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {Other} other
   * @param {HTMLElement} [button] that was pressed
   * @returns {Promise<void>}
   */
  async show(other, button) {
    const { answers, place, notices, words, failure } = this.#parts;
    const turn = ++this.#turn;
    notices.withdraw(MATTER);
    if (answers.untouched) return notices.show(MATTER, words.say("compare-nothing"), [], button);
    const given = answers.read();
    const done = button && showBusy(button, words.say("working"));
    try {
      const answer = await this.#ask(other, given.input);
      if (turn !== this.#turn) return;
      if (!sameAnswers(given, answers.read())) return this.show(other, button);
      failure.hide();
      if (answer.error) return notices.show(MATTER, refusalOf(answer), [], button);
      place?.show(answer.document ?? []);
      if (place && (button || !isInField())) bringIntoView(place);
    } catch (error) {
      console.error(error);
      await failure.show(button);
    } finally {
      done?.();
    }
  }

  /**
   * Hand out the comparison that is shown.
   * @param {import("./file-exchange.js").Format} format
   * @param {HTMLElement} button that was pressed
   */
  async offer({ name, extension, mediaType }, button) {
    const { keeper, mark, scoring, failure } = this.#parts;
    if (!this.#asked) return;
    try {
      const { input, label, subject } = this.#asked;
      const { files } = await scoring.score(input, label, { group: "change", subject, formats: [name] });
      const file = fileName(`${mark.tool}-change`, keeper.subject.name, dayOf(new Date().toISOString()), extension);
      download(file, files?.[name] ?? "", mediaType);
    } catch (error) {
      console.error(error);
      await failure.show(button);
    }
  }

  /** The answers have changed: what is shown is of before. */
  markOld() {
    const { place } = this.#parts;
    if (place && !place.hidden) place.markOld(true);
  }

  close() {
    this.#turn += 1;
    this.#parts.place?.clear();
  }

  /**
   * @param {Other} other
   * @param {Record<string, unknown>} input of the form
   */
  #ask(other, input) {
    const { keeper, mark, scoring } = this.#parts;
    const subject = keeper.subject.name;
    const saved = keeper.saved || new Date().toISOString();
    const here = { input, saved, subject, respondent: keeper.standing().respondent };
    const [then, now] = Date.parse(other.saved) > Date.parse(here.saved) ? [here, other] : [other, here];
    const when = `${shownDay(then.saved)} → ${shownDay(now.saved)}`;
    const [before, after] = [then.subject ?? subject, now.subject ?? subject];
    const who = fromTo(then.respondent ?? "", now.respondent ?? "");
    // The answer is about one subject, or about neither of two.
    const label = [before === after ? "" : fromTo(before, after), when, who].filter(Boolean).join(" · ");
    const one = before === after ? after : "";
    const common = match(other, mark) === "changed";
    this.#asked = { input: { then: then.input, now: now.input, common }, label, subject: one };
    return scoring.score(this.#asked.input, label, { group: "change", subject: one });
  }
}

/**
 * @param {string} then
 * @param {string} now
 */
function fromTo(then, now) {
  return then === now ? now : `${then || NOBODY} → ${now || NOBODY}`;
}
