// @ts-check
/** What a list of results shows: one line for each tool and subject, the latest first. Knows no page. */
import { sameAnswers, saysNothing } from "../store/answer-record.js";
import { nobody } from "../store/subjects.js";

/** @typedef {import("../store/answer-record.js").Draft} Draft */
/** @typedef {import("../store/result-store.js").Kept} Kept */
/** @typedef {import("../store/results.js").Result} Result */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/**
 * @typedef {object} Line
 * @property {string} tool
 * @property {Subject} subject
 * @property {Result[]} results the latest first
 * @property {Draft | null} draft answers that are not those of the latest result; null where there are none
 * @property {string} changed the moment of the last changed answer, ISO 8601
 */

/**
 * @param {Kept} kept
 * @param {Readonly<Record<string, string>>} kinds tool -> the kind of its subjects
 * @returns {Line[]}
 */
export function linesOf({ results, drafts, subjects }, kinds) {
  const known = new Map(subjects.map((subject) => [subject.id, subject]));
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @param {Result | Draft} row */
  const lineOf = ({ tool, subjectId, saved }) => {
    const key = JSON.stringify([tool, subjectId]);
    // What became of a subject in another window may be gone: its rows are not those of answers without a name.
    const subject = known.get(subjectId) ?? { ...nobody(kinds[tool] ?? ""), id: subjectId };
    const line = lines.get(key) ?? { tool, subject, results: [], draft: null, changed: saved };
    lines.set(key, line);
    return line;
  };
  for (const result of results) lineOf(result).results.push(result);
  for (const draft of drafts.filter((each) => !saysNothing(each))) {
    const line = lineOf(draft);
    const isNews = !line.results.some((result) => sameAnswers(result, draft));
    const isLater = !line.draft || Date.parse(line.draft.saved) < Date.parse(draft.saved);
    if (isNews && isLater) line.draft = draft;
    if (Date.parse(draft.saved) > Date.parse(line.changed)) line.changed = draft.saved;
  }
  return [...lines.values()].sort((one, other) => Date.parse(other.changed) - Date.parse(one.changed));
}

/**
 * How the latest result stands to the one before it.
 * @param {Line} line
 * @returns {"better" | "worse" | "same" | ""} empty where there is nothing to say
 */
export function trendOf({ results: [now, before] }) {
  const [high, low] = [now?.told?.number, before?.told?.number];
  if (typeof high !== "number" || typeof low !== "number" || now?.told?.high_is_good === null) return "";
  if (high === low) return "same";
  return high > low === now?.told?.high_is_good ? "better" : "worse";
}
