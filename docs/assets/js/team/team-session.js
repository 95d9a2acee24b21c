// @ts-check
/** <team-session>: brings the answers of several people together, blind first; then talk, agree, keep, take along. */
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { storeOf } from "../store/answer-store.js";
import { refusalOf } from "../tool/telling.js";
import { TeamTool } from "./asking.js";
import { Coming, OPEN_ALREADY } from "./coming.js";
import { agree, questionsIn, readDecision, showCards, showDecision } from "./cards.js";
import { listenTo } from "./listening.js";
import { Outcome } from "./outcome.js";
import { showMissing, showRoster, nameOf } from "./roster.js";
import { openScreen } from "./screen.js";
import { isEmpty, newSession, peopleOf, sideInput, without } from "./session.js";
import { showAbout, showChoice, showFlags, showParts, showReport, showSubjects, tell } from "./showing.js";
import { readSession } from "./session-file.js";
import { fitted, takeIn } from "./taking-in.js";
import { visit } from "./visit.js";

/** @typedef {import("./asking.js").Marked} Marked */
/** @typedef {import("./cards.js").QuestionBlock} QuestionBlock */
/** @typedef {import("./reading.js").Tool} Tool */
/** @typedef {import("./session.js").SessionData} SessionData */

export class TeamSession extends PageElement {
  static tag = "team-session";
  /** @type {Map<string, TeamTool>} */
  #tools = new Map();
  /** @type {QuestionBlock[]} */
  #questions = [];
  #turn = 0;
  coming = new Coming(this);
  /** @type {Promise<void>} what was given last is taken in */
  #taken = Promise.resolve();
  words = new Words(document.createElement("div"));
  outcome = new Outcome(this);

  /** @param {AbortSignal} signal */
  start(signal) {
    this.words = new Words(this);
    listenTo(this, signal);
    this.say("");
    this.coming.come(location.hash.slice(1));
    void this.store.open().then(() => this.#showSubjects());
    void this.refresh();
  }

  get data() {
    return visit.data;
  }

  /** What is open is of a questionnaire; null before one is chosen. */
  get tool() {
    return visit.data.tool ? this.#teamTool(visit.data.tool) : null;
  }

  /**
   * Go on with other data; what stood there can come back.
   * @param {SessionData} next
   * @param {string} key of the sentence about it
   * @param {Record<string, string | number>} [values]
   * @param {import("./visit.js").Back} [back] where only a part is changed
   */
  async become(next, key, values, back) {
    visit.become(next, { key, values }, back);
    await this.#goOn(key, values);
  }

  async undo() {
    if (visit.goBack({ key: "undone" })) await this.#goOn("undone");
  }

  async #goOn(/** @type {string} */ key, /** @type {Record<string, string | number>} */ values = {}) {
    this.outcome.forget();
    this.coming.tellAddress();
    this.say(key, values);
    await this.refresh();
  }

  /** Show what the session holds, as the engine tells it now. */
  async refresh() {
    const turn = ++this.#turn;
    this.#show();
    const { tool } = this;
    if (!tool) return;
    try {
      await showFlags(this, visit.data, tool);
      const inputs = visit.data.people.map(({ record }) => record.input);
      const { said, people } = inputs.length ? await tool.attendance(inputs) : { said: "", people: [] };
      if (turn !== this.#turn) return;
      for (const [place, standing] of people.entries()) Object.assign(visit.data.people[place] ?? {}, { standing });
      tell(this, "[data-attendance]", said);
      this.#show();
      if (visit.data.revealed) await this.#tellTeam(turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.say("engine-failed");
    }
  }

  /**
   * Take in files and links, one batch after the other.
   * @param {readonly import("./links.js").Parcel[]} files
   */
  addFiles(files) {
    this.#taken = this.#taken.then(() => this.#add(files));
    return this.#taken;
  }

  /**
   * @param {readonly import("./links.js").Parcel[]} files
   * @returns {Promise<void>}
   */
  async #add(files) {
    if (!files.length) return;
    const seen = visit.data;
    try {
      const { data, key, values, back } = await takeIn(files, seen.sample ? newSession() : seen, {
        teamTool: (id) => this.#teamTool(id), questionnaires: new Set(Object.keys(this.marks)), tools: this.tools, words: this.words,
        choices: dataOf(this, "template[data-sheet-choices]"),
      });
      // What was done meanwhile counts.
      if (seen !== visit.data) return this.#add(files);
      await this.become(data, key, values, back);
    } catch (error) {
      console.error(error);
      this.say("engine-failed");
    }
  }

