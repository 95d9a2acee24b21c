// @ts-check
/**
 * Says why there is no result: the page is older than the site, or the engine gave none, and then how to
 * try again and how to go on by hand. And why a part of the page is not there.
 */
import { isOutOfDate } from "../elements/edition.js";
import { engine } from "../engine/client.js";
import { showBeside } from "./busy-sign.js";

/**
 * @typedef {object} Parts
 * @property {HTMLElement | null} message says that there is no result, and how to go on by hand; its button tries again
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 * @property {readonly string[]} files addresses that the page names
 * @property {() => boolean} isKept whether a reload would lose nothing
 * @property {() => void} download offers the answers as a file
 * @property {() => void} again works out the result that the page should show
 */

const PART = "part";

export class Failure {
  #parts;
  /** Whether the page says that the engine does not run. */
  #tellsOfEngine = false;
  /** @type {HTMLElement | null} whose work failed */
  #pressed = null;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * @param {HTMLElement} [pressed] whose work failed: the sentence stands beside it and takes the focus, also
   *   when the engine fails after that
   */
  async show(pressed) {
    const { message, files } = this.#parts;
    const button = (this.#pressed = pressed ?? this.#pressed);
    if (await isOutOfDate(files)) {
      if (message) message.hidden = true;
      this.#sayReload(button ?? undefined);
    } else if (message && button) {
      showBeside(button, message);
    } else if (message) {
      message.hidden = false;
    }
  }

  /**
   * A part of the page did not come.
   * @param {() => void} again
   * @param {HTMLElement} [pressed] the button that needs it
   */
  async showPart(again, pressed) {
    const { notices, words } = this.#parts;
    const script = document.querySelector("link[data-playbook-script]");
    // The script of every page names its parts.
    const address = script instanceof HTMLLinkElement ? script.href : "";
    if (await isOutOfDate([address])) return this.#sayReload(pressed);
    notices.show(PART, words.say("part-missing"), { text: words.say("try-again"), act: again }, pressed);
  }

  hidePart() {
    this.#parts.notices.withdraw(PART);
  }

  /** @param {HTMLElement} [button] beside which it stands */
  #sayReload(button) {
    const { notices, words, isKept, download } = this.#parts;
    const [text, action, act] = isKept()
      ? /** @type {const} */ (["out-of-date", "reload", () => location.reload()])
      : /** @type {const} */ (["out-of-date-not-saved", "download-answers", download]);
    notices.show("out-of-date", words.say(text), { text: words.say(action), act }, button);
  }

  /** Do again what failed, with an engine that is started anew. */
  tryAgain() {
    const pressed = this.#pressed;
    const isWaitedFor = engine.state === "late";
    engine.retry();
    this.hide();
    // What is waited for comes from the new engine by itself.
    if (isWaitedFor) return;
    if (pressed?.isConnected) pressed.click();
    else this.#parts.again();
  }

  hide() {
    const { message, notices } = this.#parts;
    this.#pressed = null;
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
