// @ts-check
/**
 * <tool-report>: shows the blocks of a report with the page's own templates.
 *
 * Each `<template data-block="KIND">` inside is cloned for a block of that kind; what a block lacks is
 * taken out of the clone.
 */
import { ElementError } from "../elements/element-error.js";
import { PageElement } from "../elements/page-element.js";
import { fillTable } from "../elements/report-table.js";
import { fillRow, fillSlots, slot } from "../elements/slots.js";
import { drawPicture } from "../pictures/pictures.js";


/** @typedef {import("../engine/client.js").Block} Block */
/**
 * target: of this bar, where it has one of its own; reached: whether the bar has come that far.
 * @typedef {{ id: string, label: string, value: number | null, shown: string, note?: string, target?: number,
 *   reached?: boolean }} BarRow
 */
/** @typedef {{ label: string, then: number | null, now: number | null, note?: string }} PairRow */
/**
 * more: what follows the words that lead somewhere; action: what to write down of it.
 * @typedef {{ text: string, more?: string, module?: string, question?: string, action?: string }} ListItem
 */

/** What a report belongs to: it knows where modules are, and its first report has the templates. */
const SURROUNDINGS = "tool-form, team-session, portfolio-list";

export class ToolReport extends PageElement {
  static tag = "tool-report";
  /** @type {HTMLElement[]} */
  #shown = [];
  /** @type {HTMLDetailsElement[]} */
  #openedForPrint = [];

