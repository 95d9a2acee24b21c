// @ts-check
/** Whom answers are about: names that are known on this device, whatever tool they were first typed in. */
import { LONGEST, isObject, isShort } from "./answer-record.js";

/** @typedef {import("./shelves.js").Tables} Tables */
/**
 * @typedef {object} Subject
 * @property {string} id empty for answers without a name
 * @property {string} kind account, person, team or company
 * @property {string} name an alias, or empty
 * @property {string} [named] the moment when it got that name, ISO 8601; missing where nobody wrote that down
 */

const KINDS = ["account", "person", "team", "company"];
/** What nobody sees in a name: controls, marks of direction, blanks without width, halves of letters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** What does not count between two spellings: also what only joins, parts or varies the letters beside it. */
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * A name without what nobody sees; empty where there is nothing else. What joins the parts of one emoji stays.
 * @param {string} name
 */
export function tidyName(name) {
  const tidy = name.replace(/[\t-\r]/gu, " ").replace(UNSEEN, "").replace(/\s+/gu, " ").trim();
  return tidy.replace(IGNORED, "").trim() ? tidy : "";
}

/**
 * What two spellings of one name have in common.
 * @param {string} name
 */
export function nameKey(name) {
  const seen = tidyName(name.normalize("NFKC")).replace(IGNORED, "");
  return tidyName(seen).toUpperCase().toLowerCase().normalize("NFKC");
}

/**
 * Whether a value has the shape of a subject, whoever wrote it.
 * @param {unknown} value
 * @returns {value is Subject}
 */
export function isSubject(value) {
  if (!isObject(value) || typeof value.id !== "string" || value.id === "") return false;
  return KINDS.some((kind) => kind === value.kind) && isShort(value.name, LONGEST.name);
}

/**
 * @param {string} kind
 * @returns {Subject}
 */
export function nobody(kind) {
  return { id: "", kind, name: "" };
}

/**
 * @param {string} kind
 * @param {string} name
 * @returns {Subject} one that this device does not know yet
 */
export function newSubject(kind, name) {
  return named({ id: randomId(), kind, name: "" }, name);
}

/**
 * A subject with a name that it gets now.
 * @param {Subject} subject
 * @param {string} name
 * @returns {Subject}
 */
export function named(subject, name) {
  return { ...subject, name: tidyName(name), named: new Date().toISOString() };
}

/**
 * @param {Tables} tables
 * @param {string} kind
 * @returns {Promise<Subject[]>}
 */
export async function subjectsOf(tables, kind) {
  const all = /** @type {Subject[]} */ (await tables.subjects.all());
  return all.filter((each) => each.kind === kind);
}

/**
 * @param {Tables} tables
 * @param {string} kind
 * @param {string} name in any spelling
 * @returns {Promise<Subject | null>}
 */
export async function subjectNamed(tables, kind, name) {
  const key = nameKey(name);
  if (!key) return nobody(kind);
  return (await subjectsOf(tables, kind)).find((each) => nameKey(each.name) === key) ?? null;
}

/**
 * The subject as it is known here; where it is not, it will be.
 * @param {Tables} tables
 * @param {Subject} subject
 * @returns {Promise<Subject>}
 */
export async function enter(tables, subject) {
  if (!subject.id) return subject;
  const known = (await tables.subjects.get(subject.id)) ?? (await subjectNamed(tables, subject.kind, subject.name));
  if (!known) await tables.subjects.put(subject);
  return known ?? subject;
}

/**
 * Forget a subject that nothing is about any more.
 * @param {Tables} tables
 * @param {string} id
 * @returns {Promise<Subject | null>} what was forgotten
 */
export async function leave(tables, id) {
  const subject = id ? ((await tables.subjects.get(id)) ?? null) : null;
  if (!subject || (await isUsed(tables, id))) return null;
  await tables.subjects.delete(id);
  return subject;
}

/**
 * Whether any tool has answers about a subject, a result, something to do or to reach.
 * @param {Tables} tables
 * @param {string} id
 */
export async function isUsed(tables, id) {
  for (const table of [tables.drafts, tables.aside, tables.results, tables.actions]) {
    if ((await table.about(id)).length) return true;
  }
  return (await tables.settings.all()).some((row) => row.subjectId === id);
}

/** An id that nothing else has; also where the page has no crypto.randomUUID, as without https. */
export function randomId() {
  return [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
}
