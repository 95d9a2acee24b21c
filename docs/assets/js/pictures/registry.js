// @ts-check
/**
 * Draws the pictures of reports. Each kind is one file beside this one, loaded when first needed;
 * a kind without a file shows its alternative text and its data as a table.
 */
import { fillTable } from "../report-table.js";
import { fillSlots, slot } from "../slots.js";

/** @typedef {import("../report-table.js").TableBlock} TableBlock */
/**
 * @typedef {object} PictureBlock
 * @property {string} picture its kind
 * @property {string} caption
 * @property {Record<string, unknown>} data
 * @property {string} alternative what the picture says, in words
 */
/** @typedef {(figure: HTMLElement, block: PictureBlock) => void | Promise<void>} Drawing */

/** @type {Record<string, () => Promise<{ draw: Drawing }>>} */
const PICTURES = {};

/**
 * @param {HTMLElement} root a copy of the page's template for pictures
 * @param {PictureBlock} block
 * @param {() => HTMLElement | null} table makes an empty table of the page's own look
 */
export async function drawPicture(root, block, table) {
  const figure = slot(root, "picture");
  const twin = tableOf(block);
  const made = twin && table();
  if (made && twin) {
    fillTable(made, twin);
    fillSlots(made, { caption: block.caption });
    (slot(root, "table") ?? root).append(made);
  }
  const load = PICTURES[block.picture];
  if (!figure) return;
  if (!load) return figure.remove();
  try {
    const { draw } = await load();
    await draw(figure, block);
  } catch (error) {
    console.error(`The picture "${block.picture}" could not be drawn.`, error);
    figure.remove();
  }
}

/**
 * The picture's data as a table, where they have that shape.
 * @param {PictureBlock} block
 * @returns {TableBlock | null}
 */
function tableOf({ caption, data }) {
  const { columns, rows, numeric } = /** @type {Partial<TableBlock>} */ (data);
  return columns && rows ? { caption, columns, rows, numeric: numeric ?? [] } : null;
}
