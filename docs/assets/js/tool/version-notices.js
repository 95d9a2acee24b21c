// @ts-check
/** Says what became of answers to another version of the tool, and what this one makes of them. */
import { isLater } from "../store/definition-match.js";
import { showBusy } from "./busy-sign.js";
import { offerAnswers } from "./file-exchange.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/definition-match.js").Match} Match */
/** @typedef {import("./notices.js").Action} Action */
/** @typedef {{ version: string, text: string }} Change what changed with a version of the tool */
/**
 * @typedef {object} Parts
 * @property {import("./notices.js").Notices} notices
 * @property {Words} words
 * @property {import("./adoption.js").Adoption} adoption
 * @property {import("./failure.js").Failure} failure
 * @property {string} version of the tool that the page shows
 * @property {readonly Change[]} history the latest first
 */

const MATTER = "version";

export class VersionNotices {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {AnswerRecord} record
   * @param {Match} result
   * @param {{ button?: HTMLElement, isFile?: boolean }} [opened] how: by which button, and whether they stand in a
   *   file alone
   */
  tell(record, result, { button, isFile = false } = {}) {
    const { notices, version: current, words } = this.#parts;
    notices.withdraw(MATTER);
    if (result === "same" || result === "other-tool") return;
    const { version } = record;
    const later = isLater(version, current);
    const what = result === "recomputed" ? "same" : isFile ? "file" : "changed";
    const sentence = words.say(`${later ? "later" : "old"}-version-${what}`, { version, current });
    const text = [sentence, ...this.#newsSince(version)].join(" ");
    const reload = { text: words.say("reload"), act: () => location.reload() };
    const others = [...(what === "changed" ? [this.#offer(record)] : []), ...(later ? [reload] : [])];
    const look = { text: words.say("version-look"), act: () => void this.#showEffect(record, result, others) };
    notices.show(MATTER, text, [look, ...others], button);
  }

  /**
   * @param {string} version
   * @returns {string[]} a sentence, or none
   */
  #newsSince(version) {
    const { history, words } = this.#parts;
    const end = history.findIndex((each) => each.version === version);
    const news = history.slice(0, Math.max(end, 0)).map(({ text }) => text);
    return news.length ? [words.say("version-news", { text: news.join(" ") })] : [];
  }

  /**
   * Say what this version makes of the answers, before they are taken over.
   * @param {AnswerRecord} record
   * @param {Match} result
   * @param {readonly Action[]} others what else is offered
   */
  async #showEffect(record, result, others) {
    const { adoption, failure, notices, version, words } = this.#parts;
    const button = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const done = button && showBusy(button, words.say("working"));
    try {
      const { then, now, fit, all } = await adoption.effect(record);
      const said = { then, now, fit, all, before: record.version, version };
      const effect = words.say(then ? "version-effect" : "version-now", said);
      if (result === "recomputed") return notices.show(MATTER, effect, others);
      const take = { text: words.say("version-take"), act: () => void this.#take(record) };
      notices.show(MATTER, `${words.say("version-fit", said)} ${effect}`, [...(fit ? [take] : []), ...others]);
    } catch (error) {
      console.error(error);
      await failure.show(button ?? undefined);
    } finally {
      done?.();
    }
  }

  /** @param {AnswerRecord} record */
  async #take(record) {
    const { adoption, notices, words } = this.#parts;
    const back = await adoption.take(record);
    const undo = async () => {
      notices.withdraw(MATTER);
      await back();
    };
    notices.show(MATTER, words.say("version-taken"), { text: words.say("undo"), act: () => void undo() });
  }

  /**
   * @param {AnswerRecord} record
   * @returns {Action}
   */
  #offer(record) {
    return { text: this.#parts.words.say("download-old"), act: () => offerAnswers(record, null) };
  }
}
