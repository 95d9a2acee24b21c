// @ts-check
/** Hands a session on: as a file that opens again, as files that the engine writes, as one printed page. */
import { download } from "../elements/download.js";
import { shownDay } from "../elements/shown-time.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { refusalOf } from "../tool/telling.js";
import { writeSession } from "./session-file.js";
import { agreedInput, peopleOf, sideInput } from "./session.js";

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./asking.js").TeamTool} TeamTool */
/** @typedef {import("./session.js").SessionData} SessionData */

/**
 * @param {SessionData} data
 * @param {TeamTool} tool
 */
export function offerSession(data, tool) {
  const now = new Date().toISOString();
  download(nameOf(data, tool, "json"), writeSession(data, tool.mark, now), "application/json");
}

/**
 * @param {SessionData} data
 * @param {TeamTool} tool
 * @param {Words} words
 * @param {{ name: string, extension: string, mediaType: string }} format
 * @returns {Promise<string>} why the engine refused; empty where the file was offered
 */
export async function offerExport(data, tool, words, { name, extension, mediaType }) {
  const answer = await askForSession(data, tool, words, [name]);
  const written = answer.files?.[name];
  if (written === undefined) return refusalOf(answer);
  download(nameOf(data, tool, extension), written, mediaType);
  return "";
}

/**
 * All that the session came to, on one page.
 * @param {SessionData} data
 * @param {TeamTool} tool
 * @param {Words} words
 * @param {string[]} [formats]
 * @returns {Promise<Answer>}
 */
export async function askForSession(data, tool, words, formats = []) {
  const mark = data.sample ? words.say("sample-occasion") : "";
  const label = [...new Set([data.subject, mark, data.occasion, shownDay(new Date().toISOString())])].filter(Boolean).join(" · ");
  const hasAgreed = Object.keys(data.answers).length > 0;
  const input = {
    people: peopleOf(data, "us").map(({ record }) => record.input),
    ...(hasAgreed ? { agreed: agreedInput(data) } : {}),
    reasons: data.reasons,
  };
  if (!data.people.some(({ side }) => side === "customer")) return tool.ask("session", input, label, formats);
  const sides = { us: sideInput(data, "us"), customer: sideInput(data, "customer") };
  const answer = await tool.ask("session", { ...input, sides }, label, formats);
  // With a side that cannot be compared, the page is about the team alone.
  return answer.error ? tool.ask("session", input, label, formats) : answer;
}

/**
 * @param {SessionData} data
 * @param {TeamTool} tool
 * @param {string} extension
 */
function nameOf({ subject }, { mark }, extension) {
  return fileName(`${mark.tool}-team`, subject, dayOf(new Date().toISOString()), extension);
}
