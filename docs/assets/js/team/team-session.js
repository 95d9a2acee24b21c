// @ts-check
/** <team-session>: brings the answers of several people together, blind first; then talk, agree, keep, take along. */
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { storeOf } from "../store/answer-store.js";
import { TeamTool, refusalOf } from "./asking.js";
import { agree, questionsIn, readDecision, showCards, showDecision } from "./cards.js";
import { listenTo } from "./listening.js";
import { Outcome } from "./outcome.js";
import { showMissing, showRoster, nameOf } from "./roster.js";
import { openScreen } from "./screen.js";
import { isEmpty, newSession, peopleOf, sideInput } from "./session.js";
import { showAbout, showChoice, showFlags, showParts, showReport, showSubjects, tell } from "./showing.js";
import { readSession } from "./session-file.js";
import { fitted, takeIn } from "./taking-in.js";

/** @typedef {import("./asking.js").Marked} Marked */
/** @typedef {import("./cards.js").QuestionBlock} QuestionBlock */
/** @typedef {import("./reading.js").Tool} Tool */
/** @typedef {import("./session.js").SessionData} SessionData */

/** The visit's session: instant navigation swaps pages, and the reader may come back. */
let visit = newSession();
/** Whether something of it would be lost with the window. */
let isUnsaved = false;

export class TeamSession extends PageElement {
  static tag = "team-session";
  /** @type {Map<string, TeamTool>} */
  #tools = new Map();
  /** @type {QuestionBlock[]} */
  #questions = [];
  /** @type {SessionData | null} */
  #undo = null;
  #turn = 0;
  words = new Words(document.createElement("div"));
  outcome = new Outcome(this);

