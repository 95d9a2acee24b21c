// @ts-check
/**
 * Says why there is no result: the page is older than the site, or the engine does not run in this
 * browser, and then how to go on by hand.
 */
import { engine } from "../engine/client.js";
import { showBeside } from "./busy-sign.js";
import { isOutOfDate } from "./edition.js";

/**
 * @typedef {object} Parts
 * @property {HTMLElement | null} message says that there is no engine, and how to go on by hand
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 * @property {readonly string[]} files addresses that the page names
 * @property {() => boolean} isKept whether a reload would lose nothing
 * @property {() => void} download offers the answers as a file
 */

export class Failure {
  #parts;
  /** Whether the page says that the engine does not run. */
  #tellsOfEngine = false;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {HTMLElement} [button] whose work failed: the sentence stands beside it and takes the focus
   */
  async show(button) {
    const { message, notices, words, files, isKept, download } = this.#parts;
    if (await isOutOfDate(files)) {
      if (message) message.hidden = true;
      const [text, action, act] = isKept()
        ? /** @type {const} */ (["out-of-date", "reload", () => location.reload()])
        : /** @type {const} */ (["out-of-date-not-saved", "download-answers", download]);
      notices.show("out-of-date", words.say(text), { text: words.say(action), act }, button);
    } else if (message && button) {
      showBeside(button, message);
    } else if (message) {
      message.hidden = false;
    }
  }

  hide() {
    const { message, notices } = this.#parts;
    if (message) message.hidden = true;
    notices.withdraw("out-of-date");
  }

  /** Tell that the engine does not run, and no longer once it does; what else failed stays told. */
  follow() {
    const stuck = ["late", "failed"].includes(engine.state);
    if (stuck === this.#tellsOfEngine) return;
    this.#tellsOfEngine = stuck;
    if (stuck) void this.show();
    else this.hide();
  }
}
