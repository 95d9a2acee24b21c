// @ts-check
/** Says what became of answers to another version of the tool. */
import { offerAnswers } from "./file-exchange.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/definition-match.js").Match} Match */

export class VersionNotices {
  #notices;
  #words;

  /**
   * @param {import("./notices.js").Notices} notices
   * @param {import("../elements/words.js").Words} words
   */
  constructor(notices, words) {
    this.#notices = notices;
    this.#words = words;
  }

  /**
   * @param {AnswerRecord} record
   * @param {Match} result
   * @param {HTMLElement} [button] that opened them
   */
  tell(record, result, button) {
    this.#notices.withdraw("version");
    if (result === "same" || result === "other-tool") return;
    const { version } = record;
    if (result === "recomputed") {
      return this.#notices.show("version", this.#words.say("old-version-same", { version }), [], button);
    }
    const text = this.#words.say("old-version-changed", { version });
    const offer = { text: this.#words.say("download-old"), act: () => offerAnswers(record, null) };
    this.#notices.show("version", text, offer, button);
  }
}
