// @ts-check
/** Writes a table as CSV for a spreadsheet, or as Markdown. Knows no page. */

/** What a spreadsheet would run: it takes full-width marks for their twins and drops what nobody sees before them. */
const FORMULA =
  /^(?:[\s\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]*[=+@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b-]|[\t\r\n])/;
const MARKS = /[\\`*_[\]<>|#]/g;

/**
 * With the mark that tells a spreadsheet that it is UTF-8; no cell is a formula.
 * @param {readonly string[][]} rows the first one names the columns
 */
export function writeCsv(rows) {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/**
 * @param {string} title
 * @param {readonly string[][]} rows the first one names the columns
 */
export function writeMarkdown(title, [columns = [], ...rows]) {
  const lines = [columns.map(plain), columns.map(() => "---"), ...rows.map((row) => row.map(plain))];
  return `# ${plain(title)}\n\n${lines.map((line) => `| ${line.join(" | ")} |\n`).join("")}`;
}

/** @param {string} text */
function cell(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param {string} text */
function plain(text) {
  return text.replace(/\s+/g, " ").trim().replace(MARKS, "\\$&");
}
