// @ts-check
/** Whom answers are about: names that are known on this device, whatever tool they were first typed in. */

/** @typedef {import("./shelves.js").Tables} Tables */
/**
 * @typedef {object} Subject
 * @property {string} id empty for answers without a name
 * @property {string} kind account, person, team or company
 * @property {string} name an alias, or empty
 */

/** What nobody sees in a name: controls, marks of direction, blanks without width, halves of letters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * A name without what nobody sees.
 * @param {string} name
 */
export function tidyName(name) {
  return name.replace(/[\t-\r]/gu, " ").replace(UNSEEN, "").replace(/\s+/gu, " ").trim();
}

/**
 * What two spellings of one name have in common.
 * @param {string} name
 */
export function nameKey(name) {
  return tidyName(name.normalize("NFKC")).toUpperCase().toLowerCase().normalize("NFKC");
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
  return { id: randomId(), kind, name: tidyName(name) };
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
