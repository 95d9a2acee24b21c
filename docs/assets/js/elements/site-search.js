// @ts-check
/** <site-search>: the box at the top of every page. What finds pages is loaded when somebody goes to the box. */
import { readScript, readText } from "../files/served.js";
import { isOutOfDate } from "./edition.js";
import { ElementError } from "./element-error.js";
import { PageElement } from "./page-element.js";
import { fillSlots } from "./slots.js";
import { isComposing } from "./typing.js";
import { Words } from "./words.js";

/** @typedef {import("../search/search.js").SearchEngine} SearchEngine */
/** @typedef {import("../search/engine.js").Found} Found */
/** @typedef {import("../search/engine.js").Result} Result */

const MOST = 8;
/** Readers know them from elsewhere. */
const KEYS = ["/", "s"];
const TYPING = "input, textarea, select, [contenteditable]";

export class SiteSearch extends PageElement {
  static tag = "site-search";
  /** @type {Promise<SearchEngine> | null} */
  #engine = null;
  #tries = 0;
  /** @type {Words | null} */
  #words = null;
  #lastId = 0;

  /** @param {AbortSignal} signal */
  start(signal) {
    const input = this.#input;
    input.addEventListener("focus", () => this.#open(), { signal });
    input.addEventListener("input", (event) => this.#typed(/** @type {InputEvent} */ (event)), { signal });
    input.addEventListener("compositionend", () => void this.#search(), { signal });
    input.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.addEventListener("click", (event) => this.#click(event), { signal });
    this.addEventListener("focusout", (event) => this.#left(event), { signal });
    document.addEventListener("keydown", (event) => this.#shortcut(event), { signal });
    // A reader who uses the back button finds the page, not the list that led away from it.
    window.addEventListener("pageshow", () => this.#close(), { signal });
    // Pages change in place; addresses must not depend on the one that was opened first.
    for (const name of ["script", "index", "root"]) {
      this.dataset[name] = new URL(this.dataset[name] ?? "", document.baseURI).href;
    }
  }

  get #input() {
    return this.#part("input", HTMLInputElement);
  }

  get #output() {
    return this.#part("[data-output]", HTMLElement);
  }

  get #list() {
    return this.#part("[role=listbox]", HTMLElement);
  }

  get #options() {
    return [...this.#list.querySelectorAll("a")];
  }

  get #chosen() {
    return this.#options.find((option) => option.ariaSelected === "true");
  }

  /**
   * @template {HTMLElement} Kind
   * @param {string} selector
   * @param {new () => Kind} kind
   */
  #part(selector, kind) {
    const part = this.querySelector(selector);
    if (!(part instanceof kind)) throw new ElementError(this, `needs ${selector} inside`);
    return part;
  }

  #open() {
    this.toggleAttribute("open", true);
    this.#output.hidden = false;
    this.#load().catch(() => {});
    void this.#search();
  }

  #close() {
    this.toggleAttribute("open", false);
    this.#output.hidden = true;
    this.#input.ariaExpanded = "false";
    this.#choose(undefined);
  }

