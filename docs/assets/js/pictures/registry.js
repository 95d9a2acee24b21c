// @ts-check
/**
 * Draws the pictures of reports. Each kind is a file beside this one, or one of the charts that the
 * build joins with their library into one script; either is loaded when a report shows the picture.
 * Where a picture cannot be drawn, its words and its table stay.
 */
import { fillTable } from "../tool/report-table.js";
import { slot } from "../elements/slots.js";

/** @typedef {import("../tool/report-table.js").TableBlock} TableBlock */
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
 * @typedef {(image: HTMLElement, block: PictureBlock) => void} Drawing
 */
/**
 * @typedef {object} PictureContext
 * @property {string} charts address of the script that draws charts
 * @property {() => HTMLElement | null} table makes an empty table of the page's own look
 */

/** @type {Record<string, (charts: string) => Promise<{ draw: Drawing }>>} */
const PICTURES = {
  "cash-flow": loadChart,
  "decision-chain": loadChart,
  "docking-grid": () => import("./docking-grid.js"),
  funnel: () => import("./funnel.js"),
  layers: () => import("./layers.js"),
  "stage-path": () => import("./stage-path.js"),
};
/** @type {Record<string, Record<string, number>>} of what a picture shows no more than this can be told apart */
const MOST = {
  "decision-chain": { people: 40, edges: 120 },
  "docking-grid": { functions: 10, levels: 40 },
  funnel: { stages: 24 },
};

/**
 * @param {HTMLElement} root a copy of the page's template for pictures
 * @param {PictureBlock} block
 * @param {PictureContext} context
 */
export async function drawPicture(root, block, { charts, table }) {
  const twin = addTwin(root, block, table);
  const frame = slot(root, "picture");
  const load = PICTURES[block.picture];
  if (!frame || !load || isTooMuch(block)) return leaveWords(frame, twin);
  try {
    root.dataset.picture = block.picture;
    const { draw } = await load(charts);
    const image = imageOf(block);
    frame.append(image);
    draw(image, block);
    slot(root, "alternative")?.remove();
  } catch (error) {
    console.error(`The picture "${block.picture}" could not be drawn.`, error);
    leaveWords(frame, twin);
  }
}

/** @param {PictureBlock} block */
function isTooMuch({ picture, data }) {
  return Object.entries(MOST[picture] ?? {}).some(([key, most]) => {
    const parts = data[key];
    return Array.isArray(parts) && parts.length > most;
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

/**
 * @param {string} charts
 * @returns {Promise<{ draw: Drawing }>}
 */
function loadChart(charts) {
  if (!charts) return Promise.reject(new Error("this site was built without charts"));
  return import(new URL(charts, document.baseURI).href);
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
