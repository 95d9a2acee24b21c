// @ts-check
/** The rows of the list of results: one for each line that holds what was typed, not more at once than are read. */
import { focusFirstOf } from "../elements/focus.js";
import { shownDay } from "../elements/shown-time.js";
import { fillRow, slot } from "../elements/slots.js";
import { toldIn } from "../elements/told.js";
import { countAnswers } from "../store/answer-record.js";
import { nameKey } from "../store/subjects.js";
import { trendOf } from "./listing.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./listing.js").Line} Line */
/** @typedef {Readonly<Record<string, { title: string, address: string, kind: string }>>} Tools */

/** How many results of a line are named one after the other. */
const COURSE = 4;
/** Lines that are shown before the reader asks for all. */
const FIRST = 100;

export class ResultRows {
  #root;
  #words;
  #tools;
  /** @type {Map<string, Line>} */
  #lines = new Map();
  /** @type {Map<string, Record<string, string>>} what each line says, once somebody looked */
  #said = new Map();
  #isWhole = false;

  /**
   * @param {HTMLElement} root
   * @param {Words} words
   * @param {Tools} tools
   */
  constructor(root, words, tools) {
    this.#root = root;
    this.#words = words;
    this.#tools = tools;
  }

  /** @param {readonly Line[]} lines */
  show(lines) {
    this.#lines = new Map(lines.map((line) => [keyOf(line), line]));
    this.#said.clear();
    this.filter();
  }

  /** Show every line, as on paper, not only the first ones. */
  showWhole() {
    if (this.#isWhole) return;
    this.#isWhole = true;
    this.filter();
  }

  /** The same for a reader, who goes on at the first of the others. */
  showRest() {
    this.showWhole();
    const next = this.#root.querySelectorAll("tr[data-line]")[FIRST]?.querySelector("a");
    next?.focus();
  }

  /**
   * The line of a row.
   * @param {Element} inside the row
   * @returns {Line | undefined}
   */
  lineAt(inside) {
    return this.#lines.get(inside.closest("tr")?.dataset.line ?? "");
  }

  /**
   * Go on at a line.
   * @param {Line} line
   */
  goTo(line) {
    focusFirstOf([this.#row(keyOf(line))?.querySelector("a")]);
  }

  /** @param {string} key */
  #row(key) {
    return this.#root.querySelector(`tr[data-line="${CSS.escape(key)}"]`);
  }

  /** Show the lines that hold what was typed; who is at one of them stays there. */
  filter() {
    const rows = slot(this.#root, "rows");
    const field = this.#root.querySelector("input[type=search]");
    const wanted = field instanceof HTMLInputElement ? nameKey(field.value) : "";
    const at = rows?.contains(document.activeElement) ? document.activeElement : null;
    const place = at instanceof HTMLElement ? { key: at.closest("tr")?.dataset.line ?? "", act: at.dataset.act } : null;
    const all = [...this.#lines];
    const found = wanted ? all.filter(([key, line]) => this.#holds(key, line, wanted)) : all;
    for (const row of rows?.querySelectorAll(":scope > tr") ?? []) row.remove();
    const shown = this.#isWhole ? found : found.slice(0, FIRST);
    for (const [key, line] of shown) this.#add(rows, key, line);
    if (place) focusFirstOf([this.#row(place.key)?.querySelector(`[data-act="${place.act}"]`)]);
    const count = this.#root.querySelector("[data-count]");
    if (count) count.textContent = wanted ? this.#words.say("found", { number: found.length, total: all.length }) : "";
    const more = this.#root.querySelector('[data-act="all-lines"]');
    more?.toggleAttribute("hidden", shown.length === found.length);
    if (more) more.textContent = this.#words.say("more", { number: found.length - shown.length });
  }

  /**
   * @param {string} key
   * @param {Line} line
   * @param {string} wanted
   */
  #holds(key, line, wanted) {
    return nameKey(Object.values(this.#saidOf(key, line)).join(" ")).includes(wanted);
  }

  /**
   * @param {HTMLElement | null} rows
   * @param {string} key
   * @param {Line} line
   */
  #add(rows, key, line) {
    const row = fillRow(rows, this.#saidOf(key, line));
    if (!row) return;
    row.dataset.line = key;
    const [link, tool] = [row.querySelector("a"), this.#tools[line.tool]];
    if (link && tool) link.href = tool.address;
    if (!line.subject.id) row.querySelector('[data-act="rename"]')?.remove();
  }

  /**
   * @param {string} key
   * @param {Line} line
   */
  #saidOf(key, line) {
    const said = this.#said.get(key) ?? this.#say(line);
    this.#said.set(key, said);
    return said;
  }

  /** @param {Line} line */
  #say(line) {
    const { subject, tool, results: [latest, ...before], draft } = line;
    const words = this.#words;
    const course = before.slice(0, COURSE - 1).map((result) => words.say("day-told", { day: shownDay(result.saved), told: toldIn(result, words) }));
    return {
      subject: subject.name || words.say("nobody"),
      tool: this.#tools[tool]?.title ?? tool,
      day: latest ? shownDay(latest.saved) : "",
      told: latest ? toldIn(latest, words) : "",
      trend: trendOf(line) && words.say(`trend-${trendOf(line)}`),
      before: course.length ? words.say("before", { course: course.join(" ← ") }) : "",
      answered: draft ? words.say("in-progress", { number: countAnswers(draft.input), day: shownDay(draft.saved) }) : "",
    };
  }
}

/** @param {Line} line */
function keyOf({ tool, subject }) {
  return `${tool}:${subject.id}`;
}
