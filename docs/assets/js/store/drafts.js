// @ts-check
/**
 * What is done to the drafts of tools, each act in one transaction.
 *
 * Whoever writes says which record was seen last; what stands there and was never seen is put aside first.
 */
import { isDraft, sameAnswers } from "./answer-record.js";
import { writeResult } from "./results.js";
import { enter, leave, nobody } from "./subjects.js";
import { moveTargets, targetsOf } from "./targets.js";

/** @typedef {import("./actions.js").Action} Action */
/** @typedef {import("./answer-record.js").AsideDraft} AsideDraft */
/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./results.js").Result} Result */
/** @typedef {import("./results.js").Told} Told */
/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/**
 * @typedef {object} Kept what is kept about one subject for one tool
 * @property {Draft | null} draft of the wanted version, else of another
 * @property {unknown} damaged what stands in its place and cannot be read; null where nothing does
 * @property {AsideDraft[]} aside the latest first
 */
/**
 * @typedef {object} Writing
 * @property {Draft} draft its subjectId is that of *subject*
 * @property {Subject} subject
 * @property {string | null} seen the stamp of the record that the writer saw last; null where there was none
 * @property {boolean} [insist] write even where that record was removed
 * @property {AsideDraft} [instead] was put aside, and is taken from there
 * @property {readonly Draft[]} [puttingAside] are put aside in turn, the latest last
 * @property {Told} [told] of the result that was shown for the draft: it is kept with it
 */
/**
 * removed: nothing was written, because the record that the writer had seen is gone.
 * Otherwise *other* is what was put aside; *isOwn*: as the writer asked, and not because it was unseen; *recorded*: the
 * result, where it was told and is news.
 * @typedef {{ removed: true } | { removed: false, draft: Draft, subject: Subject, other: AsideDraft | null, isOwn: boolean,
 *   recorded: import("./results.js").Recorded | null }} Written
 */
/**
 * @typedef {object} Removed everything that was kept about a subject for a tool
 * @property {unknown[]} drafts
 * @property {unknown[]} aside
 * @property {unknown[]} results empty where they stayed
 * @property {unknown[]} actions empty where they stayed
 * @property {import("./targets.js").Targets | null} targets null where they stayed
 * @property {Subject | null} subject where it was forgotten with them
 */

/**
 * @param {Tables} tables
 * @param {string} tool
 * @param {string} version
 * @param {string} subjectId
 * @returns {Promise<Kept>}
 */
export async function readKept(tables, tool, version, subjectId) {
  const drafts = await tables.drafts.of(tool, subjectId);
  const aside = (await tables.aside.of(tool, subjectId)).reverse();
  const current = drafts.find((draft) => draft.version === version);
  const older = drafts.filter(isDraft).sort(latestFirst)[0];
  const draft = isDraft(current) ? current : current ? null : (older ?? null);
  const damaged = draft ? null : (current ?? drafts[0] ?? null);
  return { draft, damaged, aside };
}

/**
 * @param {Tables} tables
 * @param {Writing} writing
 * @returns {Promise<Written>}
 */
export async function writeDraft(tables, { draft, subject, seen, insist, instead, puttingAside = [], told }) {
  const { tool, version } = draft;
  const before = await tables.drafts.get([tool, version, subject.id]);
  if (!before && seen !== null && !insist) return { removed: true };
  const owner = await enter(tables, subject);
  const kept = owner.id === subject.id ? before : await tables.drafts.get([tool, version, owner.id]);
  const unseen = kept && !isKnown(kept, { draft, seen });
  let replaced = null;
  for (const each of puttingAside) replaced = await putAside(tables, each);
  const other = unseen ? await putAside(tables, kept) : replaced;
  if (instead) await tables.aside.delete(instead.number);
  const written = { ...draft, subjectId: owner.id };
  await tables.drafts.put(written);
  const recorded = told ? await writeResult(tables, written, told) : null;
  await rememberLast(tables, tool, owner.id);
  return { removed: false, draft: written, subject: owner, other, isOwn: !unseen, recorded };
}

/**
 * Write what a page was left with; what somebody else has written since stays, and this goes beside it.
 * @param {Tables} tables
 * @param {Writing} writing
 */
export async function finishDraft(tables, writing) {
  const { draft, subject: { id, kind, name } } = writing;
  // A page that was left early knew no name.
  const subject = name ? writing.subject : ((await tables.subjects.get(id)) ?? nobody(kind));
  const kept = await tables.drafts.get([draft.tool, draft.version, subject.id]);
  if (!kept || isKnown(kept, writing)) await writeDraft(tables, { ...writing, subject });
  else await putAside(tables, { ...draft, subjectId: subject.id });
}

/**
 * Keep a record beside the drafts, once.
 * @param {Tables} tables
 * @param {any} draft
 * @returns {Promise<AsideDraft>}
 */
export async function putAside(tables, draft) {
  const same = (await tables.aside.of(draft.tool, draft.subjectId)).find(
    (row) => isDraft(row) && isDraft(draft) && row.version === draft.version && sameAnswers(row, draft),
  );
  if (same) return same;
  const { number: _old, ...row } = draft;
  return { ...row, number: await tables.aside.put(row) };
}

/**
 * @param {Tables} tables
 * @param {string} tool
 * @param {string} subjectId
 * @param {{ results: boolean }} which whether results, actions and targets go too
 * @returns {Promise<Removed>}
 */