  /** @param {AbortSignal} signal */
  start(signal) {
    if (!this.#templates.length) throw new ElementError(this, "needs <template data-block> inside, or another one that has them");
    addEventListener("beforeprint", () => this.#openAll(), { signal });
    addEventListener("afterprint", () => this.#closeAgain(), { signal });
  }

  /** @param {readonly Block[]} blocks */
  show(blocks) {
    this.clear();
    const actions = this.querySelector(":scope > .report-actions");
    for (const block of blocks) {
      const made = this.#render(block);
      if (made) this.insertBefore(made, actions);
      if (made) this.#shown.push(made);
    }
    this.hidden = false;
    this.dispatchEvent(new Event("reportshown", { bubbles: true }));
  }

  /** Whether the answers have changed since. */
  get isOld() {
    return this.hasAttribute("data-old");
  }

  /** @param {boolean} old */
  markOld(old) {
    this.toggleAttribute("data-old", old);
  }

  /** Take the report away. */
  clear() {
    this.markOld(false);
    for (const made of this.#shown) made.remove();
    this.#shown = [];
    this.hidden = true;
  }

  /**
   * @param {Block} block
   * @returns {HTMLElement | null}
   */
  #render(block) {
    const root = this.#clone(block.folded ? "folded" : block.kind);
    if (!root) return null;
    if (block.tone) root.dataset.tone = String(block.tone);
    fillSlots(root, block);
    const draw = RENDERERS[block.kind];
    if (draw) draw(root, block, this.#context());
    return root;
  }

  /**
   * @param {string} kind
   * @returns {HTMLElement | null}
   */
  #clone(kind) {
    for (const template of this.#templates) {
      if (template.dataset.block !== kind) continue;
      const root = document.importNode(template.content, true).firstElementChild;
      if (root instanceof HTMLElement) return root;
    }
    console.warn(`The page has no template for report blocks of kind "${kind}".`);
    return null;
  }

  /**
   * Those inside, or of the first report around the same tool.
   * @returns {HTMLTemplateElement[]}
   */
  get #templates() {
    const holders = [this, ...(this.closest(SURROUNDINGS)?.querySelectorAll(this.localName) ?? [])];
    const found = holders.map((holder) => [...holder.querySelectorAll("template")].filter(({ dataset }) => dataset.block));
    return found.find((templates) => templates.length) ?? [];
  }

  /** @returns {Context} */
  #context() {
    const tool = this.closest(SURROUNDINGS);
    return {
      moduleUrl: (tool instanceof HTMLElement && tool.dataset.moduleUrl) || "",
      table: () => this.#clone("table"),
      step: () => this.#clone("step"),
    };
  }

  /** A folded text would be missing on paper. */
  #openAll() {
    this.#openedForPrint = [...this.querySelectorAll("details")].filter((each) => !each.open);
    for (const details of this.#openedForPrint) details.open = true;
  }

  #closeAgain() {
    for (const details of this.#openedForPrint) details.open = false;
  }
}

/**
 * @typedef {object} Context what a block needs beside itself
 * @property {string} moduleUrl address of a module's page, with {id}
 * @property {() => HTMLElement | null} table a fresh copy of the page's table
 * @property {() => HTMLElement | null} step a fresh copy of the button that makes a step an action
 */
/** @type {Record<string, (root: HTMLElement, block: Block, context: Context) => void>} */
const RENDERERS = {
  points: drawPoints,
  bars: drawBars,
  pairs: drawPairs,
  table: (root, block) => fillTable(root, /** @type {any} */ (block)),
  list: drawList,
  details: (root, block) => drawTexts(root, /** @type {string[]} */ (block.items)),
  picture: (root, block, context) => void drawPicture(root, /** @type {any} */ (block), context.table),
};

/**
 * What comes right after the answer, each with the way to its module or question.
 * @param {HTMLElement} root
 * @param {Block} block
 * @param {Context} context
 */
function drawPoints(root, block, context) {
  for (const { name, text, tone, ...place } of /** @type {(ListItem & { name: string, tone?: string })[]} */ (block.rows)) {
    const row = fillRow(slot(root, "rows"), { name, text });
    if (row && tone) row.dataset.tone = tone;
    slot(row ?? root, "text")?.replaceChildren(linked({ text, ...place }, context));
  }
}

/**
 * Bars on a common scale, each with its number as text.
 * @param {HTMLElement} root
 * @param {Block} block
 */
function drawBars(root, block) {
  const percent = (/** @type {number} */ value) => `${Math.max(0, (100 * value) / (Number(block.maximum) || 100))}%`;
  const target = typeof block.target === "number" ? block.target : null;
  if (target !== null) root.style.setProperty("--target", percent(target));
  root.dataset.target = String(target ?? "none");
  for (const { label, value, shown, note, ...own } of /** @type {BarRow[]} */ (block.rows)) {
    const row = fillRow(slot(root, "rows"), { label, value: shown, note });
    if (!row) return;
    row.style.setProperty("--value", percent(value ?? 0));
    if (value === null) row.dataset.missing = "";
    else if (own.target !== undefined) row.dataset.reached = String(own.reached);
    else if (target !== null) row.dataset.reached = String(value >= target);
    if (own.target === undefined) continue;
    row.style.setProperty("--target", percent(own.target));
    row.toggleAttribute("data-aimed", true);
  }
}

/**
 * Two bars on a common scale for each row, then and now.
 * @param {HTMLElement} root
 * @param {Block} block
 */
function drawPairs(root, block) {
  const { maximum, then: thenWord, now: nowWord } = /** @type {any} */ (block);
  root.dataset.target = "none";
  for (const { then, now, ...shown } of /** @type {PairRow[]} */ (block.rows)) {
    const row = fillRow(slot(root, "rows"), { ...shown, then: thenWord, now: nowWord });
    for (const [time, value] of Object.entries({ then, now })) {
      const bar = row?.querySelector(`[data-time="${time}"]`);
      if (!(bar instanceof HTMLElement)) continue;
      bar.style.setProperty("--value", `${(100 * (value ?? 0)) / maximum}%`);
      bar.toggleAttribute("data-missing", value === null);
    }
  }
}

/**
 * @param {HTMLElement} root
 * @param {Block} block
 * @param {Context} context
 */
function drawList(root, block, context) {
  const items = /** @type {ListItem[]} */ (block.items).map((item) => linked(item, context));
  appendList(root, block.ordered ? "ol" : "ul", items);
}

/**
 * @param {ListItem} item
 * @param {Context} context
 * @returns {string | Node}
 */
function linked({ text, more, module, question, action }, { moduleUrl, step }) {
  const shown = new DocumentFragment();
  if (question) shown.append(link(`#q.${question}`, text));
  else shown.append(module ? link(moduleUrl.replace("{id}", module), text) : text);
  if (more) shown.append(more);
  const button = action === undefined ? null : step();
  if (button) button.dataset.step = action;
  if (button) shown.append(" ", button);
  return shown;
}

/**
 * @param {HTMLElement} root
 * @param {readonly string[]} texts
 */
function drawTexts(root, texts) {
  appendList(root, "ol", texts);
}

/**
 * @param {HTMLElement} root
 * @param {"ol" | "ul"} tag
 * @param {readonly (string | Node)[]} items
 */
function appendList(root, tag, items) {
  const list = document.createElement(tag);
  for (const item of items) {
    const made = document.createElement("li");
    made.append(item);
    list.append(made);
  }
  slot(root, "items")?.append(list);
}

/**
 * @param {string} address
 * @param {string} text
 */
function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}
