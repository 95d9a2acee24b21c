// @ts-check
/** Takes files into a session: each that does not fit is told by name and reason, the others count. */
import { LARGEST } from "../store/answer-file.js";
import { textOf } from "../store/file-kind.js";
import { match } from "../store/definition-match.js";
import { shownDay } from "../elements/shown-time.js";
import { inCommon } from "./asking.js";
import { readFile } from "./reading.js";
import { SESSION } from "./session-file.js";
import { MOST_PEOPLE, addPerson, sameAs, withoutAdded } from "./session.js";
import { withAnswers } from "./sheets.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./asking.js").TeamTool} TeamTool */
/** @typedef {import("./links.js").Parcel} Parcel */
/** @typedef {import("./reading.js").Tool} Tool */
/** @typedef {import("./session.js").SessionData} SessionData */
/**
 * @typedef {object} Parts
 * @property {(tool: string) => TeamTool} teamTool
 * @property {ReadonlySet<string>} questionnaires
 * @property {Readonly<Record<string, Tool>>} tools
 * @property {import("./sheets.js").Choices} choices words of every language that an answer sheet may hold
 * @property {Words} words
 */
/**
 * key: of the sentence about it; back: takes it back, where no session took the place of this one.
 * @typedef {{ data: SessionData, key: string, values: Record<string, string | number>, back?: (now: SessionData) => SessionData }} TakenIn
 */

/**
 * @param {readonly Parcel[]} files
 * @param {SessionData} data is left as it is
 * @param {Parts} parts
 * @returns {Promise<TakenIn>} rejected where the definition is out of reach
 */
export async function takeIn(files, data, parts) {
  /** @type {SessionData} */
  let next = { ...data, people: [...data.people], refused: [] };
  const before = next.people.length;
  let opened = /** @type {string | null} */ (null);
  const parcels = await Promise.all(files.map((file) => withAnswers(file, parts)));
  // A sheet counts, though some of its cells do not.
  const inPart = parcels.filter(({ told, isEmpty }) => told && !isEmpty).length;
  for (const { file, text } of await sessionsFirst(parcels)) {
    const { data: taken, saved } = await takeFile(file, text, next, parts);
    next = taken;
    opened ??= saved;
  }
  if (opened !== null) return { data: next, key: "opened", values: { day: opened ? shownDay(opened) : "–", number: next.people.length } };
  const values = { number: next.people.length - before, refused: next.refused.length - inPart };
  return { data: next, key: "added", values, back: withoutAdded(data, next) };
}

/**
 * A session takes the place of what is there, so that the people beside it come after it.
 * @param {readonly Parcel[]} files
 * @returns {Promise<{ file: Parcel, text: string | null }[]>} text: null where the browser could not read it
 */
async function sessionsFirst(files) {
  const read = await Promise.all(files.map(async (file) => {
    const text = file.size > LARGEST ? "" : await (file instanceof Blob ? textOf(file) : file.text());
    return { file, text, isSession: Boolean(text?.includes(`"${SESSION}"`)) };
  }));
  return read.sort((one, other) => Number(other.isSession) - Number(one.isSession));
}

/**
 * @param {Parcel} file
 * @param {string | null} text
 * @param {SessionData} data
 * @param {Parts} parts
 * @returns {Promise<{ data: SessionData, saved: string | null }>} saved: of a session that was opened
 */
async function takeFile(file, text, data, { teamTool, questionnaires, tools, words }) {
  const name = file.name.slice(0, 120);
  const refuse = (/** @type {string} */ why, /** @type {Record<string, string | number>} */ values = {}) => {
    data.refused = [...data.refused, words.say(why, { file: name, ...values })];
    return { data, saved: null };
  };
  if (file.fault) return refuse(file.fault);
  if (file.told) refuse("sheet", { what: file.told });
  if (file.isEmpty) return { data, saved: null };
  if (file.size > LARGEST) return refuse("too-large");
  if (text === null) return refuse("unreadable");
  const found = readFile(text, { tool: data.tool, questionnaires, tools });
  if (found.is === "refused") return refuse(found.why, found.values);
  if (found.is === "session") {
    // Another session takes the place of this one, which the page gives back.
    const { data: opened, saved, unreadable } = found.session;
    if (unreadable) refuse("left-out", { number: unreadable });
    const people = opened.people.map((person) => ({ ...person, file: name }));
    return { data: await fitted({ ...opened, people, refused: data.refused }, teamTool(opened.tool)), saved };
  }
  if (found.others) refuse("other-subjects", { number: found.others });
  const tool = teamTool(found.tool);
  data.tool = found.tool;
  for (const record of found.records) {
    if (data.people.length >= MOST_PEOPLE) return refuse("too-many", { number: MOST_PEOPLE });
    const matched = match(record, tool.mark);
    const input = matched === "changed" ? inCommon(record.input, await tool.shape()) : record.input;
    const made = { ...record, input };
    const same = sameAs(data, made);
    if (same) refuse("twice", { who: record.respondent || words.say("person", { number: data.people.indexOf(same) + 1 }) });
    else addPerson(data, { file: name, record: made, match: matched === "other-tool" ? "changed" : matched });
  }
  return { data, saved: null };
}

/**
 * A session by the questions that the page has: answer sets and agreed answers of other versions keep what is in common.
 * @param {SessionData} data
 * @param {TeamTool} tool
 * @returns {Promise<SessionData>}
 */
export async function fitted(data, tool) {
  const shape = await tool.shape();
  const people = data.people.map((person) => {
    const matched = match(person.record, tool.mark);
    if (matched === "same" || matched === "recomputed") return { ...person, match: matched };
    const record = { ...person.record, input: inCommon(person.record.input, shape) };
    return { ...person, match: /** @type {"changed"} */ ("changed"), record };
  });
  const { answers, flags } = inCommon({ answers: data.answers, flags: data.flags }, shape);
  const reasons = Object.fromEntries(Object.entries(data.reasons).filter(([id]) => shape.questions.has(id)));
  return { ...data, people, answers: /** @type {SessionData["answers"]} */ (answers), flags, reasons };
}
