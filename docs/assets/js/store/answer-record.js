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

/** Characters that the forms take, and no file may bring more: of a name, of an action, of a reason. */
export const LONGEST = { name: 80, action: 1000, reason: 2000 };
/** Milliseconds by which the clocks of two devices may differ. */
const APART = 3_600_000;
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
  wrong.push(...["respondent", "occasion"].filter((name) => rest[name] !== undefined && !isShort(rest[name], LONGEST.name)));
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
  if (!isObject(answers)) return leaves(others);
  // How sure somebody is of an answer is no other answer.
  const { confidence: _confidence, ...facts } = others;
  return Object.keys(answers).length + leaves(facts);
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
  if (typeof value !== "string" || !MOMENT.test(value) || Number.isNaN(Date.parse(value))) return false;
  // A 30th of February would be read as a day of March.
  const day = value.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

/**
 * @param {unknown} value
 * @param {number} longest how many characters it may have
 * @returns {value is string}
 */
export function isShort(value, longest) {
  return typeof value === "string" && value.length <= longest;
}

/**
 * Whether a moment is still to come: the clock that wrote it is wrong.
 * @param {string} moment ISO 8601
 */
export function isAhead(moment) {
  return Date.parse(moment) > Date.now() + APART;
}

/**
 * When a moment was, to compare it with others; one that is still to come is before all of them, so that it does not
 * beat what is changed from now on.
 * @param {string} moment ISO 8601
 * @returns {number} milliseconds
 */
export function timeOf(moment) {
  return isAhead(moment) ? -Infinity : Date.parse(moment);
}

/**
 * A moment that a record can carry; now in place of one that is still to come.
 * @param {string} moment ISO 8601
 */
export function notAhead(moment) {
  return isAhead(moment) ? new Date().toISOString() : moment;
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
