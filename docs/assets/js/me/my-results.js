// @ts-check
/** <my-results>: the results on this device by subject and tool; opens, renames, copies and removes, with a way back. */
import { download, askForFile } from "../elements/download.js";
import { focusFirstOf, isFocusLost } from "../elements/focus.js";
import { oneAct } from "../elements/one-act.js";
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { AnswerStore, storeOf } from "../store/answer-store.js";
import { readEverything, readEverythingFrom, writeEverything } from "../store/everything.js";
import { ANSWER_FILES, isWorkbook, textOf } from "../store/file-kind.js";
import { MemoryShelf } from "../store/shelves.js";
import { takeAnswers } from "./answer-taking.js";
import { KeptLists } from "./kept-lists.js";
import { linesOf } from "./listing.js";
import { PlanBoard } from "./plan-board.js";
import { ResultRows } from "./result-rows.js";
import { readSample } from "./sample.js";
import { tellStored } from "./stored.js";
import { duplicate, remove, rename } from "./subject-acts.js";

/** @typedef {import("./listing.js").Line} Line */
/** @typedef {import("./subject-acts.js").Done} Done */
/** @typedef {{ title: string, address: string, kind: string }} Tool */

export class MyResults extends PageElement {
  static tag = "my-results";
  #one = oneAct();
  /** @type {ResultRows | null} */
  #rows = null;
  /** @type {AnswerStore | null} what is shown in place of the reader's own */
  #sample = null;
  /** @type {(() => Promise<unknown>) | null} */
  #undo = null;
  /** @type {PlanBoard | null} */
  #plan = null;
  /** @type {KeptLists | null} */
  #lists = null;

