// @ts-check
/**
 * Finds what was filled in on the sheets of a workbook, by the keys in the hidden first row and column of each.
 *
 * macros/exporters/sheet_canvas.py writes them: where a cell stands says nothing, so rows may be sorted and deleted.
 */
import { SheetError } from "./sheet-error.js";

/** @typedef {import("../store/definition-match.js").DefinitionMark} DefinitionMark */
/** @typedef {import("./workbook.js").Cell} Cell */
/** @typedef {import("./workbook.js").Shown} Shown */
/** @typedef {import("./workbook.js").Workbook} Workbook */
/** @typedef {{ sheet: string, cell: string }} Place as a spreadsheet calls it */
/** @typedef {{ key: string, shown: Shown, place: Place }} Filled */
/**
 * heads: whom it is about and when; single: what is given once; notes: question -> note; rows: of each list.
 * @typedef {object} Grid
 * @property {DefinitionMark} mark
 * @property {Filled[]} heads
 * @property {Filled[]} single
 * @property {Filled[]} notes
 * @property {{ table: string, cells: Filled[] }[]} rows
 */

const MARK = /^playbook-sheet\/(\d+)(?: (.*))?$/;
const VERSION = "1";
/** Characters of an id, a version or a hash, and of a key. */
const LONGEST = 200;
/** Begins the key of a row under which a list stands. */
const ROWS = "#rows ";

/**
 * @param {Workbook} workbook
 * @returns {Grid} rejected with a SheetError
 */
export function readGrid({ sheets }) {
  /** @type {Grid | null} */
  let grid = null;
  let first = "";
  for (const { name, cells } of sheets) {
    const written = textOf(cells.find(({ row, column }) => row === 0 && column === 0));
    const mark = markIn(written);
    if (!mark) continue;
    if (grid && written !== first) throw new SheetError("mixed");
    first = written;
    grid ??= { mark, heads: [], single: [], notes: [], rows: [] };
    sort(name, cells, grid);
  }
  if (!grid) throw new SheetError("no-sheet");
  return grid;
}

/** @param {string} text @returns {DefinitionMark | null} */
function markIn(text) {
  const [, version, rest = ""] = MARK.exec(text.trim()) ?? [];
  if (version === undefined) return null;
  if (version !== VERSION) throw new SheetError("newer");
  const [tool = "", edition = "", hash = "", structure = ""] = rest.split(" ");
  if (!structure || rest.length > LONGEST) throw new SheetError("no-sheet");
  return { tool, version: edition, hash, structure };
}

/**
 * @param {string} sheet
 * @param {readonly Cell[]} cells
 * @param {Grid} grid
 */
function sort(sheet, cells, { heads, single, notes, rows }) {
  /** @type {Map<number, string[]>} */
  const columns = new Map();
  /** @type {Map<number, Cell[]>} */
  const lines = new Map();
  for (const cell of cells) {
    if (cell.row === 0) columns.set(cell.column, textOf(cell).split(" "));
    else if (lines.has(cell.row)) lines.get(cell.row)?.push(cell);
    else lines.set(cell.row, [cell]);
  }
  let table = "";
  for (const [, line] of [...lines].sort(([one], [other]) => one - other)) {
    const key = textOf(line.find(({ column }) => column === 0)).slice(0, LONGEST);
    const given = line.filter(({ column }) => column > 0 && columns.has(column));
    if (key.startsWith(ROWS)) {
      table = key.slice(ROWS.length);
      continue;
    }
    const found = given.flatMap((cell) => keyed(cell, columns.get(cell.column) ?? [], key || table, sheet));
    if (!key && table && found.length) rows.push({ table, cells: found.map(({ filled }) => filled) });
    for (const { kind, filled } of key ? found : []) ({ head: heads, note: notes, value: single })[kind].push(filled);
  }
}

/**
 * What a cell says, by the key of its row and those of its column.
 * @param {Cell} cell
 * @param {readonly string[]} names
 * @param {string} key
 * @param {string} sheet
 * @returns {{ kind: "head" | "note" | "value", filled: Filled }[]} one, or none
 */
function keyed({ row, column, shown }, names, key, sheet) {
  const place = { sheet, cell: `${letters(column)}${row + 1}` };
  const isHead = key.startsWith("#");
  for (const name of names) {
    const filled = { key, shown, place };
    if (isHead && (name === "about" || name === "more")) {
      return [{ kind: "head", filled: { ...filled, key: key.split(" ")[name === "about" ? 0 : 1] ?? "" } }];
    }
    if (isHead) continue;
    if (name === "note") return [{ kind: "note", filled }];
    if (name === "=") return [{ kind: "value", filled }];
    if (name === "key") return [{ kind: "value", filled: { ...filled, key: "" } }];
    if (/^[.[]/.test(name)) return [{ kind: "value", filled: { ...filled, key: key + name } }];
  }
  return [];
}

/** @param {Cell | undefined} cell */
function textOf(cell) {
  return cell?.shown.is === "text" ? cell.shown.text.trim() : "";
}

/** @param {number} column from 0 @returns {string} A, B, … AA */
function letters(column) {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
