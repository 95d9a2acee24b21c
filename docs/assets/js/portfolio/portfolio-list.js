// @ts-check
/** <portfolio-list>: takes a list of accounts in, asks which column is what, and shows what each account comes to. */
import { Words } from "../elements/words.js";
import { columnsOf, rowOf, showChoices, showHeader } from "./account-rows.js";
import { Board } from "./board.js";
import { BubblePicture } from "./bubbles.js";
import { chosen } from "./columns.js";
import { Comparing } from "./comparing.js";
import { Refusal, Stopped } from "./desk.js";
import { Giving } from "./giving.js";
import { ListPage } from "./list-page.js";
import { Keeping } from "./keeping.js";
import { listenTo } from "./listening.js";
import { readMap, showLimits, showMap, unread } from "./mapper.js";
import { Overriding } from "./overriding.js";
import { RowsTable } from "./rows-table.js";
import { showCounts, showFaults, showLook, showParts, showRefusal, tell } from "./showing.js";
import { Sizing } from "./sizing.js";
import { Trying } from "./trying.js";
import { firstView, newWork, NOTHING_SCORED, visit } from "./visit.js";

/** @typedef {import("./columns.js").View} View */
/** @typedef {import("./desk.js").ListDesk} ListDesk */
/** @typedef {import("./desk.js").ListFile} ListFile */

export class PortfolioList extends ListPage {
  static tag = "portfolio-list";
  /** @type {import("./mapper.js").Definition | null} of the tool that is chosen */
  #definition = null;
  /** Counts what is begun; what goes on under an older number is stopped. */
  #turn = 0;
  #choice = 0;
  #columns = /** @type {import("./account-rows.js").Column[]} */ ([]);
  trying = new Trying(this);
  comparing = new Comparing(this);
  giving = new Giving(this);
  sizing = new Sizing(this);
  board = new Board(this);
  picture = new BubblePicture(this);
  keeping = new Keeping(this);
  overriding = new Overriding(this);
  /** @type {RowsTable | null} */
  #rows = null;

  /** @param {AbortSignal} signal */
  start(signal) {
    this.words = new Words(this);
    if (!visit.work.tool) visit.work.tool = Object.keys(this.questionnaires)[0] ?? "";
    const frame = this.querySelector("[data-rows]");
    if (frame instanceof HTMLElement) this.#rows = new RowsTable(frame, (place) => rowOf(frame, this.#columns, place), signal);
    listenTo(this, signal);
    this.say("");
    void this.#showAll().then(() => this.keeping.come());
  }

  /** Show another list. */
  showAnew() {
    this.#definition = null;
    return this.#showAll();
  }

  /** @param {File | null} file */
  async take(file) {
    if (!file) return;
    const { bytes, refusal } = await this.bytesOf(file);
    if (bytes) await this.#takeIn({ name: file.name, bytes, isSample: false });
    else showRefusal(this, refusal, []);
  }

  async paste() {
    const place = this.querySelector("[data-pasted]");
    if (!(place instanceof HTMLTextAreaElement) || !place.value.trim()) return this.say("nothing-pasted");
    const isIn = await this.#takeIn({ name: this.words.say("pasted-name"), bytes: new TextEncoder().encode(place.value), isSample: false });
    if (isIn) place.value = "";
  }

  async showSample() {
    const text = this.samples[visit.work.tool] ?? "";
    await this.#takeIn({ name: this.words.say("sample-name"), bytes: new TextEncoder().encode(text), isSample: true });
  }

