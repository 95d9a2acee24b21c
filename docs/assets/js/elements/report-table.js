// @ts-check
/** Fills a table that it is given: a header cell for each column and for each row. */

/** Characters of a number with its unit; what is longer lists several, and may take more than one line. */
const LONGEST_NUMBER = 40;

/** @typedef {{ caption?: string, columns: string[], rows: string[][], numeric?: boolean[] }} TableBlock */

/**
 * @param {HTMLElement} root holds a `<table>`, or is one
 * @param {TableBlock} block
 */
export function fillTable(root, { columns, rows, numeric = [] }) {
  const table = root instanceof HTMLTableElement ? root : root.querySelector("table");
  if (!table) return;
  const header = table.tHead ?? table.createTHead();
  const head = header.rows[0] ?? header.insertRow();
  for (const [index, column] of columns.entries()) head.append(cell("th", column, numeric[index], "col"));
  const body = table.tBodies[0] ?? table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [index, text] of row.entries()) {
      const made = index ? cell("td", text, numeric[index]) : cell("th", text, numeric[0], "row");
      // A narrow page stacks the cells, each under the name of its column.
      if (text) made.dataset.label = columns[index] ?? "";
      line.append(made);
    }
  }
}

/**
 * @param {"th" | "td"} tag
 * @param {string} text
 * @param {boolean} [isNumber]
 * @param {string} [scope]
 */
function cell(tag, text, isNumber = false, scope = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (isNumber) made.className = text.length > LONGEST_NUMBER ? "numeric numbers" : "numeric";
  if (scope) made.scope = scope;
  return made;
}
