// @ts-check
/** Puts together what serves a tool's page from what stands on it. */
import { load } from "part:./acts.js";
import { ElementError } from "../elements/element-error.js";
import { Words } from "../elements/words.js";
import { storeOf } from "../store/answer-store.js";
import { ToolAnswers } from "./answers.js";
import { ComingActs } from "./coming-acts.js";
import { FileExchange, offerRaw } from "./file-exchange.js";
import { Keeper } from "./keeper.js";
import { KeptSigns } from "./kept-signs.js";
import { leaveEarly } from "./leaving.js";
import { followOtherWindows } from "./other-windows.js";
import { dataOf } from "./page-data.js";
import { ResultRecorder } from "./recording.js";
import { ReplacedResults } from "./replaced-results.js";
import { ToolResult } from "./result.js";
import { ToolSession } from "./session.js";
import { SubjectField } from "./subject-field.js";
import { TargetFields } from "./target-fields.js";
import { ToolReport } from "./tool-report.js";

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
  const showEarlier = () => void acts.here?.earlier.show();
  const recorder = new ResultRecorder(keeper, store, showEarlier);
  const replaced = new ReplacedResults({ ...shared, tool, changed: showEarlier }, signal);
  const result = new ToolResult({
    ...shared, ...{ scoring, failure, files, recorder },
    report: reportOf(element),
    errorSummary: errorSummaryOf(element),
    live: element.querySelector("[data-live]"),
  });
  const targets = new TargetFields({
    ...{ tool, keeper, store, scoring, words },
    place: element.querySelector("[data-targets]"),
    renew: async () => result.isTold && result.renew(),
  }, signal);
  const named = { id: tool, title: element.dataset.title ?? tool };
  const loadActs = async () => {
    /** @type {typeof import("./acts.js")} */
    const { ToolActs } = await load();
    return new ToolActs({
      ...shared, ...{ element, form, site, scoring, failure, files, result, tool: named },
      reports: {
        change: reportIn(element, "[data-change]"),
        onePage: reportIn(element, "[data-one-page]"),
        handed: reportIn(element, "dialog[data-handed] tool-report"),
      },
      goTo: (other) => session.goTo(other),
      changed: () => session.refresh(),
    }, signal);
  };
  const acts = new ComingActs({ load: loadActs, failure, words }, signal);
  // A result brings what can be done with it.
  element.addEventListener("reportshown", () => void acts.wait(), { signal });
  store.listen(() => acts.here ?? acts.begin(), signal);
  const session = new ToolSession({
    ...shared, ...{ acts, result, targets, signs, subjects, changed, replaced, tool: named },
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
