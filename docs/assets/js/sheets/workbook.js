// @ts-check
/** Reads the cells of a workbook (.xlsx): what they show, never what they compute. */
import { SheetError } from "./sheet-error.js";
import { numberLooks } from "./number-looks.js";
import { attribute, tagsOf } from "./xml.js";
import { Zip } from "./zip.js";

/** @typedef {import("./number-looks.js").NumberLook} NumberLook */
/**
 * What a cell shows. A formula shows its result, as the program kept it; unknown: where it kept none.
 * @typedef {{ is: "text", text: string } | { is: "number", number: number, look: NumberLook } |
 *   { is: "truth", truth: boolean } | { is: "error", text: string } | { is: "unknown" }} Shown
 */
/** @typedef {{ row: number, column: number, shown: Shown }} Cell counted from 0 */
/** @typedef {{ name: string, cells: Cell[] }} Sheet cells: by row, each from the first column on */
/** @typedef {{ sheets: Sheet[], from1904: boolean }} Workbook from1904: days are counted from there */

/** Cells and texts of all sheets; the largest tool with every row filled in has fewer. */
const MOST_CELLS = 250_000;
const MOST_SHEETS = 60;
/** Rows and columns are numbered no further. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** How spreadsheets write characters that XML has no place for. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Workbook>} rejected with a SheetError
 */
export async function readWorkbook(bytes) {
  if (bytes[0] !== 0x50) throw new SheetError("other-kind");
  const zip = new Zip(bytes);
  const book = await zip.text("xl/workbook.xml");
  const links = await zip.text("xl/_rels/workbook.xml.rels");
  if (book === null || links === null) throw new SheetError(zip.has("content.xml") || zip.has("xl/workbook.bin") ? "other-kind" : "no-sheet");
  const { named, from1904 } = sheetsIn(book);
  if (named.length > MOST_SHEETS) throw new SheetError("large");
  const targets = targetsIn(links);
  const looks = numberLooks((await zip.text("xl/styles.xml")) ?? "");
  const texts = textsIn((await zip.text("xl/sharedstrings.xml")) ?? "");
  /** @type {Sheet[]} */
  const sheets = [];
  let left = MOST_CELLS;
  for (const { name, id } of named) {
    const content = await zip.text(targets.get(id) ?? "");
    const cells = content === null ? [] : cellsIn(content, { texts, looks, most: left });
    left -= cells.length;
    sheets.push({ name, cells });
  }
  return { sheets, from1904 };
}

/** @param {string} xml */
function sheetsIn(xml) {
  const named = [];
  let from1904 = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "sheet" && tag.opens) named.push({ name: attribute(tag, "name"), id: attribute(tag, "id") });
    if (tag.name === "workbookPr") from1904 = ["1", "true"].includes(attribute(tag, "date1904"));
  }
  return { named, from1904 };
}

/** @param {string} xml @returns {Map<string, string>} id -> file */
function targetsIn(xml) {
  const targets = new Map();
  for (const tag of tagsOf(xml)) {
    if (tag.name !== "Relationship") continue;
    const target = attribute(tag, "Target").toLowerCase();
    targets.set(attribute(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
  }
  return targets;
}

/** @param {string} xml @returns {string[]} the texts that cells share */
function textsIn(xml) {
  const texts = [];
  let text = "";
  let isSpoken = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "si" && tag.opens) text = "";
    // How a Chinese or Japanese text is read aloud is no part of it.
    if (tag.name === "rPh") isSpoken = tag.opens && !tag.closes;
    if (tag.name === "t" && tag.closes && !tag.opens && !isSpoken) text += tag.before;
    if (tag.name === "si" && tag.closes) texts.push(unescaped(text));
    if (texts.length > MOST_CELLS) throw new SheetError("large");
  }
  return texts;
}

/**
 * @param {string} xml of a sheet
 * @param {{ texts: readonly string[], looks: readonly NumberLook[], most: number }} shared
 * @returns {Cell[]}
 */
function cellsIn(xml, { texts, looks, most }) {
  /** @type {Cell[]} */
  const cells = [];
  const at = { row: -1, column: -1 };
  let type = "";
  let look = 0;
  let value = /** @type {string | null} */ (null);
  let hasFormula = false;
  let isSpoken = false;
  for (const tag of tagsOf(xml)) {
    const { name, opens, closes, before } = tag;
    if (name === "sheetData" && closes) break;
    if (name === "row" && opens) Object.assign(at, { row: rowOf(tag, at.row + 1), column: -1 });
    if (name === "rPh") isSpoken = opens && !closes;
    if (name === "c" && opens) {
      Object.assign(at, placeOf(tag, at));
      [type, look, value, hasFormula] = [attribute(tag, "t"), Number(attribute(tag, "s") || 0), null, false];
    }
    if (name === "f") hasFormula = true;
    if ((name === "v" || (name === "t" && !isSpoken)) && closes && !opens) value = (value ?? "") + before;
    if (name !== "c" || !closes) continue;
    const shown = shownAs(type, value, hasFormula, texts, looks[look] ?? "plain");
    if (shown) cells.push({ ...at, shown });
    if (cells.length > most) throw new SheetError("large");
  }
  return cells;
}

/**
 * @param {string} type as the cell says it
 * @param {string | null} value
 * @param {boolean} hasFormula
 * @param {readonly string[]} texts
 * @param {NumberLook} look
 * @returns {Shown | null} null where nothing is shown
 */
function shownAs(type, value, hasFormula, texts, look) {
  if (value === null) return hasFormula ? { is: "unknown" } : null;
  if (type === "e") return { is: "error", text: value.slice(0, 20) };
  if (type === "b") return { is: "truth", truth: value.trim() === "1" || value.trim() === "true" };
  const text = type === "s" ? texts[Number(value)] ?? "" : unescaped(value);
  if (type === "s" || type === "inlineStr" || type === "str" || type === "d") return text.trim() ? { is: "text", text } : null;
  const number = Number(text);
  if (text.trim() === "") return hasFormula ? { is: "unknown" } : null;
  return Number.isFinite(number) ? { is: "number", number, look } : { is: "text", text };
}

/**
 * @param {import("./xml.js").Tag} tag
 * @param {number} next the row that follows the one before
 */
function rowOf(tag, next) {
  const row = Number(attribute(tag, "r") || next + 1) - 1;
  if (!Number.isInteger(row) || row < 0 || row > MOST_ROWS) throw new SheetError("damaged");
  return row;
}

/**
 * @param {import("./xml.js").Tag} tag
 * @param {{ row: number, column: number }} before
 */
function placeOf(tag, before) {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(attribute(tag, "r")) ?? [];
  const column = letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : before.column + 1;
  const row = digits ? Number(digits) - 1 : before.row;
  if (row < 0 || row > MOST_ROWS || column > MOST_COLUMNS) throw new SheetError("damaged");
  return { row, column };
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(ESCAPED, (_whole, code) => String.fromCharCode(parseInt(code, 16))).replace(/\r\n?/g, "\n");
}
