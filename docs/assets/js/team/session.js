// @ts-check
/** A team's session in memory: whose answers are here, and what was agreed. Knows no page and no engine. */
import { sorted } from "../store/answer-record.js";
import { nameKey, tidyName } from "../store/subjects.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {"us" | "customer"} Side */
/** @typedef {{ status: string, text: string }} Standing what the engine says of an answer set: status ok counts */
/**
 * @typedef {object} Person
 * @property {number} id
 * @property {string} file the name of where it came from
 * @property {AnswerRecord} record without notes
 * @property {Side} side
 * @property {boolean} agreed whether these are the answers that the side agreed on
 * @property {"same" | "recomputed" | "changed"} match of its definition with that of the page
 * @property {Standing | null} standing null until the engine has looked at it
 */
/**
 * @typedef {object} SessionData
 * @property {string} tool empty until it is chosen
 * @property {Person[]} people
 * @property {string[]} refused sentences about files that are not used
 * @property {Record<string, number | "na">} answers that were agreed on
 * @property {Record<string, string>} reasons
 * @property {string[]} flags facts that the team states
 * @property {string} subject
 * @property {string} respondent in whose name the agreed result is kept; empty: the page's word for a team
 * @property {string} occasion
 * @property {string} invited aliases, one a line
 * @property {boolean} revealed
 * @property {boolean} sample whether the people are invented
 */

/** Answer sets that one session takes. */
export const MOST_PEOPLE = 200;

/** @returns {SessionData} */
export function newSession(tool = "") {
  return {
    tool, people: [], refused: [], answers: {}, reasons: {}, flags: [], subject: "", respondent: "", occasion: "",
    invited: "", revealed: false, sample: false,
  };
}

/** Whether a session holds nothing that anybody gave. @param {SessionData} data */
export function isEmpty({ people, answers, reasons, invited }) {
  return !people.length && !Object.keys(answers).length && !Object.keys(reasons).length && !invited.trim();
}

/**
 * The person whose answers these are already; undefined where nobody is.
 * @param {SessionData} data
 * @param {AnswerRecord} record
 */
export function sameAs({ people }, record) {
  return people.find((person) => isSame(person.record, record));
}

/**
 * @param {SessionData} data
 * @param {Pick<Person, "file" | "record" | "match"> & Partial<Person>} made
 */
export function addPerson(data, made) {
  const id = Math.max(0, ...data.people.map((person) => person.id)) + 1;
  data.people.push({ side: "us", agreed: false, standing: null, ...made, id });
  data.subject ||= made.record.subject;
}

/**
 * Take a person out; what takes that back brings the person alone, in the old place.
 * @param {SessionData} data
 * @param {Person} person
 * @returns {{ next: SessionData, back: (now: SessionData) => SessionData }}
 */
export function without(data, person) {
  const place = data.people.indexOf(person);
  return {
    next: { ...data, people: data.people.filter((each) => each !== person) },
    back: (now) => ({ ...now, people: [...now.people.slice(0, place), person, ...now.people.slice(place)] }),
  };
}

/**
 * What takes back that people were added: they alone go again.
 * @param {SessionData} before
 * @param {SessionData} after
 * @returns {(now: SessionData) => SessionData}
 */
export function withoutAdded(before, after) {
  const added = new Set(after.people.slice(before.people.length).map(({ id }) => id));
  return (now) => ({
    ...now, people: now.people.filter(({ id }) => !added.has(id)), refused: [],
    ...(now.subject === after.subject ? { subject: before.subject } : {}),
  });
}

/**
 * The answer sets of a side that the engine can read.
 * @param {SessionData} data
 * @param {Side} side
 */
export function peopleOf({ people }, side) {
  return people.filter((person) => person.side === side && person.standing?.status !== "refused");
}

/**
 * What the engine is given of a side: its people, or the one set that it agreed on, which must have a name.
 * @param {SessionData} data
 * @param {Side} side
 */
export function sideInput(data, side) {
  const [only, ...others] = peopleOf(data, side);
  if (only && !others.length && only.agreed && only.record.respondent) return only.record.input;
  return peopleOf(data, side).map(({ record }) => record.input);
}

/**
 * Invited aliases that no answer set has.
 * @param {SessionData} data
 */
export function missingOf({ invited, people }) {
  const here = new Set(people.map(({ record }) => nameKey(record.respondent ?? "")));
  return invited.split(/[\n,;，、；]/u).map((name) => name.trim()).filter((name) => name && !here.has(nameKey(name)));
}

/**
 * Whether another answer set has the same alias.
 * @param {SessionData} data
 * @param {Person} person
 */
export function hasNamesake({ people }, { id, record: { respondent = "" } }) {
  return Boolean(respondent) && people.some((other) => other.id !== id && nameKey(other.record.respondent ?? "") === nameKey(respondent));
}

/**
 * What the engine is given of the agreed answers.
 * @param {SessionData} data
 */
export function agreedInput({ answers, flags }) {
  return { answers: { ...answers }, flags: [...flags] };
}

/**
 * What a session needs of a record; notes stay with whoever wrote them.
 * @param {AnswerRecord} record
 * @returns {AnswerRecord}
 */
export function plain({ tool, version, hash, structure, saved, input, subject, respondent = "" }) {
  const { answers, flags, ...rest } = input;
  const given = { ...rest, ...(answers === undefined ? {} : { answers }), ...(flags === undefined ? {} : { flags }) };
  return { tool, version, hash, structure, saved, input: given, notes: {}, scored: false, subject: tidyName(subject), respondent: tidyName(respondent) };
}

/**
 * Two people may answer alike: their aliases tell them apart, and the moment where one has none.
 * @param {AnswerRecord} one
 * @param {AnswerRecord} other
 */
function isSame(one, other) {
  if (sorted(one.input) !== sorted(other.input)) return false;
  const names = [one, other].map(({ respondent = "" }) => nameKey(respondent));
  return names.every(Boolean) ? names[0] === names[1] : one.saved === other.saved;
}
