// @ts-check
/** Opens the answer sheets among what people send a facilitator, so that each is taken in as a file of answers. */
import { PROGRAMS } from "../form/marks.js";
import { LARGEST } from "../store/answer-file.js";
import { isWorkbook } from "../store/file-kind.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../sheets/answer-sheet.js").Parts["choices"]} Choices */
/** @typedef {import("./asking.js").TeamTool} TeamTool */
/** @typedef {import("./links.js").Parcel} Parcel */
/**
 * @typedef {object} Parts
 * @property {(tool: string) => TeamTool} teamTool
 * @property {ReadonlySet<string>} questionnaires
 * @property {Choices} choices words of every language that a sheet may hold
 * @property {Words} words
 */

/**
 * @param {Parcel} parcel
 * @param {Parts} parts
 * @returns {Promise<Parcel>} rejected where the definition is out of reach
 */
export async function withAnswers(parcel, { teamTool, questionnaires, choices, words }) {
  if (!(parcel instanceof File) || parcel.size > LARGEST || !(await isWorkbook(parcel))) return parcel;
  const definitionOf = async (/** @type {string} */ tool) => (questionnaires.has(tool) ? teamTool(tool).definition() : null);
  const { openSheet } = await import("../sheets/answer-sheet.js");
  // Nobody sees yet what anybody answered: not what stands in a cell that cannot be read, either.
  const { text, told } = await openSheet(parcel, { definitionOf, marks: PROGRAMS, choices, words, isBlind: true });
  return { name: parcel.name, size: text.length, text: async () => text, told: told.join("\n"), isEmpty: text === "" };
}