  /** @param {AbortSignal} signal */
  start(signal) {
    const words = new Words(this);
    storeOf(this.#site).listen(() => void this.#show(words), signal);
    this.addEventListener("click", (event) => this.#click(event, words), { signal });
    this.#rows = new ResultRows(this, words, this.#tools());
    this.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "search") this.#rows?.filter();
    }, { signal });
    const place = this.querySelector("[data-plan]");
    const again = () => this.#show(words);
    const sample = () => (this.#sample ? words.say("sample-mark") : "");
    const parts = { words, site: this.#site, store: () => this.#store(), tools: this.#tools(), sample, again };
    this.#plan = place instanceof HTMLElement ? new PlanBoard({ place, ...parts }, signal) : null;
    const lists = this.querySelector("[data-lists]");
    const listPage = { page: lists instanceof HTMLElement ? (lists.dataset.page ?? "") : "", store: this.#own().lists };
    this.#lists = lists instanceof HTMLElement ? new KeptLists({ place: lists, words, tools: this.#tools(), ...listPage }) : null;
    addEventListener("beforeprint", () => {
      this.#rows?.showWhole();
      this.#plan?.showWhole();
    }, { signal });
    void this.#own().open(this.#kinds()).then(() => this.#show(words));
  }

  /** @param {Words} words */
  async #show(words) {
    const kept = await this.#store().results.everything();
    const tools = this.#tools();
    const lines = kept.done ? linesOf(kept.result, this.#kinds()).filter(({ tool }) => tools[tool]) : [];
    this.#rows?.show(lines);
    await this.#lists?.show(this.#sample !== null);
    const actions = kept.done ? kept.result.actions.filter(({ tool }) => tools[tool]) : [];
    this.#plan?.show({ actions, subjects: kept.done ? kept.result.subjects : [] });
    this.querySelector("[data-plan]")?.toggleAttribute("hidden", !kept.done || (!lines.length && !actions.length));
    const own = this.#sample ? await this.#own().results.everything() : kept;
    const stored = this.querySelector("[data-stored]");
    if (own.done && stored instanceof HTMLElement) await tellStored(stored, own.result, words);
    // All of it shows at once: what follows on the page moves no more than once.
    this.toggleAttribute("data-sample", this.#sample !== null);
    this.dataset.state = !kept.done ? "refused" : lines.length ? "results" : this.#own().keeps ? "nothing" : "blocked";
  }

  /**
   * @param {MouseEvent} event
   * @param {Words} words
   */
  #click({ target }, words) {
    const pressed = target instanceof Element ? target.closest("[data-act]") : null;
    if (!(pressed instanceof HTMLElement)) return;
    const line = this.#rows?.lineAt(pressed);
    /** @type {Record<string, () => unknown>} */
    const acts = {
      open: () => line && this.#store().workOn(line.tool, line.subject),
      rename: () => line && this.#carryOut(rename, line, words),
      duplicate: () => line && this.#carryOut(duplicate, line, words),
      remove: () => line && this.#carryOut(remove, line, words),
      "remove-list": () => this.#removeList(pressed, words),
      undo: () => this.#undo?.(),
      download: () => this.#download(),
      merge: () => this.#merge(words),
      sample: () => this.#showSample(words),
      "all-lines": () => this.#rows?.showRest(),
      "end-sample": () => this.#endSample(words),
    };
    const act = acts[pressed.dataset.act ?? ""];
    void (act === acts.open ? act?.() : this.#one(act));
  }

  /**
   * @param {(line: Line, parts: import("./subject-acts.js").Parts) => Promise<Done | null>} act
   * @param {Line} line that it is about
   * @param {Words} words
   */
  async #carryOut(act, line, words) {
    const done = await act(line, { store: this.#store(), words, tools: this.#tools() });
    if (!done) return;
    await this.#show(words);
    this.#tell(done.text);
    this.#offerUndo(words, done.undo, line);
    if (isFocusLost()) focusFirstOf([this.querySelector('[data-act="undo"]')]);
  }

  /**
   * @param {Element} pressed
   * @param {Words} words
   */
  async #removeList(pressed, words) {
    const done = await this.#lists?.remove(pressed);
    await this.#show(words);
    if (!done) return;
    this.#tell(done.text);
    this.#offerUndo(words, done.undo);
    if (isFocusLost()) focusFirstOf([this.querySelector('[data-act="undo"]')]);
  }

  async #download() {
    const everything = await readEverything(this.#own(), new URL(".", new URL(this.dataset.root ?? "/", document.baseURI)).pathname);
    if (!everything) return;
    const now = new Date().toISOString();
    download(fileName(this.#site, "", dayOf(now), "json"), writeEverything(this.#site, everything, now), "application/json");
  }

  /** @param {Words} words */
  async #merge(words) {
    const file = await askForFile(ANSWER_FILES);
    if (!file) return;
    const tables = (await isWorkbook(file)) ? null : readEverythingFrom((await textOf(file)) ?? "");
    if (!tables) return this.#takeAnswers(file, words);
    const outcome = await this.#own().results.merge(tables);
    if (!outcome.done) return this.#say(words, "refused");
    await this.#show(words);
    const { renamed, ...numbers } = outcome.result;
    const names = renamed.map((each) => words.say("renamed", each));
    const dates = numbers.ahead ? [words.say("merged-ahead", numbers)] : [];
    this.#tell([words.say(numbers.unreadable ? "merged-some" : "merged", numbers), ...dates, ...names, ...this.#warning(words)].join(" "));
  }

  /**
   * @param {File} file of answers to one tool
   * @param {Words} words
   */
  async #takeAnswers(file, words) {
    const parts = {
      ...{ words, store: this.#own(), tools: this.#tools(), marks: this.#read("template[data-marks]") },
      choices: this.#read("template[data-sheet-choices]"), numbers: JSON.parse(this.dataset.numbers ?? "{}"),
    };
    try {
      const { said, undo } = await takeAnswers(file, parts);
      if (!said.length) return;
      await this.#show(words);
      this.#tell([...said, ...(undo ? this.#warning(words) : [])].join(" "));
      this.#offerUndo(words, undo);
    } catch (error) {
      console.error(error);
      this.#say(words, "out-of-reach");
    }
  }

  /** Where the browser keeps nothing, what was added goes with the window. @param {Words} words */
  #warning(words) {
    return this.#own().keeps ? [] : [words.say("added-for-now")];
  }

  /** @param {Words} words */
  async #showSample(words) {
    const sample = new AnswerStore(`${this.#site}:sample`, new MemoryShelf());
    await sample.results.merge(readSample(this.#read("template[data-sample-results]")));
    await this.#plan?.leave();
    this.#sample = sample;
    await this.#show(words);
    this.#say(words, "sample-shown");
    if (isFocusLost()) focusFirstOf([this.querySelector('[data-act="end-sample"]')]);
  }

  /** @param {Words} words */
  async #endSample(words) {
    await this.#plan?.leave();
    this.#sample = null;
    this.#say(words, "");
    await this.#show(words);
    if (isFocusLost()) focusFirstOf([this.querySelector('[data-act="sample"]')]);
  }

  /**
   * @param {Words} words
   * @param {string} key of the sentence; empty: nothing is said any more
   */
  #say(words, key) {
    this.#tell(key && words.say(key));
  }

  /**
   * @param {Words} words
   * @param {Done["undo"]} undo
   * @param {Line} [line] that it is about
   */
  #offerUndo(words, undo, line) {
    this.querySelector('[data-act="undo"]')?.toggleAttribute("hidden", !undo);
    this.#undo = undo
      ? async () => {
          this.#undo = null;
          const refused = await undo();
          this.#tell(refused || words.say("undone"));
          await this.#show(words);
          if (line && isFocusLost()) this.#rows?.goTo(line);
        }
      : null;
  }

  /** @param {string} text about what was done last, which cannot be taken back unless that is said afterwards */
  #tell(text) {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = text;
    this.querySelector('[data-act="undo"]')?.toggleAttribute("hidden", true);
    this.#undo = null;
  }

  get #site() {
    return this.dataset.site ?? "";
  }

  #own() {
    return storeOf(this.#site);
  }

  /** What is shown: the reader's own, or a sample. */
  #store() {
    return this.#sample ?? this.#own();
  }

  /** @returns {Record<string, Tool>} */
  #tools() {
    return this.#read("template[data-tools]");
  }

  /** What the page brings as JSON. @param {string} selector of a template */
  #read(selector) {
    const data = this.querySelector(selector);
    return JSON.parse(data instanceof HTMLTemplateElement ? data.content.textContent : "{}");
  }

  /** @returns {Record<string, string>} tool -> the kind of its subjects */
  #kinds() {
    return Object.fromEntries(Object.entries(this.#tools()).map(([id, { kind }]) => [id, kind]));
  }
}
