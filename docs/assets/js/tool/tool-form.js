// @ts-check
/**
 * <tool-form>: a questionnaire or a calculator. Keeps what is given on this device and shows the report.
 *
 * data-site, data-tool, data-kind, data-version, data-hash and data-structure say which definition the
 * page shows; data-definition and data-worker are the addresses of its JSON and of the engine.
 */
import { ElementError } from "../elements/element-error.js";
import { focusFirstOf } from "../elements/focus.js";
import { PageElement } from "../elements/page-element.js";
import { savesData, whenIdle } from "../elements/quiet-moment.js";
import { Words } from "../elements/words.js";
import { engine } from "../engine/client.js";
import { applyConditions } from "../form/conditions.js";
import { QuestionKeys } from "../form/question-keys.js";
import { QuestionSteps } from "../form/question-steps.js";
import { chosen, questions } from "../form/questions.js";
import { FormReadings } from "../form/readings.js";
import { addRow, removeRow } from "../form/rows.js";
import { Failure } from "./failure.js";
import { formatOf } from "./file-exchange.js";
import { Notices } from "./notices.js";
import { serveMenu } from "./print-menu.js";
import { ToolScoring } from "./scoring.js";
import { sessionOf, subjectKinds } from "./session-parts.js";

/** @typedef {import("./session.js").ToolSession} ToolSession */

/** Milliseconds between the last change and a running result. */
const PAUSE = 300;