  /** Fetch script and index side by side, once; after a failure the next visit to the box tries again. */
  #load() {
    this.#engine ??= this.#fetchEngine().catch((error) => {
      this.#engine = null;
      throw error;
    });
    return this.#engine;
  }

  async #fetchEngine() {
    const { script = "", index = "" } = this.dataset;
    // A browser that has failed to load an address may not ask for it again.
    /** @type {Promise<typeof import("../search/search.js")>} */
    const module = readScript(this.#tries++ ? `${script}#${this.#tries}` : script);
    const [{ SearchEngine }, text] = await Promise.all([module, readText(index)]);
    // The parts of a large index stand beside it.
    return new SearchEngine(JSON.parse(text), (name) => readText(new URL(name, index).href));
  }

  /** @param {InputEvent} event */
  #typed(event) {
    // What an input method shows before it is done is no word yet.
    if (!event.isComposing) void this.#search();
  }

  async #search() {
    const typed = this.#input.value.trim();
    if (!typed) return this.#show([], this.#say("hint"));
    if (!this.#list.childElementCount) this.#status(this.#say("loading"));
    try {
      const engine = await this.#load();
      const found = await engine.find(typed, MOST);
      if (this.#isStill(typed)) this.#showFound(found, typed);
    } catch (error) {
      if (!this.#isStill(typed)) return;
      console.error(error);
      const { script = "", index = "" } = this.dataset;
      const outdated = await isOutOfDate([script, index]);
      this.#show([], this.#say(outdated ? "outdated" : "failed"), true);
      this.#part(`[data-action=${outdated ? "reload" : "again"}]`, HTMLElement).hidden = false;
    }
  }

  /**
   * Whether nothing else has been typed meanwhile.
   * @param {string} typed
   */
  #isStill(typed) {
    return typed === this.#input.value.trim();
  }

  /**
   * @param {Found} found
   * @param {string} typed
   */
  #showFound({ results, cut }, typed) {
    this.#words ??= new Words(this);
    const count = this.#words.count("matches", results.length);
    const options = results.flatMap((result) => this.#rows(result, cut));
    this.#show(options, results.length ? count : this.#say("none", { typed }), !results.length);
  }

  /**
   * @param {HTMLElement[]} options
   * @param {string} status
   * @param {boolean} [elsewhere] whether to show where else to look
   */
  #show(options, status, elsewhere = false) {
    this.#list.replaceChildren(...options);
    this.#part("[data-elsewhere]", HTMLElement).hidden = !elsewhere;
    for (const action of ["again", "reload"]) this.#part(`[data-action=${action}]`, HTMLElement).hidden = true;
    this.#status(status);
    this.#input.ariaExpanded = String(options.length > 0);
    this.#choose(undefined);
    this.#output.scrollTop = 0;
  }

  /** @param {string} text */
  #status(text) {
    this.#part("[data-status]", HTMLElement).textContent = text;
  }

  /**
   * A page, and below it the places on it that answer best.
   * @param {Result} result
   * @param {Found["cut"]} cut
   */
  #rows({ kind, address, title, note, places }, cut) {
    const page = this.#row("page", address, { kind, title, note });
    const rows = places.map((place) => this.#row("place", place.address, { kind: place.kind, title: place.text }));
    for (const row of [page, ...rows]) mark(row, cut);
    return [page, ...rows];
  }

  /**
   * @param {"page" | "place"} name
   * @param {string} address from the root of the language
   * @param {{ kind: string, title: string, note?: string }} texts
   */
  #row(name, address, texts) {
    const template = this.#part(`[data-result="${name}"]`, HTMLTemplateElement);
    const row = /** @type {HTMLAnchorElement} */ (document.importNode(template.content, true).firstElementChild);
    fillSlots(row, { ...texts, kind: this.#say(`kind-${texts.kind}`) });
    row.href = new URL(address, this.dataset.root).href;
    row.id = `site-search.${++this.#lastId}`;
    row.dataset.kind = texts.kind;
    return row;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(step);
    else if (event.key === "Enter") (this.#chosen ?? this.#options[0])?.click();
    else if (event.key === "Escape") this.#escape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} step */
  #move(step) {
    const options = this.#options;
    const from = this.#chosen ? options.indexOf(this.#chosen) : step > 0 ? -1 : options.length;
    // One step beyond either end is the box itself.
    this.#choose(options[from + step]);
  }

  /** @param {HTMLAnchorElement | undefined} option */
  #choose(option) {
    for (const each of this.#options) each.ariaSelected = String(each === option);
    this.#input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  #escape() {
    if (!this.#input.value) return this.#leave();
    this.#input.value = "";
    void this.#search();
  }

  #leave() {
    this.#close();
    this.#input.blur();
  }

  /** @param {Event} event */
  #click({ target }) {
    if (!(target instanceof Element)) return;
    if (target.closest("[data-action=open]")) this.#begin();
    if (target.closest("[data-action=reload]")) location.reload();
    if (target.closest("[data-action=again]")) {
      this.#input.focus();
      void this.#search();
    }
    if (target.closest("[data-action=close], a")) this.#leave();
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#close();
  }

  /** @param {KeyboardEvent} event */
  #shortcut(event) {
    const { target, key } = event;
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!KEYS.includes(key) || (target instanceof Element && target.matches(TYPING))) return;
    event.preventDefault();
    this.#begin();
  }

  /** Show the box, which a small screen hides, and go to it. */
  #begin() {
    this.toggleAttribute("open", true);
    this.#input.focus();
    this.#input.select();
  }

  /**
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  #say(key, values) {
    this.#words ??= new Words(this);
    return this.#words.say(key, values);
  }
}

/**
 * Mark in the title and the note of a row what was typed.
 * @param {HTMLElement} row
 * @param {(text: string) => [text: string, wanted: boolean][]} cut
 */
function mark(row, cut) {
  for (const name of ["title", "note"]) {
    const place = row.querySelector(`[data-slot="${name}"]`);
    place?.replaceChildren(...cut(place.textContent).map(([text, wanted]) => (wanted ? marked(text) : text)));
  }
}

/** @param {string} text */
function marked(text) {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
