// @ts-check
/** Makes a page that is seen on paper alone fit one sheet of A4: smaller, for as long as it does not fit. */

/** What a sheet holds between its margins, in CSS pixels, with some room for another printer's letters. */
const HEIGHT = (259 / 25.4) * 96 * 0.96;

/**
 * @param {HTMLElement} sheet of the class one-sheet
 * @param {readonly number[]} zooms from the usual one to the smallest that can be read on paper
 * @param {(fits: () => boolean) => boolean} [isEnough] makes the best of one zoom, and says whether no smaller is needed
 */
export function fitOneSheet(sheet, zooms, isEnough = (fits) => fits()) {
  sheet.toggleAttribute("data-fitting", true);
  for (const zoom of zooms) {
    sheet.style.setProperty("--sheet-zoom", String(zoom));
    if (isEnough(() => sheet.getBoundingClientRect().height <= HEIGHT)) break;
  }
  sheet.toggleAttribute("data-fitting", false);
}
