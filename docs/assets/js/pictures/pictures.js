// @ts-check
/**
 * Draws the pictures of reports. Each is a folder beside this file and is loaded when a report shows it;
 * the build lists them. Where a picture cannot be drawn, its words and its table stay.
 */
import { PICTURES } from "playbook:pictures";
import { fillTable } from "../elements/report-table.js";
import { slot } from "../elements/slots.js";

/** @typedef {import("../elements/report-table.js").TableBlock} TableBlock */
/**
 * @typedef {object} PictureBlock
 * @property {string} picture its kind
 * @property {string} caption
 * @property {Record<string, unknown>} data
 * @property {string} alternative what the picture says, in words
 */
/**
 * Draws into an element that is there for it alone, announced as one image; what is no part of the
 * image goes after that element.
 * @typedef {(image: HTMLElement, block: PictureBlock) => void | Promise<void>} Drawing
 */
/**
 * What the drawing.js of a picture's folder exports. *most* says, for lists of its data, of how many
 * entries no more can be told apart.
 * @typedef {{ draw: Drawing, most?: Record<string, number> }} Picture
 */

/**
 * @param {HTMLElement} root a copy of the page's template for pictures
 * @param {PictureBlock} block
 * @param {() => HTMLElement | null} table makes an empty table of the page's own look
 */
export async function drawPicture(root, block, table) {
  const twin = addTwin(root, block, table);
  const frame = slot(root, "picture");
  const load = PICTURES[block.picture];
  if (!frame || !load) return leaveWords(frame, twin);
  try {
    root.dataset.picture = block.picture;
    const { draw, most = {} } = await load();
    if (isTooMuch(block, most)) return leaveWords(frame, twin);
    const image = imageOf(block);
    frame.append(image);
    await draw(image, block);
    slot(root, "alternative")?.remove();
  } catch (error) {
    console.error(`The picture "${block.picture}" could not be drawn.`, error);
    leaveWords(frame, twin);
  }
}

/**
 * @param {PictureBlock} block
 * @param {Record<string, number>} most
 */
function isTooMuch({ data }, most) {
  return Object.entries(most).some(([key, limit]) => {
    const parts = data[key];
    return Array.isArray(parts) && parts.length > limit;
  });
}

/**
 * @param {HTMLElement | null} frame
 * @param {HTMLElement | null} twin
 */
function leaveWords(frame, twin) {
  frame?.remove();
  if (twin instanceof HTMLDetailsElement) twin.open = true;
}

/** @param {PictureBlock} block */
function imageOf({ alternative }) {
  const image = document.createElement("div");
  image.className = "picture-image";
  image.setAttribute("role", "img");
  image.setAttribute("aria-label", alternative);
  return image;
}

/**
 * Put the same as a table into its place; where the data have no table, the place goes.
 * @param {HTMLElement} root
 * @param {PictureBlock} block
 * @param {() => HTMLElement | null} table
 */
function addTwin(root, { caption, data }, table) {
  const place = slot(root, "table");
  const { columns, rows, numeric } = /** @type {Partial<TableBlock>} */ (data);
  const made = columns && rows ? table() : null;
  if (!made || !columns || !rows) {
    place?.remove();
    return null;
  }
  fillTable(made, { columns, rows, numeric: numeric ?? [] });
  const title = slot(made, "caption");
  if (title) title.textContent = caption;
  (place ?? root).append(made);
  return place;
}
