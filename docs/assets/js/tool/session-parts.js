// @ts-check
/** Puts together what serves a tool's page from what stands on it. */
import { ElementError } from "../elements/element-error.js";
import { Words } from "../elements/words.js";
import { marksIn } from "../form/marks.js";
import { storeOf } from "../store/answer-store.js";
import { Adoption } from "./adoption.js";
import { ToolAnswers } from "./answers.js";
import { Comparison } from "./comparison.js";
import { EarlierResults } from "./earlier-results.js";
import { FileExchange, offerRaw } from "./file-exchange.js";
import { FileImport } from "./file-import.js";
import { HandedDialog } from "./handed-dialog.js";
import { Keeper } from "./keeper.js";
import { KeptSigns } from "./kept-signs.js";
import { leaveEarly } from "./leaving.js";
import { followOtherWindows } from "./other-windows.js";
import { OnePage } from "./one-page.js";
import { printSheet } from "./printing.js";
import { Receiving } from "./receiving.js";
import { ResultRecorder } from "./recording.js";
import { ReplacedResults } from "./replaced-results.js";
import { ToolResult } from "./result.js";
import { ToolSession } from "./session.js";
import { SubjectActions } from "./subject-actions.js";
import { SharedAnswers } from "./shared-answers.js";
import { share } from "./sharing.js";
import { SubjectField } from "./subject-field.js";
import { TargetFields } from "./target-fields.js";
import { ToolReport } from "./tool-report.js";
import { VersionNotices } from "./version-notices.js";

/** @typedef {import("./failure.js").Failure} Failure */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./scoring.js").ToolScoring} ToolScoring */
/**
 * @typedef {object} Page
 * @property {HTMLElement} element the <tool-form>
 * @property {HTMLFormElement} form
 * @property {ToolScoring} scoring
 * @property {Failure} failure
 * @property {Notices} notices
 * @property {() => void} changed called when a script changed the form
 * @property {AbortSignal} signal ends what listens
 */

/**
 * @param {Page} page
 * @returns {ToolSession}
 */
export function sessionOf({ element, form, scoring, failure, notices, changed, signal }) {
  const { site = "", tool = "", kind = "", version = "", hash = "", structure = "", subjectKind = "" } = element.dataset;
  const words = new Words(element);
  const mark = { tool, version, hash, structure };
  const store = storeOf(site);
  const answers = new ToolAnswers(form, kind);
  const keeper = new Keeper(answers, mark, subjectKind, store, {
    stateChanged: () => signs.showState(),
    putAside: (other, isOwn) => signs.showAside(other, isOwn ? "aside" : "other-put-aside"),
    removedElsewhere: () => signs.showRemoved(),
    replacedElsewhere: (before, by) => signs.showReplaced(before, by),
    subjectChanged: () => session.refresh(),
  });
  leaveEarly(keeper, answers, store, signal);
  const adoption = new Adoption({ answers, keeper, scoring, store, notices, words, changed: () => session.refresh() });
  const versions = new VersionNotices({ ...{ notices, words, adoption, failure, version }, history: dataOf(element, "history") ?? [] });
  const files = new FileExchange({ keeper, scoring, words });
  const shared = { answers, keeper, store, mark, notices, words };
  const signs = new KeptSigns({
    ...shared,
    bar: element.querySelector(".tool-status"),
    changed: () => session.refresh(),
    offer: () => session.result.offerAnswers(),
    download: (content) => offerRaw(tool, content),
  });
  const subject = form.elements.namedItem("subject");
  const subjects = new SubjectField({
    ...shared,
    tool,
    field: subject instanceof HTMLInputElement ? subject : null,
    goTo: (other) => session.goTo(other),
  }, signal);
  const opening = new FileImport({
    ...shared, ...{ versions, scoring, failure },
    marks: marksIn(form),
    choices: dataOf(element, "sheet-choices"),
    goTo: (other) => session.goTo(other),
    changed: () => session.refresh(),
  });
  const comparison = new Comparison({ ...shared, ...{ scoring, failure }, place: reportIn(element, "[data-change]") });
  const earlier = new EarlierResults({
    ...shared, ...{ tool, versions },
    place: element.querySelector("[data-earlier]"),
    compare: (other, button) => void comparison.show(other, button),
    changed: () => session.refresh(),
  }, signal);
  const handed = element.querySelector("dialog[data-handed]");
  const receiving = new Receiving({
    ...shared, ...{ form, scoring, failure },
    place: element.querySelector("[data-receives]"),
    dialog: handed instanceof HTMLDialogElement ? new HandedDialog(handed, signal) : null,
    goTo: (other) => session.goTo(other),
    changed: () => session.refresh(),
  }, signal);
  const actions = new SubjectActions({
    ...{ element, site, keeper, store, words },
    tool: { id: tool, title: element.dataset.title ?? tool },
    place: element.querySelector("[data-plan]"),
  }, signal);
  const recorder = new ResultRecorder(keeper, store, () => void earlier.show());
  const replaced = new ReplacedResults({ ...shared, tool, changed: () => void earlier.show() }, signal);
  const onePage = new OnePage({ ...shared, scoring, place: reportIn(element, "[data-one-page]") });
  const result = new ToolResult({
    ...shared, ...{ scoring, failure, files, recorder, onePage },
    report: reportOf(element),
    errorSummary: errorSummaryOf(element),
    live: element.querySelector("[data-live]"),
  });
  const targets = new TargetFields({
    ...{ tool, keeper, store, scoring, words },
    place: element.querySelector("[data-targets]"),
    renew: async () => result.isTold && result.renew(),
  }, signal);
  const linked = new SharedAnswers({ ...shared, ...{ element, comparison, result }, changed: () => session.refresh() });
  const session = new ToolSession({
    ...shared, ...{ result, actions, targets, comparison, earlier, receiving, signs, subjects, versions, opening, changed, linked, replaced },
    tool: { id: tool, title: element.dataset.title ?? tool },
    share: (button) => share({ keeper, scoring, failure, notices, words }, button),
    print: (button) => printSheet({ form, onePage, failure, words }, button),
  });
  followOtherWindows(keeper, () => session.refresh(), store, mark, signal);
  return session;
}

/**
 * Which kind of subject each tool is about.
 * @param {HTMLElement} element
 * @returns {Record<string, string>}
 */
export function subjectKinds(element) {
  return dataOf(element, "subject-kinds") ?? {};
}

/**
 * What the page says for scripts alone.
 * @param {HTMLElement} element
 * @param {string} name
 */
function dataOf(element, name) {
  const data = element.querySelector(`template[data-${name}]`);
  return data instanceof HTMLTemplateElement ? JSON.parse(data.content.textContent) : undefined;
}

/** @param {HTMLElement} element */
function reportOf(element) {
  const report = element.querySelector("[data-report]");
  // Instant navigation brings outer elements to life before those inside.
  if (report) customElements.upgrade(report);
  if (!(report instanceof ToolReport)) throw new ElementError(element, "needs a <tool-report data-report> inside");
  return report;
}

/**
 * @param {HTMLElement} element
 * @param {string} selector
 */
function reportIn(element, selector) {
  const place = element.querySelector(selector);
  if (place) customElements.upgrade(place);
  return place instanceof ToolReport ? place : null;
}

/** @param {HTMLElement} element */
function errorSummaryOf(element) {
  const summary = element.querySelector("[data-error-summary]");
  if (!(summary instanceof HTMLElement)) throw new ElementError(element, "needs a [data-error-summary] inside");
  return summary;
}
