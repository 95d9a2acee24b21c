// @ts-check
/**
 * Answers questions by single keys, 0 to 3 or n for "not applicable", says how sure an answer is by those that the page
 * names, and takes both back in turn.
 */
import { isComposing } from "../elements/typing.js";
import { chooseConfidence, confidenceOf, dropIdleConfidence } from "./confidence.js";
import { chosen, questions, radios } from "./questions.js";

/** @typedef {{ answer: HTMLInputElement | undefined, confidence: string }} Said confidence: empty where nothing is said */

const TYPED_IN = "textarea, select, input:not([type=radio], [type=checkbox])";

export class QuestionKeys {
  #form;
  /** @type {Map<HTMLElement, Said>} question -> what is said to it, as far as it is remembered */
  #known = new Map();
  /** @type {(Said & { question: HTMLElement })[]} what was said before, latest last */
  #past = [];

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  /** @param {AbortSignal} signal */
  follow(signal) {
    this.#form.addEventListener("input", () => this.#remember(), { signal });
    this.#form.addEventListener("keydown", (event) => {
      if (isComposing(event) || !(event.target instanceof HTMLElement) || event.target.matches(TYPED_IN)) return;
      if (isUndo(event) ? !this.#takeBack() : !this.#press(event, event.target)) return;
      event.preventDefault();
    }, { signal });
  }

  /** Start again: a script filled the form. */
  refresh() {
    this.#past = [];
    this.#known = new Map(questions(this.#form).map((question) => [question, saidTo(question)]));
  }

  #remember() {
    dropIdleConfidence(this.#form);
    for (const question of questions(this.#form)) {
      const before = this.#known.get(question) ?? { answer: undefined, confidence: "" };
      const now = saidTo(question);
      if (before.answer === now.answer && before.confidence === now.confidence) continue;
      this.#past.push({ question, ...before });
      this.#known.set(question, now);
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLElement} target
   * @returns {boolean} whether the key said something to the question that has the focus
   */
  #press({ key, ctrlKey, metaKey, altKey }, target) {
    const question = target.closest("[data-question]");
    if (ctrlKey || metaKey || altKey || !(question instanceof HTMLElement)) return false;
    if (answer(question, key.toLowerCase())) return true;
    const said = chooseConfidence(question, key.toLowerCase());
    const place = this.#form.querySelector("[data-said]");
    if (said !== null && place) place.textContent = said;
    return said !== null;
  }

  /**
   * Give the question to which something was said last what was said before, and go there.
   * @returns {boolean} whether there was one
   */
  #takeBack() {
    const last = this.#past.pop();
    if (!last) return false;
    const now = chosen(last.question);
    if (now) now.checked = false;
    if (last.answer) last.answer.checked = true;
    const confidence = confidenceOf(last.question);
    if (confidence) confidence.value = last.confidence;
    this.#known.set(last.question, { answer: last.answer, confidence: last.confidence });
    this.#form.dispatchEvent(new Event("input", { bubbles: true }));
    const place = last.answer ?? now ?? radios(last.question)[0];
    // A question that is hidden shows itself first.
    last.question.dispatchEvent(new Event("focusin", { bubbles: true }));
    place?.focus();
    return true;
  }
}

/** @param {KeyboardEvent} event */
function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  return (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "z";
}

/**
 * @param {HTMLElement} question
 * @param {string} key
 * @returns {boolean} whether the key was an answer
 */
function answer(question, key) {
  const value = key === "n" ? "na" : key;
  const radio = radios(question).find((each) => each.value === value);
  if (!radio) return false;
  radio.focus();
  // A click, so that every listener hears of it as of any other answer.
  if (!radio.checked) radio.click();
  return true;
}

/**
 * @param {HTMLElement} question
 * @returns {Said}
 */
function saidTo(question) {
  return { answer: chosen(question), confidence: confidenceOf(question)?.value ?? "" };
}