export async function removeAnswers(tables, tool, subjectId, which) {
  const drafts = await tables.drafts.of(tool, subjectId);
  const aside = await tables.aside.of(tool, subjectId);
  const results = which.results ? await tables.results.of(tool, subjectId) : [];
  const actions = which.results ? await tables.actions.of(tool, subjectId) : [];
  const targets = which.results ? await targetsOf(tables, tool, subjectId) : null;
  for (const { version } of drafts) await tables.drafts.delete([tool, version, subjectId]);
  for (const { number } of aside) await tables.aside.delete(number);
  for (const { id } of results) await tables.results.delete(id);
  for (const { id } of actions) await tables.actions.delete(id);
  if (targets) await tables.settings.delete(targets.name);
  const subject = await leave(tables, subjectId);
  return { drafts, aside, results, actions, targets, subject };
}

/**
 * Undo removeAnswers; what was written since is put aside.
 * @param {Tables} tables
 * @param {Removed} removed
 * @returns {Promise<Subject | null>} whom it is about now, where the subject was forgotten
 */
export async function putBack(tables, { drafts, aside, results, actions, targets, subject }) {
  const owner = subject ? await enter(tables, subject) : null;
  for (const row of /** @type {Draft[]} */ (drafts)) {
    const draft = owner ? { ...row, subjectId: owner.id } : row;
    const since = await tables.drafts.get([draft.tool, draft.version, draft.subjectId]);
    if (since && !sameAnswers(since, draft)) await putAside(tables, since);
    await tables.drafts.put(draft);
  }
  for (const row of aside) await tables.aside.put(row);
  const whose = owner ? { subjectId: owner.id } : {};
  for (const row of /** @type {Result[]} */ (results)) await tables.results.put({ ...row, ...whose });
  for (const row of /** @type {Action[]} */ (actions)) await tables.actions.put({ ...row, ...whose });
  if (targets) await moveTargets(tables, targets, owner?.id ?? targets.subjectId);
  return owner;
}

/**
 * Undo the writing of a draft; what was written since is put aside.
 * @param {Tables} tables
 * @param {{ draft: Draft, other: AsideDraft | null, before: Draft | null }} written other: what was put aside for it;
 *   before: what stood in its place, with a stamp of its own
 */
export async function takeBack(tables, { draft, other, before }) {
  const { tool, version, subjectId } = draft;
  const since = await tables.drafts.get([tool, version, subjectId]);
  if (since && !sameAnswers(since, draft)) await putAside(tables, since);
  if (other) await tables.aside.delete(other.number);
  if (before) return void (await tables.drafts.put(before));
  await tables.drafts.delete([tool, version, subjectId]);
  await leave(tables, subjectId);
}

/**
 * Give answers that have no name one that is new here.
 * @param {Tables} tables
 * @param {string} tool
 * @param {Subject} subject
 */
export async function nameAnswers(tables, tool, subject) {
  await tables.subjects.put(subject);
  for (const draft of await tables.drafts.of(tool, "")) {
    await tables.drafts.put({ ...draft, subjectId: subject.id });
    await tables.drafts.delete([tool, draft.version, ""]);
  }
  for (const table of [tables.aside, tables.results, tables.actions]) {
    for (const row of await table.of(tool, "")) await table.put({ ...row, subjectId: subject.id });
  }
  const targets = await targetsOf(tables, tool, "");
  if (targets) await moveTargets(tables, targets, subject.id);
  await rememberLast(tables, tool, subject.id);
}

/**
 * Undo nameAnswers.
 * @param {Tables} tables
 * @param {string} tool
 * @param {Subject} subject
 */
export async function unnameAnswers(tables, tool, subject) {
  const { targets, ...removed } = await removeAnswers(tables, tool, subject.id, { results: true });
  /** @param {unknown[]} rows */
  const nameless = (rows) => rows.map((row) => ({ .../** @type {object} */ (row), subjectId: "" }));
  await putBack(tables, {
    drafts: nameless(removed.drafts), aside: nameless(removed.aside), results: nameless(removed.results),
    actions: nameless(removed.actions), targets: targets && { ...targets, subjectId: "" }, subject: null,
  });
  await rememberLast(tables, tool, "");
}

/**
 * @param {Tables} tables
 * @param {string} tool
 * @param {string} subjectId
 */
export async function rememberLast(tables, tool, subjectId) {
  await tables.settings.put({ name: `last:${tool}`, value: subjectId });
}

/**
 * Whom this device worked on last with a tool; where nobody wrote that down, whom the latest answers are about.
 * @param {Tables} tables
 * @param {string} tool
 * @param {string | null} here whom this tab worked on last
 * @returns {Promise<string>} a subject's id, or empty
 */
export async function lastSubject(tables, tool, here) {
  if (here === "" || (here && (await tables.subjects.get(here)))) return here;
  const drafts = (await tables.drafts.all()).filter((draft) => draft.tool === tool);
  const { value: last } = (await tables.settings.get(`last:${tool}`)) ?? {};
  const latest = drafts.filter(isDraft).sort(latestFirst)[0] ?? drafts[0];
  return drafts.some((draft) => draft.subjectId === last) ? last : (latest?.subjectId ?? "");
}

/**
 * Whether a writer has seen a record, wrote it, or says the same.
 * @param {any} kept
 * @param {Pick<Writing, "draft" | "seen">} writing
 */
function isKnown(kept, { draft, seen }) {
  if (kept.stamp === seen || writerOf(kept.stamp) === writerOf(draft.stamp)) return true;
  return isDraft(kept) && sameAnswers(kept, draft);
}

/**
 * A stamp is the name of its writer, a point and a number.
 * @param {unknown} stamp
 */
function writerOf(stamp) {
  return typeof stamp === "string" && stamp.split(".", 1)[0];
}

/**
 * @param {Draft} one
 * @param {Draft} other
 */
function latestFirst(one, other) {
  return Date.parse(other.saved) - Date.parse(one.saved);
}
