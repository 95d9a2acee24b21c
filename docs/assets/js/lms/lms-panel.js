// @ts-check
/**
 * <lms-panel>: inside a learning system, says before the first question what that system knows, and sends what the
 * learner chooses. Hidden everywhere else.
 *
 * data-origins lists the sites that may hear of it; without it, any may.
 * [data-lms-send] of the same page holds the levels as radio buttons, the button and an <output>.
 */
import { ElementError } from "../elements/element-error.js";
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { highestLevel, shared } from "./sharing.js";
import { LmsTalk } from "./talk.js";

/** @typedef {import("./messages.js").Level} Level */
/** @typedef {import("./sharing.js").Report} Report */

/** A result that is not of the answers any more. */
const OLD = "tool-report[data-report][data-old]";

export class LmsPanel extends PageElement {
  static tag = "lms-panel";
  #talk = new LmsTalk(window.parent, this.dataset.origins?.split(" ") ?? []);
  /** @type {Report | null} */
  #report = null;

  /** @param {AbortSignal} signal */
  start(signal) {
    const place = document.querySelector("[data-lms-send]");
    const button = place?.querySelector("button");
    if (!(place instanceof HTMLElement) || !button) throw new ElementError(this, "needs [data-lms-send] with a <button>");
    const words = new Words(this);
    this.#talk.addEventListener("held", () => this.#show(place, words), { signal });
    document.addEventListener("resultchange", (event) => {
      this.#report = /** @type {CustomEvent<Report | null>} */ (event).detail;
      this.#offer(place);
    }, { signal });
    button.addEventListener("click", () => void this.#send(place, button, words), { signal });
    this.#talk.begin(signal);
    // What else the site shows would take the place of the tool inside the learning system.
    document.addEventListener("click", ({ target }) => keepHere(target), { signal, capture: true });
  }

  /**
   * @param {HTMLElement} place
   * @param {Words} words
   */
  #show(place, words) {
    const { isReachable, isUnderstood } = this.#talk;
    this.hidden = false;
    const trouble = !isUnderstood ? "lms-version" : isReachable ? "" : "lms-missing";
    const told = this.querySelector("[data-trouble]");
    if (told instanceof HTMLElement && trouble) Object.assign(told, { hidden: false, textContent: words.say(trouble) });
    const levels = this.querySelector("[data-levels]");
    if (levels instanceof HTMLElement) levels.hidden = trouble !== "";
    place.dataset.reachable = String(trouble === "");
    this.#offer(place);
  }

  /** @param {HTMLElement} place */
  #offer(place) {
    place.hidden = this.#report === null || place.dataset.reachable !== "true";
    const highest = this.#report ? highestLevel(this.#report) : 1;
    for (const choice of radios(place)) {
      choice.disabled = Number(choice.value) > highest;
      if (choice.disabled && choice.checked) this.#least(place);
    }
  }

  /** @param {HTMLElement} place */
  #least(place) {
    for (const choice of radios(place)) choice.checked = choice.value === "1";
  }

  /**
   * @param {HTMLElement} place
   * @param {HTMLButtonElement} button
   * @param {Words} words
   */
  async #send(place, button, words) {
    const output = place.querySelector("output");
    if (!this.#report || !output) return;
    if (document.querySelector(OLD)) return void (output.textContent = words.say("lms-old"));
    const level = /** @type {Level} */ (Number(radios(place).find(({ checked }) => checked)?.value ?? 1));
    button.disabled = true;
    output.textContent = words.say("lms-sending");
    const { taken, reason } = await this.#talk.send(shared(this.#report, level));
    button.disabled = false;
    output.textContent = words.say(taken ? (reason ? "lms-without" : `lms-sent-${level}`) : "lms-refused");
    place.dataset.sent = String(taken);
  }
}

/**
 * @param {HTMLElement} place
 * @returns {HTMLInputElement[]}
 */
function radios(place) {
  return [...place.querySelectorAll("input")].filter(({ type }) => type === "radio");
}

/** @param {EventTarget | null} target of a click */
function keepHere(target) {
  const link = target instanceof Element ? target.closest("a") : null;
  if (!link || link.hasAttribute("download") || !link.protocol.startsWith("http")) return;
  if (link.pathname !== location.pathname || link.host !== location.host) Object.assign(link, { target: "_blank", rel: "noopener" });
}