  async showSample() {
    const sample = readSession(dataOf(this, "template[data-sample-session]"));
    if (!sample) return;
    const data = await fitted(sample.data, this.#teamTool(sample.data.tool));
    const people = data.people.map((person) => ({ ...person, file: this.words.say("sample-file") }));
    await this.become({ ...data, people, occasion: this.words.say("sample-occasion"), sample: true }, "");
  }

  async reveal(/** @type {boolean} */ revealed) {
    visit.data.revealed = revealed;
    if (revealed) this.say("working");
    else this.outcome.forget();
    await this.refresh();
    const place = this.querySelector(revealed ? "[data-revealed]" : '[data-act="reveal"]');
    if (place instanceof HTMLElement && visit.data.revealed === revealed) place.focus();
    if (!revealed || this.querySelector("[data-status]")?.textContent === this.words.say("working")) this.say("");
  }

  /** @param {number} id of a person */
  async takeOut(id) {
    const person = visit.data.people.find((each) => each.id === id);
    if (!person) return;
    const { next, back } = without(visit.data, person);
    await this.become(next, "taken-out", { who: nameOf(visit.data, person, this.words) }, back);
  }

  /** @param {string} id of a questionnaire, or empty */
  async choose(id) {
    if (id === visit.data.tool) return;
    const had = visit.data.people.length > 0;
    await this.become({ ...newSession(id), invited: visit.data.invited }, had ? "other-questionnaire" : "");
    await this.#showSubjects();
  }

  openScreen() {
    openScreen(this.#questions, {
      root: this, words: this.words,
      agreed: (id) => String(visit.data.answers[id] ?? ""),
      agree: (id, value) => {
        agree(visit.data, id, value);
        const card = this.#card(id);
        if (card) showDecision(card, visit.data);
        this.decided();
      },
    });
  }

  /** @param {HTMLElement} card whose answer or reason has changed */
  decide(card) {
    readDecision(card, visit.data);
    showDecision(card, visit.data);
    this.decided();
  }

  /** @param {HTMLElement} card */
  leaveOpen(card) {
    agree(visit.data, card.dataset.question ?? "", "");
    showDecision(card, visit.data);
    this.decided();
  }

  decided() {
    visit.touch();
    this.outcome.forget();
    this.#showCount();
  }

  /** Tell the status line; no key: what can be taken back. @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    if (key !== OPEN_ALREADY) this.coming.forget();
    const said = key ? { key, values } : visit.done ?? { key: "" };
    tell(this, "[data-status]", said.key && this.words.say(said.key, said.values));
    this.#showUndo();
  }

  async #tellTeam(/** @type {number} */ turn) {
    const { tool } = this;
    if (!tool) return;
    const us = peopleOf(visit.data, "us").map(({ record }) => record.input);
    const hasCustomer = visit.data.people.some(({ side }) => side === "customer");
    const team = await tool.ask("team", us, visit.data.subject);
    const sides = hasCustomer ? await tool.ask("sides", { us: sideInput(visit.data, "us"), customer: sideInput(visit.data, "customer") }, visit.data.subject) : null;
    if (turn !== this.#turn) return;
    this.#questions = questionsIn(team.document ?? []);
    showReport(this, "team-report[data-team]", (team.document ?? []).filter(({ kind }) => kind !== "question"));
    tell(this, "[data-no-team] p", refusalOf(team));
    this.querySelector("[data-no-team]")?.toggleAttribute("hidden", !team.error);
    showReport(this, "team-report[data-sides]", sides?.document ?? []);
    tell(this, "[data-no-sides] p", sides ? refusalOf(sides) : "");
    this.querySelector("[data-no-sides]")?.toggleAttribute("hidden", !sides?.error);
    const holder = this.querySelector("[data-cards]");
    if (holder instanceof HTMLElement) showCards(holder, this.#questions, visit.data);
    this.#show();
  }

  #show() {
    const { people, revealed, sample } = visit.data;
    const shown = {
      sample, fresh: !sample && isEmpty(visit.data), blind: !revealed, people: people.length > 0, revealed: revealed && people.length > 0,
      cards: revealed && this.#questions.length > 0 && people.length > 0, sides: people.some(({ side }) => side === "customer"),
    };
    showParts(this, shown);
    showChoice(this, visit.data, this.tools);
    showRoster(this, visit.data, this.words);
    showAbout(this, visit.data, this.words);
    this.#showCount();
    this.#showUndo();
  }

  #showCount() {
    const number = Object.keys(visit.data.answers).length;
    tell(this, "[data-agreed-count]", this.words.say("agreed-count", { number, total: this.#questions.length }));
  }

  #showUndo() {
    this.querySelector('[data-act="undo"]')?.toggleAttribute("hidden", !visit.canGoBack);
  }

  async #showSubjects() {
    const kind = this.tools[visit.data.tool]?.kind ?? "";
    const known = await this.store.subjects(kind);
    if (known.done) showSubjects(this, known.result.map(({ name }) => name));
  }

  saved() {
    visit.saved();
  }

  showMissing() {
    showMissing(this, visit.data, this.words);
  }

  /** @param {string} id @returns {HTMLElement | null} */
  #card(id) {
    return this.querySelector(`[data-question="${CSS.escape(id)}"]`);
  }

  /** @param {string} id */
  #teamTool(id) {
    const made = this.#tools.get(id);
    if (made) return made;
    const worker = new URL(this.dataset.worker ?? "", document.baseURI).href;
    const { language = "" } = document.documentElement.dataset;
    const tool = new TeamTool(/** @type {Marked} */ (this.marks[id]), this.dataset.worker ? worker : "", language);
    this.#tools.set(id, tool);
    return tool;
  }

  get store() {
    return storeOf(this.dataset.site ?? "");
  }
  /** @returns {Record<string, Tool>} every tool of the site */
  get tools() {
    return dataOf(this, "template[data-tools]");
  }
  /** @returns {Record<string, Marked>} every questionnaire */
  get marks() {
    return dataOf(this, "template[data-marks]");
  }
}

/**
 * What the page brings as JSON.
 * @param {HTMLElement} root
 * @param {string} selector of a template
 */
function dataOf(root, selector) {
  const template = root.querySelector(selector);
  return JSON.parse(template instanceof HTMLTemplateElement ? template.content.textContent : "{}");
}
