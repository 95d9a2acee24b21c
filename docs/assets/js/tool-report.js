// @ts-check
/**
 * <tool-report>: shows the blocks of a report with the page's own templates.
 *
 * Each `<template data-block="KIND">` inside is cloned for a block of that kind; what a block lacks is
 * taken out of the clone.
 */
import { ElementError } from "./element-error.js";
import { drawPicture } from "./pictures/registry.js";
import { fillRow, fillSlots, slot } from "./slots.js";
import { fillTable } from "./report-table.js";

/** @typedef {import("./engine-client.js").Block} Block */
/** @typedef {{ id: string, label: string, value: number | null, shown: string, note?: string }} BarRow */
/** @typedef {{ text: string, module?: string, question?: string }} ListItem */

export class ToolReport extends HTMLElement {
  /** @type {AbortController | null} */
  #connection = null;
  /** @type {HTMLDetailsElement[]} */
  #openedForPrint = [];

  static define(tag = "tool-report", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  connectedCallback() {
    if (!this.querySelector("template[data-block]")) throw new ElementError(this, "needs <template data-block> inside");
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    addEventListener("beforeprint", () => this.#openAll(), { signal });
    addEventListener("afterprint", () => this.#closeAgain(), { signal });
  }

  disconnectedCallback() {
    this.#connection?.abort();
  }

  /** @param {readonly Block[]} blocks */
  show(blocks) {
    this.clear();
    for (const block of blocks) {
      const made = this.#render(block);
      if (made) this.append(made);
    }
    this.hidden = false;
  }

  /** Take the report away. */
  clear() {
    for (const child of [...this.children]) if (child.localName !== "template") child.remove();
    this.hidden = true;
  }

  /**
   * @param {Block} block
   * @returns {HTMLElement | null}
   */
  #render(block) {
    const root = this.#clone(block.kind);
    if (!root) return null;
    if (typeof block.tone === "string") root.dataset.tone = block.tone;
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
    for (const template of this.querySelectorAll("template")) {
      if (template.dataset.block !== kind) continue;
      const root = document.importNode(template.content, true).firstElementChild;
      if (root instanceof HTMLElement) return root;
    }
    console.warn(`The page has no template for report blocks of kind "${kind}".`);
    return null;
  }

  /** @returns {Context} */
  #context() {
    const tool = this.closest("tool-form");
    return {
      moduleUrl: (tool instanceof HTMLElement && tool.dataset.moduleUrl) || "",
      table: () => this.#clone("table"),
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
 */
/** @type {Record<string, (root: HTMLElement, block: Block, context: Context) => void>} */
const RENDERERS = {
  bars: drawBars,
  table: (root, block) => fillTable(root, /** @type {any} */ (block)),
  list: drawList,
  details: (root, block) => drawTexts(root, /** @type {string[]} */ (block.items)),
  picture: (root, block, { table }) => drawPicture(root, /** @type {any} */ (block), table),
};

/**
 * Bars on a common scale, with the same numbers as text beside each.
 * @param {HTMLElement} root
 * @param {Block} block
 */
function drawBars(root, block) {
  const maximum = Number(block.maximum) || 100;
  const holder = slot(root, "rows");
  if (typeof block.target === "number") root.style.setProperty("--target", `${(block.target / maximum) * 100}%`);
  else for (const mark of root.querySelectorAll("[data-target]")) mark.remove();
  for (const row of /** @type {BarRow[]} */ (block.rows)) {
    const made = fillRow(holder, { label: row.label, value: row.shown, note: row.note });
    if (!made) return;
    made.style.setProperty("--value", `${((row.value ?? 0) / maximum) * 100}%`);
    if (row.value === null) made.dataset.missing = "";
    else if (typeof block.target === "number") made.dataset.reached = String(row.value >= block.target);
    if (typeof block.target !== "number") for (const mark of made.querySelectorAll("[data-target]")) mark.remove();
  }
}

/**
 * @param {HTMLElement} root
 * @param {Block} block
 * @param {Context} context
 */
function drawList(root, block, { moduleUrl }) {
  const list = document.createElement(block.ordered ? "ol" : "ul");
  for (const item of /** @type {ListItem[]} */ (block.items)) {
    const made = document.createElement("li");
    const address = addressOf(item, moduleUrl);
    const words = address ? link(address, item.text) : document.createTextNode(item.text);
    made.append(words);
    list.append(made);
  }
  slot(root, "items")?.replaceWith(list);
}

/**
 * @param {ListItem} item
 * @param {string} moduleUrl
 */
function addressOf(item, moduleUrl) {
  if (item.question) return `#q.${item.question}`;
  return item.module ? moduleUrl.replace("{id}", item.module) : "";
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

/**
 * @param {HTMLElement} root
 * @param {readonly string[]} texts
 */
function drawTexts(root, texts) {
  const list = document.createElement("ol");
  for (const text of texts) {
    const item = document.createElement("li");
    item.textContent = text;
    list.append(item);
  }
  slot(root, "items")?.replaceWith(list);
}