  /** @param {AbortSignal} signal */
  start(signal) {
    this.words = new Words(this);
    listenTo(this, signal);
    addEventListener("beforeunload", (event) => isUnsaved && event.preventDefault(), { signal });
    const asked = decodeURIComponent(location.hash.slice(1));
    if (!visit.people.length && Object.hasOwn(this.#marks, asked)) visit = newSession(asked);
    void this.store.open().then(() => this.#showSubjects());
    void this.refresh();
  }

  get data() {
    return visit;
  }

  /** What is open is of a questionnaire; null before one is chosen. */
  get tool() {
    return visit.tool ? this.#teamTool(visit.tool) : null;
  }

  /**
   * Go on with other data; what stood there can come back.
   * @param {SessionData} next
   * @param {string} key of the sentence about it
   * @param {Record<string, string | number>} [values]
   */
  async become(next, key, values) {
    const before = visit;
    visit = next;
    isUnsaved = !isEmpty(next) && !next.sample;
    this.#undo = isEmpty(before) || before === next ? null : before;
    this.outcome.forget();
    this.say(key, values);
    await this.refresh();
  }

  async undo() {
    const before = this.#undo;
    if (!before) return;
    this.#undo = null;
    visit = before;
    this.say("undone");
    await this.refresh();
  }

  /** Show what the session holds, as the engine tells it now. */
  async refresh() {
    const turn = ++this.#turn;
    this.#show();
    const { tool } = this;
    if (!tool) return;
    try {
      await showFlags(this, visit, tool);
      const inputs = visit.people.map(({ record }) => record.input);
      const { said, people } = inputs.length ? await tool.attendance(inputs) : { said: "", people: [] };
      if (turn !== this.#turn) return;
      for (const [place, standing] of people.entries()) Object.assign(visit.people[place] ?? {}, { standing });
      tell(this, "[data-attendance]", said);
      this.#show();
      if (visit.revealed) await this.#tellTeam(turn);
    } catch (error) {
      console.error(error);
      if (turn === this.#turn) this.say("engine-failed");
    }
  }

  /** @param {readonly import("./links.js").Parcel[]} files */
  async addFiles(files) {
    if (!files.length) return;
    const begun = visit.sample ? newSession() : visit;
    try {
      const { data, key, values } = await takeIn(files, begun, {
        teamTool: (id) => this.#teamTool(id), questionnaires: new Set(Object.keys(this.#marks)), tools: this.tools, words: this.words,
      });
      await this.become(data, key, values);
    } catch (error) {
      console.error(error);
      this.say("engine-failed");
    }
  }

  async showSample() {
    const sample = readSession(dataOf(this, "template[data-sample-session]"));
    if (!sample) return;
    const data = await fitted(sample.data, this.#teamTool(sample.data.tool));
    const file = this.words.say("sample-file");
    const people = data.people.map((person) => ({ ...person, file }));
    await this.become({ ...data, people, occasion: this.words.say("sample-occasion"), sample: true }, "");
  }

  /** @param {boolean} revealed */
  async reveal(revealed) {
    visit.revealed = revealed;
    if (revealed) this.say("working");
    else this.outcome.forget();
    await this.refresh();
    const place = this.querySelector(revealed ? "[data-revealed]" : '[data-act="reveal"]');
    if (place instanceof HTMLElement && visit.revealed === revealed) place.focus();
    if (!revealed) return this.say("");
    if (this.querySelector("[data-status]")?.textContent === this.words.say("working")) this.say("");
  }

  /** @param {number} id of a person */
  async takeOut(id) {
    const person = visit.people.find((each) => each.id === id);
    if (!person) return;
    const who = nameOf(visit, person, this.words);
    const told = this.become({ ...visit, people: visit.people.filter((each) => each !== person) }, "taken-out", { who });
    // At once: what is pressed next must not lose the focus to what the engine says later.
    const back = this.querySelector('[data-act="undo"]');
    if (back instanceof HTMLElement) back.focus();
    await told;
  }

  /** @param {string} id of a questionnaire, or empty */
  async choose(id) {
    if (id === visit.tool) return;
    const had = visit.people.length > 0;
    await this.become(had ? newSession(id) : { ...visit, tool: id }, had ? "other-questionnaire" : "");
    await this.#showSubjects();
  }

  openScreen() {
    openScreen(this.#questions, {
      root: this, words: this.words,
      agreed: (id) => String(visit.answers[id] ?? ""),
      agree: (id, value) => {
        agree(visit, id, value);
        const card = this.#card(id);
        if (card) showDecision(card, visit);
        this.decided();
      },
    });
  }

  /** @param {HTMLElement} card whose answer or reason has changed */
  decide(card) {
    readDecision(card, visit);
    showDecision(card, visit);
    this.decided();
  }

  /** @param {HTMLElement} card */
  leaveOpen(card) {
    agree(visit, card.dataset.question ?? "", "");
    showDecision(card, visit);
    this.decided();
  }

  decided() {
    isUnsaved = !visit.sample;
    this.outcome.forget();
    this.#showCount();
  }

  /** Tell the page's status line. @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    tell(this, "[data-status]", key && this.words.say(key, values));
    this.#showUndo();
  }

  /** @param {number} turn */
  async #tellTeam(turn) {
    const { tool } = this;
    if (!tool) return;
    const us = peopleOf(visit, "us").map(({ record }) => record.input);
    const hasCustomer = visit.people.some(({ side }) => side === "customer");
    const team = await tool.ask("team", us, visit.subject);
    const sides = hasCustomer ? await tool.ask("sides", { us: sideInput(visit, "us"), customer: sideInput(visit, "customer") }, visit.subject) : null;
    if (turn !== this.#turn) return;
    this.#questions = questionsIn(team.document ?? []);
    showReport(this, "team-report[data-team]", (team.document ?? []).filter(({ kind }) => kind !== "question"));
    tell(this, "[data-no-team] p", refusalOf(team));
    this.querySelector("[data-no-team]")?.toggleAttribute("hidden", !team.error);
    showReport(this, "team-report[data-sides]", sides?.document ?? []);
    tell(this, "[data-no-sides] p", sides ? refusalOf(sides) : "");
    this.querySelector("[data-no-sides]")?.toggleAttribute("hidden", !sides?.error);
    const holder = this.querySelector("[data-cards]");
    if (holder instanceof HTMLElement) showCards(holder, this.#questions, visit);
    this.#show();
  }

  #show() {
    const { people, revealed, sample } = visit;
    const shown = {
      sample, own: !sample, blind: !revealed, people: people.length > 0, revealed: revealed && people.length > 0,
      cards: revealed && this.#questions.length > 0 && people.length > 0, sides: people.some(({ side }) => side === "customer"),
    };
    showParts(this, shown);
    showChoice(this, visit, this.tools);
    showRoster(this, visit, this.words);
    showAbout(this, visit, this.words);
    this.#showCount();
    this.#showUndo();
  }

  #showCount() {
    const values = { number: Object.keys(visit.answers).length, total: this.#questions.length };
    tell(this, "[data-agreed-count]", this.words.say("agreed-count", values));
  }

  #showUndo() {
    this.querySelector('[data-act="undo"]')?.toggleAttribute("hidden", !this.#undo);
  }

  async #showSubjects() {
    const kind = this.tools[visit.tool]?.kind ?? "";
    const known = await this.store.subjects(kind);
    if (known.done) showSubjects(this, known.result.map(({ name }) => name));
  }

  /** What is here is kept, or in a file. */
  saved() {
    isUnsaved = false;
  }

  /** Missing aliases, while they are typed. */
  showMissing() {
    showMissing(this, visit, this.words);
  }

  /** @param {string} id */
  #card(id) {
    const card = this.querySelector(`[data-question="${CSS.escape(id)}"]`);
    return card instanceof HTMLElement ? card : null;
  }

  /** @param {string} id of a questionnaire */
  #teamTool(id) {
    const made = this.#tools.get(id);
    if (made) return made;
    const worker = new URL(this.dataset.worker ?? "", document.baseURI).href;
    const { language = "" } = document.documentElement.dataset;
    const tool = new TeamTool(/** @type {Marked} */ (this.#marks[id]), this.dataset.worker ? worker : "", language);
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
  get #marks() {
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
