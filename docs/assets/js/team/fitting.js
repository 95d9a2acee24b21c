// @ts-check
/** Makes the page of a session fit one sheet: smaller, and with shorter reasons where there is no other way. */
import { fitOneSheet } from "../elements/one-sheet.js";

/** From the usual one to the smallest that can be read on paper. */
const ZOOMS = [0.9, 0.84, 0.78, 0.72];
/** Characters of a reason: the most that one has, what is still worth reading, and what says that there is one. */
const [LONGEST, ENOUGH, FEWEST] = [2000, 80, 12];

/**
 * @param {HTMLElement} sheet with its blocks; a [data-cut] in it says where the rest of the reasons stands
 */
export function fitOnSheet(sheet) {
  const note = sheet.querySelector("[data-cut]");
  const table = sheet.querySelector("table");
  const cells = [...(table?.querySelectorAll("tbody tr > :last-child") ?? [])];
  const texts = cells.map((cell) => cell.textContent ?? "");
  const longest = Math.max(0, ...texts.map((text) => text.length));
  table?.closest(".table-frame")?.after(note ?? "");
  const write = (/** @type {number} */ most) => {
    for (const [place, cell] of cells.entries()) cell.textContent = cut(texts[place] ?? "", most);
    note?.toggleAttribute("hidden", most >= longest);
  };
  fitOneSheet(sheet, ZOOMS, (fits) => {
    const most = mostThatFits(write, fits);
    write(most);
    return most >= Math.max(FEWEST, Math.min(longest, ENOUGH));
  });
}

/**
 * @param {(most: number) => void} write writes the reasons with so many characters at most
 * @param {() => boolean} fits
 * @returns {number} the most characters with which the sheet fits; FEWEST - 1 where none does
 */
function mostThatFits(write, fits) {
  let [low, high] = [FEWEST - 1, LONGEST];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    write(middle);
    if (fits()) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * @param {string} text
 * @param {number} most characters
 */
function cut(text, most) {
  const letters = [...text];
  if (letters.length <= most) return text;
  const short = letters.slice(0, Math.max(1, most - 1)).join("");
  // A word stays whole, where the language has words with spaces.
  return `${short.replace(/(\s)\S{0,14}$/u, "$1").trimEnd()}…`;
}
