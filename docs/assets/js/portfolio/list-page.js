// @ts-check
/** What the page of a list brings along: questionnaires, how headers are read, words, how numbers are written. */
import { PageElement } from "../elements/page-element.js";
import { pageLocale } from "../elements/page-locale.js";
import { Words } from "../elements/words.js";
import { PROGRAMS } from "../form/marks.js";
import { ToolScoring } from "../tool/scoring.js";
import { ListDesk } from "./desk.js";
import { visit } from "./visit.js";

/** @typedef {import("./desk.js").ListFile} ListFile */

/** Bytes. A longer list fills the memory of a phone. */
const LARGEST = 50e6;

export class ListPage extends PageElement {
  words = new Words(document.createElement("div"));

  /** @param {ListFile} file */
  async deskOf(file) {
    const definition = JSON.stringify(await this.scoringOf(visit.work.tool).definition());
    return new ListDesk(this.worker, this.language, { definition, guide: this.guide }, file);
  }

  /**
   * What a file holds, or why it cannot be had.
   * @param {File} file
   * @returns {Promise<{ bytes: Uint8Array | null, refusal: string }>}
   */
  async bytesOf(file) {
    const { name } = file;
    if (file.size > LARGEST) return { bytes: null, refusal: this.words.say("too-large", { file: name, size: LARGEST / 1e6 }) };
    const content = await file.arrayBuffer().catch(() => null);
    return { bytes: content && new Uint8Array(content), refusal: content ? "" : this.words.say("unreadable", { file: name }) };
  }

  /** @param {string} tool */
  scoringOf(tool) {
    const mark = this.questionnaires[tool] ?? { definition: "", hash: "" };
    const definition = new URL(mark.definition, document.baseURI).href;
    return new ToolScoring({ definition, worker: this.worker }, mark.hash, this.language);
  }

  get worker() {
    return this.dataset.worker ? new URL(this.dataset.worker, document.baseURI).href : "";
  }

  get language() {
    return document.documentElement.dataset.language ?? "";
  }

  /** How the page's language writes numbers. @returns {import("../form/numbers.js").Marks} */
  get marks() {
    return this.dataset.numbers ? JSON.parse(this.dataset.numbers) : PROGRAMS;
  }

  /** How the page writes numbers. */
  get written() {
    const locale = pageLocale();
    return {
      number: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }),
      percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
      points: new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    };
  }

  /** @returns {Record<string, { title: string, address: string }>} */
  get tools() {
    return dataOf(this, "template[data-tools]");
  }

  /** @returns {Record<string, { definition: string, hash: string }>} every questionnaire that scores lists */
  get questionnaires() {
    return dataOf(this, "template[data-marks]");
  }

  /** @returns {import("./mapper.js").Guide} */
  get guide() {
    return dataOf(this, "template[data-guide]");
  }

  /** @returns {{ definition: string, hash: string }} the calculator that splits a resource */
  get allocation() {
    return dataOf(this, "template[data-allocation]");
  }

  /** @returns {Record<string, string>} tool -> a list to try the page with */
  get samples() {
    return dataOf(this, "template[data-samples]");
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
