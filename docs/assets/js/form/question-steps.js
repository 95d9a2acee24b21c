// @ts-check
/** Shows the questions of a form one at a time, or all of them; on paper always all. */
import { VisitMemory } from "../store/visit-memory.js";
import { chosen, questions } from "./questions.js";

const GROUP = "[data-dimension]";
const REMEMBERED = "playbook:one-by-one";

export class QuestionSteps {
  #form;
  #memory;
  #current = 0;

  /**
   * @param {HTMLFormElement} form
   * @param {VisitMemory} [memory]
   */
  constructor(form, memory = new VisitMemory()) {
    this.#form = form;
    this.#memory = memory;
  }

  get oneByOne() {
    return this.#form.dataset.view === "one";
  }

  /** Go on as the reader chose earlier in this visit, unless one was quicker and chose already. */
  resume() {
    if (!this.oneByOne && this.#memory.has(REMEMBERED)) this.showOne();
  }

  toggle() {
    if (this.oneByOne) return this.showAll();
    this.showOne();
    this.move(0);
  }

  /** Begin at the first question that is still open. */
  showOne() {
    const list = questions(this.#form);
    const open = list.findIndex((question) => !chosen(question));
    this.#form.dataset.view = "one";
    this.#memory.keep(REMEMBERED);
    this.#show(Math.max(open, 0));
  }

  showAll() {
    this.#form.dataset.view = "all";
    this.#memory.forget(REMEMBERED);
    this.reveal();
  }

  /**
   * @param {number} by 1 for the next question, -1 for the one before
   */
  move(by) {
    this.#show(this.#current + by);
    const question = questions(this.#form)[this.#current];
    if (question) this.#goTo(question);
  }

  /** @param {HTMLElement} question */
  #goTo(question) {
    question.tabIndex = -1;
    question.focus({ preventScroll: true });
    // With the heading of its group, which would else be cut by the bars above.
    (question.closest(GROUP) ?? question).scrollIntoView({ block: "start" });
  }

  /** Go to the first question: a new round begins. */
  begin() {
    this.#current = 0;
    if (this.oneByOne) return this.move(0);
    const first = questions(this.#form)[0];
    if (first) this.#goTo(first);
  }

  /**
   * Bring a question into view that may be hidden.
   * @param {Element} place inside a question, or one itself
   */
  showPlace(place) {
    const index = questions(this.#form).findIndex((question) => question.contains(place));
    if (this.oneByOne && index >= 0) this.#show(index);
  }

  /** Show everything, as before printing. */
  reveal() {
    for (const place of this.#places()) place.hidden = false;
    this.#markButtons();
  }

  /** Back from printing. */
  conceal() {
    if (this.oneByOne) this.#show(this.#current);
  }

  /** @param {number} index */
  #show(index) {
    const list = questions(this.#form);
    this.#current = Math.min(Math.max(index, 0), list.length - 1);
    const current = list[this.#current];
    for (const place of this.#places()) {
      place.hidden = !(place === current || (current && place.contains(current)));
    }
    this.#markButtons();
  }

  /** @returns {HTMLElement[]} the questions and the groups that hold them */
  #places() {
    return [...this.#form.querySelectorAll(`[data-question], ${GROUP}`)].map(
      (place) => /** @type {HTMLElement} */ (place),
    );
  }

  #markButtons() {
    const last = questions(this.#form).length - 1;
    for (const button of this.#form.querySelectorAll("button")) {
      const { action } = button.dataset;
      if (action === "one-by-one") button.ariaPressed = String(this.oneByOne);
      const isLast = this.#current === last;
      if (action === "previous") Object.assign(button, { hidden: !this.oneByOne, disabled: this.#current === 0 });
      // The last step leads to the result.
      if (action === "next") button.hidden = !this.oneByOne || isLast;
      if (action === "score") button.className = this.oneByOne && !isLast ? "quiet" : "button";
    }
  }
}
