// @ts-check
/** Answers questions by single keys, 0 to 3 or n for "not applicable", and takes answers back in turn. */
import { isComposing } from "../elements/typing.js";
import { chosen, questions, radios } from "./questions.js";

const TYPED_IN = "textarea, select, input:not([type=radio], [type=checkbox])";

export class QuestionKeys {
  #form;
  /** @type {Map<HTMLElement, HTMLInputElement | undefined>} question -> its answer, as far as it is remembered */
  #known = new Map();
  /** @type {{ question: HTMLElement, answer: HTMLInputElement | undefined }[]} what was answered before, latest last */
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
      if (isUndo(event) ? !this.#takeBack() : !answer(event, event.target)) return;
      event.preventDefault();
    }, { signal });
  }

  /** Begin anew: a script filled the form. */
  refresh() {
    this.#past = [];
    this.#known = new Map(questions(this.#form).map((question) => [question, chosen(question)]));
  }

  #remember() {
    for (const question of questions(this.#form)) {
      const before = this.#known.get(question);
      const now = chosen(question);
      if (before === now) continue;
      this.#past.push({ question, answer: before });
      this.#known.set(question, now);
    }
  }

  /**
   * Give the question that was answered last the answer that it had before, and go there.
   * @returns {boolean} whether there was one
   */
  #takeBack() {
    const last = this.#past.pop();
    if (!last) return false;
    const now = chosen(last.question);
    if (now) now.checked = false;
    if (last.answer) last.answer.checked = true;
    this.#known.set(last.question, last.answer);
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
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 * @returns {boolean} whether the key was an answer to the question that has the focus
 */
function answer({ key, ctrlKey, metaKey, altKey }, target) {
  if (ctrlKey || metaKey || altKey) return false;
  const question = target.closest("[data-question]");
  if (!(question instanceof HTMLElement)) return false;
  const value = key.toLowerCase() === "n" ? "na" : key;
  const radio = radios(question).find((each) => each.value === value);
  if (!radio) return false;
  radio.focus();
  // A click, so that every listener hears of it as of any other answer.
  if (!radio.checked) radio.click();
  return true;
}