export class ToolForm extends PageElement {
  static tag = "tool-form";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {AbortSignal} signal */
  start(signal) {
    const form = this.querySelector("form");
    if (!form) throw new ElementError(this, "needs a <form> inside");
    const words = new Words(this);
    const addresses = { definition: this.#address("definition"), worker: this.#address("worker") };
    const { language = "" } = document.documentElement.dataset;
    const scoring = new ToolScoring(addresses, this.dataset.hash ?? "", language);
    const notices = new Notices(this.querySelector("[data-notices]"), this.querySelector("template[data-notice]"));
    const failure = new Failure({
      ...{ notices, words, files: scoring.files },
      isKept: () => session.isKept,
      download: () => session.result.offerAnswers(),
      message: this.querySelector(".engine-failed"),
      again: () => void session.result.renew(),
    });
    const readings = new FormReadings(form, words);
    readings.follow(signal);
    const keys = new QuestionKeys(form);
    keys.follow(signal);
    const changed = () => {
      this.#showProgress(form, words);
      applyConditions(form);
      readings.refresh();
      keys.refresh();
    };
    const session = sessionOf({ element: this, ...{ form, scoring, failure, notices, changed, signal } });
    const steps = new QuestionSteps(form);
    this.#listen(form, session, steps, failure, signal);
    serveMenu(this, signal);
    this.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest('[data-action="score"]')) readings.refresh();
    }, { signal });
    if (!savesData()) this.#startEarly(scoring, session, signal);
    engine.addEventListener("statechange", () => failure.follow(), { signal });
    failure.follow();
    this.#showProgress(form, words);
    const resumed = session.resume(subjectKinds(this));
    void resumed.then(() => steps.resume());
    const openLink = () => void resumed.then(() => session.openLink());
    addEventListener("hashchange", openLink, { signal });
    openLink();
  }

  /**
   * Have the engine ready before a result is asked for, and what follows it once the reader begins.
   * @param {ToolScoring} scoring
   * @param {ToolSession} session
   * @param {AbortSignal} signal
   */
  #startEarly(scoring, session, signal) {
    this.addEventListener("focusin", () => {
      scoring.start();
      session.acts.begin();
    }, { signal, once: true });
    whenIdle(() => !signal.aborted && scoring.start());
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /**
   * @param {HTMLFormElement} form
   * @param {ToolSession} session
   * @param {QuestionSteps} steps
   * @param {Failure} failure
   * @param {AbortSignal} signal
   */
  #listen(form, session, steps, failure, signal) {
    const words = new Words(this);
    form.addEventListener("input", (event) => {
      if (isSetting(event.target)) return;
      this.#showProgress(form, words);
      if (event.target instanceof HTMLSelectElement) applyConditions(form);
      void session.keep();
      this.#rescoreSoon(form, session);
    }, { signal });
    form.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.name === "subject") void session.chooseSubject();
      if (target.name === "live") this.#rescoreSoon(form, session);
    }, { signal });
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    const actions = this.#actions(form, session, steps);
    actions["try-again"] = () => failure.tryAgain();
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-action]") : null;
      if (button instanceof HTMLElement) actions[button.dataset.action ?? ""]?.(button);
    }, { signal });
    this.addEventListener("click", ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      const place = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
      if (place && form.contains(place)) steps.showPlace(place);
    }, { signal });
    this.addEventListener("focusin", ({ target }) => target instanceof Element && steps.showPlace(target), { signal });
    addEventListener("beforeunload", (event) => session.isRefused && event.preventDefault(), { signal });
    addEventListener("beforeprint", () => steps.reveal(), { signal });
    addEventListener("afterprint", () => steps.conceal(), { signal });
  }

  /**
   * What each button does, by its data-action.
   * @param {HTMLFormElement} form
   * @param {ToolSession} session
   * @param {QuestionSteps} steps
   * @returns {Record<string, (button: HTMLElement) => void>}
   */
  #actions(form, session, steps) {
    const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));
    /** @type {(button: HTMLElement, act: (acts: import("./acts.js").ToolActs) => unknown) => void} */
    const need = (button, act) => void session.acts.need(button).then((acts) => acts && act(acts));
    return {
      score: (button) => void session.score(button),
      clear: () => void session.startOver().then((isEmpty) => isEmpty && steps.begin()),
      import: (button) => void session.open(button),
      share: (button) => need(button, (acts) => acts.share(button)),
      "compare-file": (button) => void session.compareWithFile(button),
      "export-json": () => session.result.offerAnswers(),
      export: (button) => need(button, (acts) => acts.offerReport(formatOf(button), button)),
      print: (button) => need(button, (acts) => acts.print(button)),
      "close-comparison": () => session.acts.here?.comparison.close(),
      "export-comparison": (button) => need(button, ({ comparison }) => comparison.offer(formatOf(button), button)),
      "one-by-one": () => {
        steps.toggle();
        this.#showProgress(form, new Words(this));
      },
      previous: () => steps.move(-1),
      next: () => steps.move(1),
      skip: (button) => {
        const answered = clearAnswer(button);
        changed();
        if (!answered) steps.move(1);
      },
      "add-row": (button) => {
        const row = addRow(button);
        applyConditions(form);
        focusFirst(row);
      },
      "remove-row": (button) => {
        const group = button.closest("[data-rows]");
        const next = removeRow(button);
        if (next) focusFirst(next);
        else focusFirstOf([group?.querySelector('[data-action="add-row"]')]);
        changed();
      },
      example: (button) => void session.showExample(this.#example(button.dataset.example ?? "0"), button),
    };
  }

  /**
   * @param {string} number
   * @returns {Record<string, unknown>}
   */
  #example(number) {
    const data = this.querySelector(`template[data-example="${CSS.escape(number)}"]`);
    return JSON.parse(data instanceof HTMLTemplateElement ? data.content.textContent : "{}");
  }

  /**
   * A running result, where the reader wants one or has seen the report.
   * @param {HTMLFormElement} form
   * @param {ToolSession} session
   */
  #rescoreSoon(form, session) {
    const live = form.elements.namedItem("live");
    const wanted = live instanceof HTMLInputElement && live.checked;
    clearTimeout(this.#timer);
    session.result.showsLive = wanted;
    if (wanted || session.result.isTold) this.#timer = setTimeout(() => void session.result.renew(), PAUSE);
  }

  /**
   * @param {HTMLFormElement} form
   * @param {Words} words
   */
  #showProgress(form, words) {
    const list = questions(form);
    const answered = list.filter(chosen).length;
    const bar = form.querySelector("[data-progress]");
    const text = form.querySelector("[data-progress-text]");
    if (bar instanceof HTMLProgressElement) Object.assign(bar, { max: list.length, value: answered });
    if (text) text.textContent = words.say("progress", { answered, total: list.length });
    for (const question of list) markSkip(question, form.dataset.view === "one", words);
  }

  /** @param {"definition" | "worker"} name */
  #address(name) {
    const address = this.dataset[name];
    return address ? new URL(address, document.baseURI).href : "";
  }
}

/**
 * Whether a field is about the page and not about the tool.
 * @param {EventTarget | null} target
 */
function isSetting(target) {
  if (target instanceof Element && target.closest("[data-receives]")) return true;
  return target instanceof HTMLInputElement && ["subject", "live"].includes(target.name);
}

/**
 * Take the answer of a question back, and go to its answers, for the button may be gone now.
 * @param {HTMLElement} button inside the question
 * @returns {boolean} whether there was an answer
 */
function clearAnswer(button) {
  const question = button.closest("[data-question]");
  const radio = question instanceof HTMLElement && chosen(question);
  if (!radio) return false;
  radio.checked = false;
  radio.focus();
  return true;
}

/**
 * Say what the button beside an answer does: clear the answer, or skip the only question in view.
 * @param {HTMLElement} question
 * @param {boolean} alone
 * @param {Words} words
 */
function markSkip(question, alone, words) {
  const button = question.querySelector('[data-action="skip"]');
  if (!(button instanceof HTMLElement)) return;
  const answered = chosen(question) !== undefined;
  button.textContent = words.say(answered ? "clear-answer" : "skip");
  button.hidden = !answered && !alone;
}

/** @param {HTMLElement | null} row */
function focusFirst(row) {
  const control = row?.querySelector("input, select, textarea");
  if (control instanceof HTMLElement) control.focus();
}
