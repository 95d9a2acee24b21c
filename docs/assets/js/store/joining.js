// @ts-check
/** Joins two subjects that are one: what is about the first is about the second from then on, and can be parted again. */
import { sameAnswers, timeOf } from "./answer-record.js";
import { putAside } from "./drafts.js";
import { keyOf } from "./targets.js";

/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @typedef {Record<"drafts" | "aside" | "results" | "actions" | "settings", any[]>} Rows what is about a subject */
/**
 * @typedef {object} Joined
 * @property {Subject} from whose name is gone
 * @property {Subject} into
 * @property {Rows} before what was about either
 * @property {Rows} after what is about *into* now
 */

const TABLES = /** @type {const} */ (["drafts", "aside", "results", "actions", "settings"]);

/**
 * @param {Tables} tables
 * @param {Subject} from
 * @param {Subject} into another one
 * @param {() => string} newStamp
 * @returns {Promise<Joined>} of two sets of answers to one tool, or of targets, the later one stands; answers that
 *   do not stand are put aside
 */
export async function join(tables, from, into, newStamp) {
  const [moved, kept] = [await rowsAbout(tables, from), await rowsAbout(tables, into)];
  await removeRows(tables, moved);
  const subjectId = into.id;
  for (const row of moved.aside) await tables.aside.put({ ...row, subjectId });
  for (const row of moved.actions) await tables.actions.put({ ...row, subjectId });
  for (const row of moved.results) {
    if (!kept.results.some((other) => isSame(other, row))) await tables.results.put({ ...row, subjectId });
  }
  for (const row of moved.drafts) await moveDraft(tables, { ...row, subjectId, stamp: newStamp() });
  for (const row of moved.settings) await moveTargets(tables, { ...row, subjectId, name: keyOf(row.tool, subjectId) });
  await tables.subjects.delete(from.id);
  const before = Object.fromEntries(TABLES.map((name) => [name, [...moved[name], ...kept[name]]]));
  return { from, into, before: /** @type {Rows} */ (before), after: await rowsAbout(tables, into) };
}

/**
 * Whether two results are one that was kept under both names.
 * @param {any} one
 * @param {any} other
 */
function isSame(one, other) {
  const { tool, version, saved } = one;
  return tool === other.tool && version === other.version && saved === other.saved && sameAnswers(one, other);
}

/**
 * @param {Tables} tables
 * @param {any} draft
 */
async function moveDraft(tables, draft) {
  const kept = await tables.drafts.get([draft.tool, draft.version, draft.subjectId]);
  const isLater = !kept || timeOf(draft.saved) > timeOf(kept.saved);
  const other = isLater ? kept : draft;
  if (other && !sameAnswers(draft, kept)) await putAside(tables, other);
  if (isLater) await tables.drafts.put(draft);
}

/**
 * @param {Tables} tables
 * @param {any} targets
 */
async function moveTargets(tables, targets) {
  const kept = await tables.settings.get(targets.name);
  if (!kept || timeOf(targets.saved) > timeOf(kept.saved)) await tables.settings.put(targets);
}

/**
 * Undo a join.
 * @param {Tables} tables
 * @param {Joined} joined
 * @returns {Promise<boolean>} false where what was joined has been changed since; then nothing is undone
 */
export async function part(tables, { from, into, before, after }) {
  const now = await rowsAbout(tables, into);
  if (JSON.stringify(now) !== JSON.stringify(after)) return false;
  await removeRows(tables, now);
  for (const name of TABLES) for (const row of before[name]) await tables[name].put(row);
  await tables.subjects.put(from);
  return true;
}

/**
 * @param {Tables} tables
 * @param {Subject} subject
 * @returns {Promise<Rows>}
 */
async function rowsAbout(tables, { id }) {
  const settings = await tables.settings.all();
  return {
    drafts: await tables.drafts.about(id), aside: await tables.aside.about(id), results: await tables.results.about(id),
    actions: await tables.actions.about(id), settings: settings.filter((row) => row.subjectId === id),
  };
}

/**
 * @param {Tables} tables
 * @param {Rows} rows
 */
async function removeRows(tables, { drafts, aside, results, actions, settings }) {
  for (const { tool, version, subjectId } of drafts) await tables.drafts.delete([tool, version, subjectId]);
  for (const { number } of aside) await tables.aside.delete(number);
  for (const { id } of results) await tables.results.delete(id);
  for (const { id } of actions) await tables.actions.delete(id);
  for (const { name } of settings) await tables.settings.delete(name);
}
