// @ts-check
/** Joins what a file of a device holds with what stands here: nothing twice, and nothing gives way unseen. */
import { isAction, isDay, tidy } from "./actions.js";
import { dayOf } from "./answer-file.js";
import { isAhead, isDraft, isObject, notAhead, sameAnswers, sorted, timeOf } from "./answer-record.js";
import { putAside } from "./drafts.js";
import { meet } from "./meeting.js";
import { isResult } from "./results.js";
import { isSubject, randomId } from "./subjects.js";
import { areTargets, isTargets, keyOf, targetsOf } from "./targets.js";

/** @typedef {import("./actions.js").Action} Action */
/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./results.js").Result} Result */
/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/**
 * @typedef {object} Merged
 * @property {number} results that were not here before
 * @property {number} answers to tools that were not here before
 * @property {number} actions that were not here before, or were changed later there
 * @property {number} targets likewise, one for each tool and subject
 * @property {number} known entries that stood here already
 * @property {number} unreadable entries that this edition cannot read: they were left out
 * @property {number} ahead of those that came in, how many carry this day instead of one that is still to come
 * @property {import("./meeting.js").Renamed[]} renamed subjects that got a later name
 */
/** @typedef {Record<string, unknown[]>} Rows name of a table -> its rows, whoever wrote them */

/**
 * @param {Tables} tables
 * @param {Rows} rows
 * @param {() => string} newStamp
 * @returns {Promise<Merged>}
 */
export async function merge(tables, rows, newStamp) {
  const merged = { results: 0, answers: 0, actions: 0, targets: 0, known: 0, unreadable: 0, ahead: 0 };
  const { fits: named, rest: nameless } = parted(rows.subjects, isSubject);
  const { fits: drafts, rest: noDrafts } = parted([...(rows.drafts ?? []), ...(rows.aside ?? [])], isDraft);
  const { fits: results, rest: noResults } = parted(rows.results, isResult);
  const { fits: actions, rest: noActions } = parted(rows.actions, isAction);
  const { fits: targets, rest: noTargets } = parted(targetRows(rows.settings), isTargets);
  const { fits: lists, rest: noLists } = parted(rows.checklists, isChecklist);
  merged.unreadable = [nameless, noDrafts, noResults, noActions, noTargets, noLists].flat().length;
  const { ids, renamed } = await meet(tables, named);
  const kept = new KeptResults(tables);
  /**
   * @template {{ subjectId: string, saved: string }} Row
   * @param {Row[]} each
   * @param {"results" | "answers" | "actions" | "targets"} name
   * @param {(row: Row) => Promise<boolean>} add
   */
  const addEach = async (each, name, add) => {
    for (const row of each) {
      const subjectId = row.subjectId ? ids.get(row.subjectId) : "";
      const isNew = subjectId !== undefined && (await add({ ...row, subjectId }));
      merged[subjectId === undefined ? "unreadable" : isNew ? name : "known"] += 1;
      if (isNew && isAhead(row.saved)) merged.ahead += 1;
    }
  };
  await addEach(results, "results", (row) => kept.add(row));
  await addEach(drafts, "answers", (row) => addDraft(tables, { ...row, stamp: newStamp() }));
  await addEach(actions, "actions", (row) => addAction(tables, row));
  await addEach(targets, "targets", (row) => addTargets(tables, row));
  for (const { id, ticked } of lists) {
    const kept = (await tables.checklists.get(id))?.ticked ?? [];
    await tables.checklists.put({ id, ticked: [...new Set([...kept, ...ticked])] });
  }
  return { ...merged, renamed };
}

/** The results here, read once for each tool and subject. */
class KeptResults {
  #tables;
  /** @type {Map<string, Set<string>>} tool and subject -> what tells its results apart */
  #marks = new Map();

  /** @param {Tables} tables */
  constructor(tables) {
    this.#tables = tables;
  }

