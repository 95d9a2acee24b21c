// @ts-check
/**
 * Takes over what the first edition kept in localStorage: one text for each tool, version and subject, under
 * playbook:SITE:TOOL:VERSION:SUBJECT. It goes from there only when it stands in the tables.
 */
import { isDraft, isRecord, sameAnswers } from "./answer-record.js";
import { putAside, rememberLast } from "./drafts.js";
import { writeResult } from "./results.js";
import { enter, newSubject, nobody, subjectNamed } from "./subjects.js";

/** @typedef {import("./answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("./answer-record.js").Draft} Draft */
/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/**
 * @typedef {object} Leftover
 * @property {string} key
 * @property {string} text
 * @property {string} tool or checklist
 * @property {string} subject
 * @property {AnswerRecord | null} record null where it cannot be read
 */

/** @param {string} site */
export function prefixOf(site) {
  return `playbook:${encodeURIComponent(site)}:`;
}

/**
 * @param {string} site
 * @returns {Leftover[]} none where the browser keeps its storage from the page
 */
export function readLeftovers(site) {
  try {
    const storage = localStorage;
    const keys = Object.keys(storage).filter((key) => key.startsWith(prefixOf(site)));
    return keys.flatMap((key) => leftoverOf(key, storage.getItem(key) ?? ""));
  } catch {
    return [];
  }
}

/**
 * Put what can be read into the tables, never over something newer there.
 * @param {Tables} tables
 * @param {readonly Leftover[]} leftovers
 * @param {Readonly<Record<string, string>>} kinds tool -> the kind of its subjects; others wait for their page
 * @param {() => string} newStamp
 * @returns {Promise<Leftover[]>} those that may go from where they were
 */
export async function takeOver(tables, leftovers, kinds, newStamp) {
  const taken = [];
  const ordered = [...leftovers].sort((one, other) => Date.parse(one.record?.saved ?? "") - Date.parse(other.record?.saved ?? ""));
  for (const leftover of ordered) {
    const { record, tool } = leftover;
    if (!record) continue;
    const kind = kinds[tool];
    if (isChecklist(record)) await takeChecklist(tables, record);
    else if (kind) await takeAnswers(tables, record, kind, newStamp());
    else continue;
    taken.push(leftover);
  }
  return taken;
}

/**
 * Remove leftovers, but not what another window wrote since they were read.
 * @param {readonly Leftover[]} leftovers
 */
export function removeLeftovers(leftovers) {
  for (const { key, text } of leftovers) {
    try {
      if (localStorage.getItem(key) === text) localStorage.removeItem(key);
    } catch {
      // It stands in the tables too, and is recognised there next time.
    }
  }
}

/** @param {readonly Leftover[]} leftovers that were removed */
export function restoreLeftovers(leftovers) {
  for (const { key, text } of leftovers) {
    try {
      localStorage.setItem(key, text);
    } catch {
      // Nobody could read it, and there is no room for it.
    }
  }
}

/**
 * @param {string} key
 * @param {string} text
 * @returns {Leftover[]} none where the key is nobody's
 */
function leftoverOf(key, text) {
  const parts = key.split(":").map(decoded);
  if (parts.length !== 5 || parts.includes(null)) return [];
  const [, , tool = "", version, subject = ""] = /** @type {string[]} */ (parts);
  const value = parsed(text);
  const fits = isRecord(value) && value.tool === tool && value.version === version && value.subject === subject;
  return [{ key, text, tool, subject, record: fits ? { ...value, scored: value.scored === true } : null }];
}

/**
 * @param {Tables} tables
 * @param {AnswerRecord} record
 * @param {string} kind
 * @param {string} stamp
 */
async function takeAnswers(tables, record, kind, stamp) {
  const { subject: name, tool, version, hash, structure, saved, input, notes, scored } = record;
  const known = await subjectNamed(tables, kind, name);
  const subject = name.trim() ? await enter(tables, known ?? newSubject(kind, name)) : nobody(kind);
  const draft = { tool, version, subjectId: subject.id, hash, structure, saved, input, notes, scored, stamp };
  if (scored) await writeResult(tables, draft, null);
  const kept = await tables.drafts.get([tool, version, subject.id]);
  if (isDraft(kept) && sameAnswers(kept, draft)) return;
  if (kept && !(isDraft(kept) && Date.parse(kept.saved) < Date.parse(saved))) {
    await putAside(tables, draft);
    return;
  }
  if (kept) await putAside(tables, kept);
  await tables.drafts.put(draft);
  await rememberLast(tables, tool, subject.id);
}

/**
 * @param {Tables} tables
 * @param {AnswerRecord} record
 */
async function takeChecklist(tables, { tool, input }) {
  const kept = await tables.checklists.get(tool);
  const ticked = /** @type {string[]} */ (input.ticked).filter((name) => typeof name === "string");
  await tables.checklists.put({ id: tool, ticked: [...new Set([...(kept?.ticked ?? []), ...ticked])] });
}

/** @param {AnswerRecord} record */
function isChecklist({ hash, structure, input }) {
  return hash === "" && structure === "" && Array.isArray(input.ticked);
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
