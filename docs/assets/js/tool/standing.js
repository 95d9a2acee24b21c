// @ts-check
/** What a tool's form says, about whom and since when, and what became of keeping it. */
import { sameAnswers } from "../store/answer-record.js";

/** @typedef {import("../store/answer-record.js").Answers} Answers */
/** @typedef {import("../store/answer-record.js").AsideDraft} AsideDraft */
/** @typedef {import("../store/answer-record.js").Draft} Draft */
/** @typedef {import("../store/answer-record.js").Given} Given */
/** @typedef {import("../store/shelves.js").Reason} Reason */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/**
 * reading: what is kept is not known yet; nothing: there is nothing to keep; writing; kept; example, shared: the form
 * holds one as it is, or what came with a link; removed: another window removed what this one had kept; else why the
 * browser refused.
 * @typedef {"reading" | "nothing" | "writing" | "kept" | "example" | "shared" | "removed" | Reason} State
 */
/** @typedef {Answers & { subject: Subject, stamp: string | null }} Standing what a form says, about whom, since when */
/**
 * @typedef {object} Page hears what happened
 * @property {() => void} stateChanged
 * @property {(other: AsideDraft, isOwn: boolean) => void} putAside another record was, before this one was
 *   written: because this window asked for it, or had not seen it
 * @property {() => void} removedElsewhere
 * @property {(before: Standing, by: Draft) => void} replacedElsewhere the form says now what another window wrote
 * @property {() => void} subjectChanged it has another name, or is another one, by another window's doing
 */

/** This moment as a record says it. */
export function now() {
  return new Date().toISOString();
}

/**
 * Whether the browser refused.
 * @param {State} state
 * @returns {state is Reason}
 */
export function isRefusal(state) {
  return ["blocked", "full", "renewed", "failed"].includes(state);
}

/**
 * The name of whom the answers in the form are about; what is not the reader's own is about nobody.
 * @param {{ state: State, subject: Subject }} keeper
 */
export function nameOf({ state, subject }) {
  return isForeign(state) ? "" : subject.name;
}

/**
 * Whether the form shows what is not the reader's own.
 * @param {State} state
 * @returns {state is "example" | "shared"}
 */
export function isForeign(state) {
  return state === "example" || state === "shared";
}

/**
 * @param {Given} given
 * @param {Given | null} before
 */
export function isNews(given, before) {
  return before === null || !sameAnswers(given, before);
}

/**
 * What is the reader's own where the form shows what is not.
 * @param {Standing} standing
 * @param {Draft | null} own what that stands in place of; null where it hides nothing
 * @returns {Standing}
 */
export function hidden(standing, own) {
  return { ...standing, input: {}, notes: {}, saved: "", scored: false, ...own, stamp: standing.stamp };
}