  /**
   * @param {Result} result
   * @returns {Promise<boolean>} false where it stands here already
   */
  async add(result) {
    const { tool, subjectId, id } = result;
    const key = JSON.stringify([tool, subjectId]);
    const marks = this.#marks.get(key) ?? new Set((await this.#tables.results.of(tool, subjectId)).flatMap(marksOf));
    this.#marks.set(key, marks);
    const [mark = "", undated = ""] = marksOf(result);
    if (marks.has(isAhead(result.saved) ? undated : mark)) return false;
    const isTaken = await this.#tables.results.get(id);
    const saved = notAhead(result.saved);
    const day = saved === result.saved && isDay(result.day) ? result.day : dayOf(saved);
    await this.#tables.results.put({ ...result, ...(isTaken && { id: randomId() }), saved, day });
    marks.add(mark).add(undated);
    return true;
  }
}

/**
 * What tells results apart, with and without their moment: a file may have given one that is still to come.
 * @param {Result} result
 */
function marksOf({ version, saved, input, notes }) {
  return [saved, ""].map((moment) => JSON.stringify([version, moment, sorted([input, notes])]));
}

/**
 * The later answers stand; the others are put aside.
 * @param {Tables} tables
 * @param {Draft & { number?: number }} draft
 * @returns {Promise<boolean>} false where it stands here already
 */
async function addDraft(tables, { number: _number, ...draft }) {
  const { tool, version, subjectId } = draft;
  const kept = await tables.drafts.get([tool, version, subjectId]);
  const aside = (await tables.aside.of(tool, subjectId)).filter(isDraft);
  if ([kept, ...aside].some((other) => isDraft(other) && other.version === version && sameAnswers(other, draft))) return false;
  const isLater = !isDraft(kept) || timeOf(draft.saved) > timeOf(kept.saved);
  const dated = { ...draft, saved: notAhead(draft.saved) };
  if (isLater && kept) await putAside(tables, kept);
  if (isLater) await tables.drafts.put(dated);
  else await putAside(tables, dated);
  return true;
}

/**
 * Of two states of one action the later one stands.
 * @param {Tables} tables
 * @param {Action} action
 * @returns {Promise<boolean>} false where it, or a later state of it, stands here already
 */
async function addAction(tables, action) {
  const { id, tool, made } = action;
  const kept = await tables.actions.get(id);
  const isTaken = kept && !(isAction(kept) && kept.tool === tool && kept.made === made);
  if (isTaken) return addAction(tables, { ...action, id: `${id}.${made}` });
  if (kept && timeOf(kept.saved) >= timeOf(action.saved)) return false;
  const { text, owner, due, state, subjectId, saved } = action;
  await tables.actions.put({ id, tool, subjectId, ...tidy({ text, owner, due, state }), made, saved: notAhead(saved) });
  return true;
}

/**
 * Of two sets of targets the later one stands.
 * @param {Tables} tables
 * @param {import("./targets.js").Targets} row
 * @returns {Promise<boolean>} false where they, or later ones, stand here already
 */
async function addTargets(tables, { tool, subjectId, saved, targets }) {
  const kept = await targetsOf(tables, tool, subjectId);
  if (kept && timeOf(kept.saved) >= timeOf(saved)) return false;
  await tables.settings.put({ name: keyOf(tool, subjectId), tool, subjectId, saved: notAhead(saved), targets });
  return true;
}

/**
 * @param {unknown} rows of the settings; the others are of the device that wrote them
 * @returns {unknown[]}
 */
function targetRows(rows) {
  return Array.isArray(rows) ? rows.filter(areTargets) : [];
}

/**
 * @template {object} Row
 * @param {unknown} rows
 * @param {(row: unknown) => row is Row} fits
 * @returns {{ fits: Row[], rest: unknown[] }}
 */
function parted(rows, fits) {
  const all = Array.isArray(rows) ? rows : [];
  return { fits: all.filter(fits), rest: all.filter((row) => !fits(row)) };
}

/**
 * @param {unknown} row
 * @returns {row is { id: string, ticked: string[] }}
 */
function isChecklist(row) {
  return isObject(row) && typeof row.id === "string" && Array.isArray(row.ticked) &&
    row.ticked.every((name) => typeof name === "string");
}
