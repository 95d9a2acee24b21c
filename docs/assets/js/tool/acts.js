// @ts-check
/**
 * What a reader can do with answers and results beside giving and scoring them: compare, plan, print, share, open a
 * file or a link, bring in results of other tools, go on with another version. Loaded on demand, so it is handed
 * whatever remembers something.
 */
import { marksIn } from "../form/marks.js";
import { Adoption } from "./adoption.js";
import { Comparison } from "./comparison.js";
import { EarlierResults } from "./earlier-results.js";
import { FileImport } from "./file-import.js";
import { HandedDialog } from "./handed-dialog.js";
import { OnePage } from "./one-page.js";
import { dataOf } from "./page-data.js";
import { printSheet } from "./printing.js";
import { Receiving } from "./receiving.js";
import { SharedAnswers } from "./shared-answers.js";
import { share } from "./sharing.js";
import { SubjectActions } from "./subject-actions.js";
import { labelOf } from "./telling.js";
import { VersionNotices } from "./version-notices.js";

/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("./tool-report.js").ToolReport} ToolReport */
/**
 * @typedef {object} Page
 * @property {HTMLElement} element the <tool-form>
 * @property {HTMLFormElement} form
 * @property {string} site
 * @property {{ id: string, title: string }} tool
 * @property {import("../store/answer-record.js").DefinitionMark} mark of the definition that the page shows
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("../store/answer-store.js").AnswerStore} store
 * @property {import("./scoring.js").ToolScoring} scoring
 * @property {import("./failure.js").Failure} failure
 * @property {import("./file-exchange.js").FileExchange} files
 * @property {import("./notices.js").Notices} notices
 * @property {import("./result.js").ToolResult} result
 * @property {import("../elements/words.js").Words} words
 * @property {{ change: ToolReport | null, onePage: ToolReport | null, handed: ToolReport | null }} reports where a
 *   comparison, the one page and what another tool hands over are shown
 * @property {(subject: Subject) => Promise<boolean>} goTo shows what is kept about another subject
 * @property {() => void} changed called when the form says something else
 */

export class ToolActs {
  #page;
  #actions;
  #onePage;
  #receiving;
  comparison;
  earlier;
  linked;
  opening;
  versions;

  /**
   * @param {Page} page
   * @param {AbortSignal} signal ends what listens
   */
  constructor(page, signal) {
    const { element, form, reports, tool } = (this.#page = page);
    const shared = { ...page, tool: tool.id };
    this.versions = new VersionNotices({
      ...page,
      version: page.mark.version,
      adoption: new Adoption(page),
      history: dataOf(element, "history") ?? [],
    });
    this.opening = new FileImport({
      ...page, versions: this.versions,
      marks: marksIn(form),
      choices: dataOf(element, "sheet-choices"),
    });
    this.comparison = new Comparison({ ...page, place: reports.change });
    this.earlier = new EarlierResults({
      ...shared, versions: this.versions,
      place: element.querySelector("[data-earlier]"),
      compare: (other, button) => void this.comparison.show(other, button),
    }, signal);
    const handed = element.querySelector("dialog[data-handed]");
    this.#receiving = new Receiving({
      ...page,
      place: element.querySelector("[data-receives]"),
      dialog: handed instanceof HTMLDialogElement ? new HandedDialog(handed, reports.handed, signal) : null,
    }, signal);
    this.#actions = new SubjectActions({ ...page, place: element.querySelector("[data-plan]") }, signal);
    this.#onePage = new OnePage({ ...page, place: reports.onePage });
    this.linked = new SharedAnswers({ ...page, comparison: this.comparison });
  }

  /** Show what this device keeps about the subject in the form, once that is known, and what other tools can hand over. */
  async show() {
    if (this.#page.keeper.state === "reading") return;
    await Promise.all([this.earlier.show(), this.#receiving.show(), this.#actions.show()]);
  }

  /** The form says something else now, by no act of the reader in it. */
  refresh() {
    this.comparison.close();
    this.linked.letGo();
  }

  /** @param {HTMLElement} button that was pressed */
  share(button) {
    return share(this.#page, button);
  }

  /** @param {HTMLElement} button that was pressed */
  print(button) {
    return printSheet({ ...this.#page, onePage: this.#onePage }, button);
  }

  /**
   * Hand out the report that is shown.
   * @param {import("./file-exchange.js").Format} format
   * @param {HTMLElement} button that was pressed
   */
  async offerReport(format, button) {
    const { failure, files, keeper, words } = this.#page;
    try {
      await files.offerReport(format, labelOf(words, keeper), await this.#onePage.about());
    } catch (error) {
      console.error(error);
      await failure.show(button);
    }
  }
}
