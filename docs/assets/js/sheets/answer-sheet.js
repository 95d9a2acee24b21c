// @ts-check
/**
 * Turns an answer sheet that was filled in into a file of answers, and into sentences about the cells that could not
 * be read. Everything happens here, in the reader's browser; nothing in the workbook is ever run.
 */
import { FORMAT } from "../store/answer-file.js";
import { saysNothing } from "../store/answer-record.js";
import { answersIn } from "./answers.js";
import { readGrid } from "./grid.js";
import { SheetError } from "./sheet-error.js";
import { readWorkbook } from "./workbook.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../form/numbers.js").Marks} Marks */
/** @typedef {import("./answers.js").Fault} Fault */
/**
 * @typedef {object} Parts
 * @property {(tool: string) => Promise<Record<string, any> | null>} definitionOf null where the page has no such tool
 * @property {Marks} marks how the page's language writes numbers
 * @property {{ yes: string[], no: string[], na: string[] }} choices words of every language
 * @property {Words} words
 * @property {boolean} [isBlind] whether nobody is to see what stands in a cell
 */
/**
 * text: of a file of answers; empty where the workbook holds none, and told says why.
 * @typedef {{ text: string, told: string[] }} Opened
 */

/** Sentences about cells; a sheet of another tool would have hundreds. */
const NAMED = 12;

/**
 * @param {Blob & { lastModified?: number }} file
 * @param {Parts} parts
 * @returns {Promise<Opened>} rejected where the definition is out of reach
 */
export async function openSheet(file, { definitionOf, marks, choices, words, isBlind = false }) {
  try {
    const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    const grid = readGrid(workbook);
    const definition = await definitionOf(grid.mark.tool);
    // Whose answers they are is for the page to say, as of any file of answers.
    if (!definition) return { text: JSON.stringify({ format: FORMAT, ...grid.mark }), told: [] };
    const now = Date.now();
    const habits = { marks, words: choices, from1904: workbook.from1904, now };
    const found = answersIn(grid, definition, habits, definition.version !== grid.mark.version);
    const { about, faults, ...given } = found;
    const isEmpty = saysNothing(given);
    if (isEmpty && !faults.length) throw new SheetError("empty");
    // Without a day on the sheet, the answers are as old as the file.
    const saved = about.saved || new Date(Math.min(file.lastModified ?? now, now)).toISOString();
    const record = { ...grid.mark, ...about, saved, ...given, scored: false };
    return { text: isEmpty ? "" : JSON.stringify({ format: FORMAT, ...record }), told: sentences(faults, words, isBlind) };
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    return { text: "", told: [words.say(`sheet-${error.code}`)] };
  }
}

/**
 * @param {readonly Fault[]} faults
 * @param {Words} words
 * @param {boolean} isBlind
 * @returns {string[]}
 */
function sentences(faults, words, isBlind) {
  const said = faults.slice(0, NAMED).map(({ key, place, values }) => {
    return words.say(`sheet-${key}`, { place: words.say("sheet-place", place), ...values, ...(isBlind && { found: "…" }) });
  });
  const left = faults.length - said.length;
  const more = left > 0 ? [words.say("sheet-more", { number: left })] : [];
  return faults.length ? [words.say("sheet-refused", { number: faults.length }), ...said, ...more] : [];
}
