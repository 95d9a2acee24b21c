// @ts-check
/**
 * Draws charts as SVG with Apache ECharts. The build joins this and the parts of the library that it
 * names into one script.
 *
 * A drawn chart is still: colours are the page's custom properties, so that light, dark and paper
 * restyle it; it is drawn anew when its width changes.
 */
import { disc, element, svg } from "../shapes.js";
import { BarChart, GraphChart, LineChart } from "echarts/charts";
import { GraphicComponent, GridSimpleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { cashFlow } from "./cash-flow.js";
import { decisionChain } from "./decision-chain.js";
import { PeopleChoice } from "./people.js";
import { measuring } from "./texts.js";

/** @typedef {import("../registry.js").PictureBlock} PictureBlock */
/** @typedef {import("./texts.js").Measure} Measure */
/**
 * @typedef {object} Place what a chart has to fit into
 * @property {number} width in pixels
 * @property {string} language of the page
 * @property {Measure} measure
 * @property {number} [chosen] number of the part that stands out
 */
/** @typedef {{ title?: string, entries: { mark: string, text: string, share?: number }[] }} Legend */
/**
 * @typedef {object} Chart
 * @property {number} height in pixels
 * @property {Record<string, unknown>} option for the library
 * @property {Legend} legend
 * @property {import("./chain-places.js").Spot[]} [spots] places that can be chosen
 */

use([BarChart, GraphChart, GraphicComponent, GridSimpleComponent, LineChart, SVGRenderer]);

/** @type {Record<string, (data: any, place: Place) => Chart>} kind of picture -> its chart */
const CHARTS = { "cash-flow": cashFlow, "decision-chain": decisionChain };

/**
 * Draw the picture of a block and keep it as wide as its place.
 * @type {import("../registry.js").Drawing}
 */
export function draw(image, block) {
  const make = chartOf(block.picture);
  const choice = block.picture === "decision-chain" ? new PeopleChoice(image, block, paint) : null;
  let drawn = 0;
  new ResizeObserver((_, observer) => {
    if (!image.isConnected) observer.disconnect();
    else if (image.clientWidth && image.clientWidth !== drawn) paint();
  }).observe(image);
  paint();

  function paint() {
    const place = placeIn(image, choice?.chosen);
    const chart = make(block.data, place);
    image.replaceChildren(toSvg(chart, place), legendOf(chart.legend));
    choice?.place(chart.spots ?? [], { width: place.width, height: chart.height });
    drawn = place.width;
  }
}

/** @param {string} kind */
function chartOf(kind) {
  const make = CHARTS[kind];
  if (!make) throw new Error(`no chart of the kind "${kind}"`);
  return make;
}

/**
 * @param {HTMLElement} image
 * @param {number} [chosen]
 * @returns {Place}
 */
function placeIn(image, chosen) {
  const language = document.documentElement.lang;
  const measure = measuring(getComputedStyle(image).fontFamily);
  return { width: image.clientWidth, language, measure, ...(chosen === undefined ? {} : { chosen }) };
}

/**
 * @param {Chart} chart
 * @param {Place} place
 */
function toSvg({ option, height }, { width, measure }) {
  const room = document.createElement("div");
  const made = init(room, null, { renderer: "svg", width, height });
  made.setOption({ animation: false, textStyle: { fontFamily: measure.family }, ...option });
  // Of the library's own element only what it has drawn is kept: an element with a view box shrinks with
  // paper and with a window that is just being resized.
  const frame = { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" };
  const drawn = svg("svg", frame, ...(room.querySelector("svg")?.childNodes ?? []));
  made.dispose();
  return drawn;
}

/** @param {Legend} legend */
function legendOf({ title, entries }) {
  const made = element("div", "picture-legend", ...(title ? [element("strong", "", title)] : []));
  for (const { mark, text, share } of entries) {
    const sign = share === undefined ? element("span", `mark ${mark}`) : disc(share);
    made.append(element("span", "entry", sign, text));
  }
  return made;
}
