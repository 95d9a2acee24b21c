// @ts-check
/** What is kept of one tool's answers about one subject, and whether something is such a record. */

/**
 * @typedef {object} DefinitionMark
 * @property {string} tool
 * @property {string} version of the definition that was answered
 * @property {string} hash of that definition
 * @property {string} structure of that definition: ids and scales without words
 */
/**
 * @typedef {object} Given
 * @property {Record<string, unknown>} input what the engine reads
 * @property {Record<string, string>} notes question id -> note
 */
/**
 * @typedef {object} Circumstances
 * @property {string} [respondent] who answered, an alias; empty or absent where nobody said
 * @property {string} [occasion] such as kick-off
 */
/**
 * @typedef {object} When
 * @property {string} saved the moment of the last changed answer, as ISO 8601
 * @property {boolean} scored whether the report was shown
 */
/** @typedef {DefinitionMark & Given & When & Circumstances} Answers */
/** @typedef {Answers & { subject: string }} AnswerRecord as it stands in a file; subject is an alias, or empty */
/**
 * As it stands in the store: subjectId is empty for answers without a name; each write has a stamp of its own.
 * @typedef {Answers & { subjectId: string, stamp: string }} Draft
 */
/** @typedef {Draft & { number: number }} AsideDraft put aside, the latest with the highest number */

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Whether a value has the shape of a record, whoever wrote it.
 * @param {unknown} value
 * @returns {value is AnswerRecord}
 */
export function isRecord(value) {
  return isAnswers(value) && typeof (/** @type {{ subject?: unknown }} */ (value).subject) === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Draft}
 */
export function isDraft(value) {
  if (!isAnswers(value)) return false;
  const { subjectId, stamp } = /** @type {{ subjectId?: unknown, stamp?: unknown }} */ (value);
  return typeof subjectId === "string" && typeof stamp === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Answers}
 */
function isAnswers(value) {
  return isObject(value) && !wrongParts(value).length;
}

/**
 * Which parts of a record are not what they should be.
 * @param {Record<string, unknown>} value
 * @returns {string[]} paths
 */
export function wrongParts({ saved, input, notes, ...rest }) {
  const wrong = ["tool", "version", "hash", "structure"].filter((name) => typeof rest[name] !== "string");
  if (!isMoment(saved)) wrong.push("saved");
  wrong.push(...["respondent", "occasion"].filter((name) => !["string", "undefined"].includes(typeof rest[name])));
  if (!isObject(input)) wrong.push("input");
  if (!isObject(notes)) return [...wrong, "notes"];
  const names = Object.keys(notes).filter((name) => typeof notes[name] !== "string");
  return [...wrong, ...names.map((name) => `notes.${name}`)];
}

/**
 * Whether two records say the same, whenever they were written.
 * @param {Given} one
 * @param {Given} other
 */
export function sameAnswers(one, other) {
  return sorted([one.input, one.notes]) === sorted([other.input, other.notes]);
}

/**
 * How many answers a record holds: questions answered and facts ticked, or fields filled in.
 * @param {Given["input"]} input
 * @returns {number}
 */
export function countAnswers({ answers, ...others }) {
  return (isObject(answers) ? Object.keys(answers).length : 0) + leaves(others);
}

/**
 * Whether a record holds neither an answer nor a note.
 * @param {Given} given
 */
export function saysNothing({ input, notes }) {
  return !countAnswers(input) && !Object.keys(notes).length;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string} ISO 8601
 */
export function isMoment(value) {
  return typeof value === "string" && MOMENT.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * A value as a text that is the same whatever the order of its keys.
 * @param {unknown} value
 */
export function sorted(value) {
  return JSON.stringify(value, (_name, part) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}

/**
 * @param {unknown} value
 * @returns {number}
 */
function leaves(value) {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum, part) => sum + leaves(part), 0);
}
