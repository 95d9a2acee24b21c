// @ts-check
/** Reads what people send a facilitator: files of answers, of a device, of a session. Knows no page. */
import { firstPlaces, isDeep, readAnswers } from "../store/answer-file.js";
import { LONGEST, isDraft, isObject, notAhead, saysNothing, timeOf } from "../store/answer-record.js";
import { readEverythingFrom } from "../store/everything.js";
import { isResult } from "../store/results.js";
import { tidyName } from "../store/subjects.js";
import { plain } from "./session.js";
import { SESSION, readSession } from "./session-file.js";

/** @typedef {import("../store/answer-record.js").AnswerRecord} AnswerRecord */
/** @typedef {import("./session-file.js").Opened} Opened */
/** @typedef {{ title: string, address: string, kind: string, sheet: string }} Tool sheet: address of its answer sheet */
/**
 * Either answer sets, or a whole session, or the word for why there is neither.
 * @typedef {{ is: "sets", tool: string, records: AnswerRecord[], others: number } | { is: "session", session: Opened } |
 *   { is: "refused", why: string, values: Record<string, string> }} Read
 */
/**
 * @typedef {object} Wanted
 * @property {string} tool empty until one is chosen
 * @property {ReadonlySet<string>} questionnaires
 * @property {Readonly<Record<string, Tool>>} tools every one of the site
 */

/**
 * @param {string} text of a file, whoever wrote it
 * @param {Wanted} wanted
 * @returns {Read}
 */
export function readFile(text, wanted) {
  const value = parsed(text);
  if (!isObject(value) || isDeep(value)) return refused("not-ours");
  if (value.format === SESSION) {
    const session = readSession(value);
    return session ? (toolRefused(session.data.tool, { ...wanted, tool: "" }) ?? { is: "session", session }) : refused("not-ours");
  }
  const tables = readEverythingFrom(text);
  return tables ? fromDevice(tables, wanted) : fromAnswers(text, wanted);
}

/**
 * @param {string} text
 * @param {Wanted} wanted
 * @returns {Read}
 */
function fromAnswers(text, wanted) {
  const about = readAnswers(text, "");
  const tool = about.is === "other-tool" ? about.tool : "";
  if (!tool) return refused("not-ours");
  const wrong = toolRefused(tool, wanted);
  if (wrong) return wrong;
  const content = readAnswers(text, tool);
  if (content.is === "damaged") return damaged(content.places);
  if (content.is !== "answers") return refused("not-ours");
  const { record } = content;
  return { is: "sets", tool, records: [plain(record)], others: 0 };
}

/**
 * The latest answers of everybody whom a device knows, about the subject of which it has most: one person's answers
 * about several subjects are no team.
 * @param {Record<string, unknown[]>} tables
 * @param {Wanted} wanted
 * @returns {Read}
 */
function fromDevice(tables, wanted) {
  const rows = [...rowsOf(tables.results).filter(isResult), ...rowsOf(tables.drafts).filter(isDraft)]
    .filter((row) => wanted.questionnaires.has(row.tool) && !saysNothing(row));
  const tool = wanted.tool || mostOf(rows.map((row) => row.tool));
  const names = new Map(rowsOf(tables.subjects).filter(isObject).map(({ id, name }) => [id, name]));
  /** @type {Map<string, AnswerRecord>} */
  const latest = new Map();
  for (const row of rows.filter((each) => each.tool === tool)) {
    const name = names.get(row.subjectId);
    const subject = typeof name === "string" ? tidyName(name).slice(0, LONGEST.name) : "";
    const key = JSON.stringify([row.subjectId, row.respondent ?? ""]);
    const other = latest.get(key);
    if (!other || timeOf(row.saved) > timeOf(other.saved)) {
      latest.set(key, plain({ ...row, saved: notAhead(row.saved), subject, scored: false }));
    }
  }
  const subjectId = mostOf([...latest.keys()].map((key) => JSON.parse(key)[0]));
  const records = [...latest].filter(([key]) => JSON.parse(key)[0] === subjectId).map(([, record]) => record);
  return records.length ? { is: "sets", tool, records, others: latest.size - records.length } : refused("none-of-tool");
}

/**
 * @param {string} tool
 * @param {Wanted} wanted
 * @returns {Read | null} null where a team can answer it here
 */
function toolRefused(tool, wanted) {
  const title = Object.hasOwn(wanted.tools, tool) ? wanted.tools[tool]?.title ?? tool : "";
  if (!title) return refused("unknown-tool", { tool: tool.slice(0, LONGEST.name) });
  if (!wanted.questionnaires.has(tool)) return refused("calculator", { tool: title });
  return wanted.tool && wanted.tool !== tool ? refused("other-tool", { tool: title }) : null;
}

/** @param {readonly string[]} places */
function damaged(places) {
  return refused("damaged", { places: firstPlaces(places) });
}

/**
 * @param {string} why
 * @param {Record<string, string>} [values]
 * @returns {Read}
 */
function refused(why, values = {}) {
  return { is: "refused", why, values };
}

/** @param {readonly string[]} names */
function mostOf(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}

/** @param {unknown} rows @returns {unknown[]} */
function rowsOf(rows) {
  return Array.isArray(rows) ? rows : [];
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