  /** @param {ListFile} file @returns {Promise<boolean>} whether it is open */
  async #takeIn(file) {
    return this.work("reading", { file: file.name }, file.name, async (isOn) => {
      const desk = await this.deskOf(file);
      const look = await desk.open();
      // Who does something else meanwhile goes on with the list that was there.
      if (!isOn()) throw new Stopped();
      visit.become({ ...newWork(visit.work.tool), desk, look, map: look.map });
      await this.#showAll();
      this.say("opened", { file: file.name });
    });
  }

  /** Read the file in another way. @param {{ sheet?: string, separator?: string }} choice */
  async open(choice) {
    const { desk } = visit.work;
    if (!desk) return;
    await this.work("reading", { file: desk.file.name }, desk.file.name, async () => {
      const look = await desk.open(choice);
      Object.assign(visit.work, { look, map: look.map, ...NOTHING_SCORED });
      await this.#showAll();
      this.say("opened", { file: desk.file.name });
    });
  }

  /** Score by another questionnaire. @param {string} tool */
  async choose(tool) {
    const { desk } = visit.work;
    if (!desk) visit.work.tool = tool;
    else visit.become(newWork(tool));
    this.#definition = null;
    if (desk?.file.isSample) return this.showSample();
    if (desk) return void (await this.#takeIn(desk.file));
    await this.#showAll();
  }

  async score() {
    const { desk, map } = visit.work;
    if (!desk || !map) return;
    await this.work("working", {}, "", async (isOn) => {
      const result = await desk.score(map, { isOn, tell: (number) => this.say("scoring", { number: this.written.number.format(number) }) });
      const concentration = result.size ? await desk.concentration({ column: result.size, decimal: "" }, { isOn }) : null;
      if (!isOn()) throw new Stopped();
      Object.assign(visit.work, { ...NOTHING_SCORED, result, concentration, view: firstView() });
      await this.#showAll();
      this.say("done", { number: this.written.number.format(result.columns.account.length), refused: result.refused });
      const heading = this.querySelector('[id="portfolio.results"]');
      if (heading instanceof HTMLElement) heading.focus();
    });
  }

  clear() {
    this.stop();
    visit.become(newWork(visit.work.tool));
    void this.#showAll();
    this.say("cleared");
  }

  async undo() {
    visit.goBack();
    const { desk, result } = visit.work;
    await this.work("working", {}, "", async () => {
      if (desk && result) await desk.putOverrides(result.overridden.list);
      await this.showAnew();
      this.say("undone");
    });
  }

  stop() {
    this.#turn += 1;
    this.showState();
    this.say("stopped");
  }

  /** @param {Partial<View>} change */
  see(change) {
    Object.assign(visit.work.view, change);
    void this.#showRows();
  }

  /** @param {string} key */
  sortBy(key) {
    const { view } = visit.work;
    const falls = view.sort === key ? !view.falls : !["account", "present", "band", "distance"].includes(key);
    this.see({ sort: /** @type {View["sort"]} */ (key), falls });
  }

  /** @param {HTMLElement} row @param {HTMLElement} field */
  mapped(row, field) {
    const parts = this.#mapParts;
    const table = row.closest("table");
    if (!parts || !table) return;
    if (field.matches("[data-reading], [data-column]") && row.dataset.kind === "answers") showLimits(row, parts);
    row.querySelector('[data-slot="note"]')?.remove();
    visit.work.map = readMap(table, parts.marks);
    this.#tellUnread();
  }

  /** The columns to keep beside the results. */
  get kept() {
    const box = this.querySelector("[data-keep]");
    return box instanceof HTMLInputElement && box.checked ? (visit.work.result?.others ?? []) : [];
  }

  /**
   * Do something that takes time and can be stopped; say what goes wrong.
   * @param {string} key of the sentence meanwhile
   * @param {Record<string, string | number>} values
   * @param {string} file where one is opened
   * @param {(isOn: () => boolean) => Promise<void>} act
   * @returns {Promise<boolean>} whether it came to its end
   */
  async work(key, values, file, act) {
    const turn = ++this.#turn;
    this.board.forget();
    showRefusal(this, "", []);
    this.showState(true);
    this.say(key, values);
    try {
      await act(() => turn === this.#turn);
      return true;
    } catch (error) {
      if (error instanceof Stopped || turn !== this.#turn) return false;
      this.say("");
      if (error instanceof Refusal) showRefusal(this, file ? this.words.say("refused", { file }) : this.words.say("refused-map"), error.problems);
      else {
        console.error(error);
        this.say("engine-failed");
      }
      return false;
    } finally {
      if (turn === this.#turn) this.showState();
    }
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    tell(this, "[data-status]", key && this.words.say(key, values));
    this.querySelector('[data-act="undo"]')?.toggleAttribute("hidden", !visit.canGoBack);
  }

  /** Show only what says something now. @param {boolean} [isWorking] */
  showState(isWorking = false) {
    const { desk, look, result, since, trial } = visit.work;
    showParts(this, { tried: Boolean(trial), compared: Boolean(since), working: isWorking, sample: Boolean(desk?.file.isSample), fresh: !desk, opened: Boolean(look), scored: Boolean(result) });
  }

  async #showAll() {
    const { tool, desk, look, result } = visit.work;
    const choice = this.querySelector("select[data-tool]");
    if (choice instanceof HTMLSelectElement) choice.value = tool;
    const link = this.querySelector("[data-tool-page]");
    if (link instanceof HTMLAnchorElement) link.href = this.tools[tool]?.address ?? "";
    if (desk && look) {
      this.#definition ??= /** @type {any} */ (await this.scoringOf(tool).definition());
      showLook(this, look, desk.file.name, this.words);
      const table = this.querySelector(".portfolio-map");
      if (this.#mapParts && table instanceof HTMLElement) showMap(table, look, visit.work.map ?? look.map, this.#mapParts);
      this.#tellUnread();
    }
    if (result) {
      showCounts(this, result, this.words, this.written);
      showFaults(this, result, this.words, this.written);
      this.trying.show();
      this.keeping.show();
      this.sizing.show();
      this.picture.show();
      this.comparing.show();
      showChoices(this, result, visit.work.view, this.words);
    }
    this.showState();
    if (result) await this.#showRows();
  }

  /** Show which accounts stand elsewhere than their answers put them; the rows stay where they are. */
  showOverrides() {
    const { result, view } = visit.work;
    const frame = this.querySelector("[data-rows]");
    if (!result || !(frame instanceof HTMLElement)) return;
    showCounts(this, result, this.words, this.written);
    this.#showColumns(frame, result, view);
    this.#rows?.refresh();
  }

  /** Go on at an account that was looked into. @param {number} place */
  goToAccount(place) {
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-act="account"][data-place="${place}"]`))?.focus({ preventScroll: true });
  }

  async #showRows() {
    const { result, view } = visit.work;
    const frame = this.querySelector("[data-rows]");
    if (!result || !(frame instanceof HTMLElement)) return;
    const choice = ++this.#choice;
    const places = await chosen(result, view, () => choice === this.#choice);
    if (!places) return; // The reader has chosen others meanwhile.
    const [number = "", total = ""] = [places, result.columns.account].map(({ length }) => this.written.number.format(length));
    tell(this, "[data-found]", this.words.say("found", { number, total }));
    this.#showColumns(frame, result, view);
    this.#rows?.show(places);
  }

  /** @param {HTMLElement} frame @param {import("./desk.js").Result} result @param {View} view */
  #showColumns(frame, result, view) {
    this.#columns = columnsOf(result, this.words, this.written);
    showHeader(frame, this.#columns, this.words, view);
  }

  #tellUnread() {
    const table = this.querySelector(".portfolio-map");
    const number = table instanceof HTMLElement ? unread(table) : 0;
    tell(this, "[data-unread]", number ? this.words.say("unread", { number }) : "");
  }

  get #mapParts() {
    return this.#definition && { definition: this.#definition, guide: this.guide, words: this.words, marks: this.marks, language: this.language };
  }
}
