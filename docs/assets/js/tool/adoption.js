// @ts-check
/** What answers to another version of the tool come to by this one, and taking over those that still fit. */
import { toldIn } from "../elements/told.js";
import { withoutIdleConfidence } from "../form/confidence.js";
import { countAnswers, sameAnswers } from "../store/answer-record.js";
import { exchange } from "./exchange.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/answer-record.js").Given} Given */
/**
 * @typedef {object} Parts
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./scoring.js").ToolScoring} scoring
 * @property {import("../store/answer-store.js").AnswerStore} store
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 * @property {() => void} changed called when the form says something else
 */
/**
 * @typedef {object} Effect
 * @property {string} then the result as it was told; empty where none was kept
 * @property {string} now the result by this version
 * @property {number} fit how many answers still fit
 * @property {number} all of how many
 */

export class Adoption {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {AnswerRecord} record
   * @returns {Promise<Effect>} rejected when the engine cannot run here
   */
  async effect(record) {
    const { keeper, scoring, store, words } = this.#parts;
    const given = this.#fitting(record);
    const [kept, answer] = await Promise.all([
      store.results.of(record.tool, keeper.subject),
      scoring.score(given.input, ""),
    ]);
    const results = kept.done ? kept.result : [];
    const earlier = results.find((result) => result.version === record.version && sameAnswers(result, record));
    const told = /** @type {import("../store/results.js").Told | undefined} */ (answer.told);
    return {
      then: earlier?.told ? toldIn(earlier, words) : "",
      now: told ? toldIn({ told }, words) : (answer.error?.problems[0]?.message ?? words.say("no-result")),
      fit: countAnswers(given.input),
      all: countAnswers(record.input),
    };
  }

  /**
   * Fill in what still fits; what stood in the form is put aside.
   * @param {AnswerRecord} record
   * @returns {Promise<() => Promise<void>>} takes it back
   */
  take(record) {
    return exchange(this.#parts, this.#fitting(record));
  }

  /**
   * The answers that the form can hold; of a calculator's inputs, those that it can hold whole.
   * @param {Given} record
   * @returns {Given}
   */
  #fitting({ input, notes }) {
    const { answers } = this.#parts;
    const lost = new Set(answers.whatIsLost({ input, notes }).map((place) => place.split(": ")[0] ?? ""));
    const isHeld = (/** @type {string} */ path) => ![...lost].some((place) => place === path || place.startsWith(`${path}.`));
    const held = (/** @type {Record<string, any>} */ values, /** @type {string} */ before) =>
      Object.fromEntries(Object.entries(values).filter(([name]) => isHeld(before + name)));
    const kept = held(input, "");
    const { answers: given, confidence = {} } = /** @type {Record<string, any>} */ (input);
    const fitting = { ...kept, flags: kept.flags ?? [], answers: held(given ?? {}, "answers."), confidence: held(confidence, "confidence.") };
    return { input: given ? withoutIdleConfidence(fitting) : kept, notes: held(notes, "notes.") };
  }
}
