// @ts-check
/** Takes a file of answers, or a filled answer sheet, into what this device keeps, asking what a tool's page asks. */
import { shownTime } from "../elements/shown-time.js";
import { readText } from "../files/served.js";
import { LARGEST, firstPlaces, readAnswers } from "../store/answer-file.js";
import { sameAnswers, saysNothing } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { isWorkbook, textOf } from "../store/file-kind.js";
import { newSubject, nobody, tidyName } from "../store/subjects.js";
import { mayReplace, whenAnswered } from "../tool/replacing.js";
import { about } from "../tool/telling.js";
import { misfits } from "./answer-fit.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/answer-record.js").DefinitionMark & { definition: string }} Marked definition: the address of its file */
/**
 * @typedef {object} Parts
 * @property {AnswerStore} store
 * @property {Readonly<Record<string, { title: string, kind: string }>>} tools every one of the site
 * @property {Readonly<Record<string, Marked>>} marks of every tool
 * @property {import("../sheets/answer-sheet.js").Parts["choices"]} choices words of every language that a sheet may hold
 * @property {import("../form/numbers.js").Marks} numbers how the page's language writes numbers
 * @property {Words} words
 */
/** @typedef {{ text: string, told: string[] }} Opened text: of a file of answers; empty where there is none, and told says why */
/** @typedef {{ said: string[], undo?: () => Promise<string> }} Outcome what came of it; nothing where the reader took it back */

/**
 * @param {File} file
 * @param {Parts} parts
 * @returns {Promise<Outcome>} rejected where the definition of the tool is out of reach
 */
export async function takeAnswers(file, parts) {
  const { tools, words } = parts;
  if (file.size > LARGEST) return { said: [words.say("import-too-large")] };
  const { text, told } = (await isWorkbook(file)) ? await openWorkbook(file, parts) : { text: (await textOf(file)) ?? "", told: [] };
  if (!text && told.length) return { said: told };
  const whose = readAnswers(text, "");
  const tool = whose.is === "other-tool" ? whose.tool : "";
  if (!tool) return { said: [words.say("no-device-file")] };
  if (!Object.hasOwn(tools, tool)) return { said: [words.say("unknown-tool", { tool })] };
  const content = readAnswers(text, tool);
  if (content.is === "damaged") return damaged(content.places, words);
  if (content.is !== "answers" || saysNothing(content.record)) return { said: [words.say("no-device-file")] };
  const marked = /** @type {Marked} */ (parts.marks[tool]);
  const places = match(content.record, marked) === "changed" ? [] : misfits(content.record.input, await definitionOf(marked));
  if (places.length) return damaged(places, words);
  const dates = content.ahead ? [words.say("import-ahead", { time: shownTime(content.ahead) })] : [];
  const { said, undo } = await take(content.record, !content.ahead, parts);
  return { said: said.length ? [...said, ...dates, ...told] : [], ...(undo && { undo }) };
}

/**
 * @param {File} file
 * @param {Parts} parts
 * @returns {Promise<Opened>}
 */
async function openWorkbook(file, { marks, choices, numbers, words }) {
  const { openSheet } = await import("../sheets/answer-sheet.js");
  const known = async (/** @type {string} */ tool) => {
    const marked = Object.hasOwn(marks, tool) ? marks[tool] : undefined;
    return marked ? definitionOf(marked) : null;
  };
  return openSheet(file, { definitionOf: known, marks: numbers, choices, words });
}

/**
 * @param {Marked} marked
 * @returns {Promise<Record<string, any>>}
 */
async function definitionOf({ definition }) {
  return JSON.parse(await readText(new URL(definition, document.baseURI).href));
}

/**
 * @param {readonly string[]} places
 * @param {Words} words
 * @returns {Outcome}
 */
function damaged(places, words) {
  return { said: [words.say("import-damaged", { places: firstPlaces(places) })] };
}

/**
 * @param {AnswerRecord} record
 * @param {boolean} isDated whether it says when it was answered
 * @param {Parts} parts
 * @returns {Promise<Outcome>}
 */
async function take(record, isDated, { store, tools, marks, words }) {
  const { tool, subject: name, input, notes, saved, respondent = "", occasion = "" } = record;
  const { definition: _address, ...mark } = /** @type {Marked} */ (marks[tool]);
  const { title, kind } = /** @type {{ title: string, kind: string }} */ (tools[tool]);
  const versions = { tool: title, version: record.version, current: mark.version };
  if (match(record, mark) === "changed") return { said: [words.say("other-version", versions)] };
  const known = await store.subjectNamed(kind, name);
  if (!known.done) return { said: [words.say("refused")] };
  const subject = known.result ?? (tidyName(name) ? newSubject(kind, name) : nobody(kind));
  const kept = await store.kept(tool, mark.version, subject);
  if (!kept.done) return { said: [words.say("refused")] };
  const { draft: before } = kept.result;
  const isSame = before !== null && sameAnswers(before, record);
  const values = { tool: title, file: whenAnswered(words, record) };
  const isKnown = isSame && before.respondent === respondent && before.occasion === occasion;
  if (isKnown) return { said: [words.say("taken-before", { ...values, about: about(words, subject) })] };
  const standing = { input: {}, notes: {}, saved: "", ...before, subject };
  if (!(await mayReplace(words, record, standing, isDated))) return { said: [] };
  const draft = { ...mark, input, notes, respondent, occasion, saved, scored: false, subjectId: subject.id, stamp: store.newStamp() };
  const inPlace = before?.version === mark.version ? before : null;
  const givesWay = before && !isSame && !saysNothing(before) ? before : null;
  const written = await store.write({ draft, subject, seen: inPlace?.stamp ?? null, insist: true, puttingAside: givesWay ? [givesWay] : [] });
  if (!written.done || written.result.removed) return { said: [words.say("refused")] };
  const { subject: owner, draft: added, other } = written.result;
  const whose = { ...values, about: about(words, owner) };
  const said = givesWay ? words.say("taken-over", { ...whose, kept: whenAnswered(words, givesWay) }) : words.say("taken", whose);
  const back = inPlace && { ...inPlace, stamp: store.newStamp() };
  const undo = async () => ((await store.takeBack({ draft: added, other, before: back })).done ? "" : words.say("refused"));
  return { said: [said], undo };
}
