// @ts-check
/** A session as a file that opens here again: answer sets under their aliases, without notes, and what was agreed. */
import { LONGEST, isMoment, isObject, isRecord, notAhead } from "../store/answer-record.js";
import { tidyName } from "../store/subjects.js";
import { MOST_PEOPLE, addPerson, newSession, plain } from "./session.js";

/** @typedef {import("./session.js").SessionData} SessionData */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {{ data: SessionData, saved: string, unreadable: number }} Opened unreadable: answer sets that were left out */

export const SESSION = "playbook-team/1";
/** Characters of who was invited. */
const MOST_INVITED = 4000;

/**
 * @param {SessionData} data
 * @param {DefinitionMark} mark
 * @param {string} saved the moment, ISO 8601
 */
export function writeSession({ people, answers, reasons, flags, subject, respondent, occasion, invited }, mark, saved) {
  const rows = people.map(({ side, agreed, record: { notes: _notes, scored: _scored, ...record } }) => ({ ...record, side, agreed }));
  const agreed = { answers, reasons, flags };
  const about = { subject, respondent, occasion, invited };
  return `${JSON.stringify({ format: SESSION, ...mark, saved, ...about, people: rows, agreed }, null, 2)}\n`;
}

/**
 * @param {Record<string, unknown>} value of a file, whoever wrote it
 * @returns {Opened | null} null where it is no session
 */
export function readSession(value) {
  const { tool, saved, people, agreed } = value;
  if (typeof tool !== "string" || !Array.isArray(people)) return null;
  const data = newSession(tool);
  const rows = people.map((row) => (isObject(row) ? { notes: {}, scored: false, subject: "", ...row } : row));
  const fits = rows.filter((row) => isRecord(row) && row.tool === tool).slice(0, MOST_PEOPLE);
  for (const row of fits) {
    const { side, agreed: isAgreed, ...record } = row;
    const about = plain({ ...record, saved: notAhead(record.saved), subject: short(record.subject, LONGEST.name) });
    addPerson(data, { file: "", record: about, match: "same", side: side === "customer" ? "customer" : "us", agreed: isAgreed === true });
  }
  const given = isObject(agreed) ? agreed : {};
  data.answers = Object.fromEntries(pairsOf(given.answers).filter(([, answer]) => isAnswer(answer)));
  data.reasons = Object.fromEntries(pairsOf(given.reasons).map(([id, text]) => [id, short(text, LONGEST.reason)]));
  data.flags = Array.isArray(given.flags) ? given.flags.filter((flag) => typeof flag === "string") : [];
  data.subject = tidyName(short(value.subject, LONGEST.name)) || data.subject;
  data.respondent = tidyName(short(value.respondent, LONGEST.name));
  data.occasion = tidyName(short(value.occasion, LONGEST.name));
  data.invited = short(value.invited, MOST_INVITED);
  // A file of which nothing can be read is none.
  if (rows.length && !fits.length) return null;
  return { data, saved: isMoment(saved) ? notAhead(saved) : "", unreadable: rows.length - fits.length };
}

/** @param {unknown} value @returns {[string, any][]} */
function pairsOf(value) {
  return isObject(value) ? Object.entries(value) : [];
}

/** @param {unknown} answer */
function isAnswer(answer) {
  return answer === "na" || (Number.isInteger(answer) && Number(answer) >= 0 && Number(answer) <= 3);
}

/** @param {unknown} text @param {number} longest */
function short(text, longest) {
  return typeof text === "string" ? text.slice(0, longest) : "";
}
