// @ts-check
/**
 * Draws charts as SVG with Apache ECharts: the build joins this with the parts of the library that it
 * names. A picture that is a chart loads it when it is drawn.
 *
 * A drawn chart is still: colours are the page's custom properties, so that light, dark and paper
 * restyle it; it is drawn anew when its width changes.
 */
import { BarChart, GraphChart, LineChart } from "echarts/charts";
import { GraphicComponent, GridSimpleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { pageLocale } from "../../elements/page-locale.js";
import { disc, element, svg } from "./shapes.js";
import { measuring } from "./texts.js";

/** @typedef {import("./texts.js").Measure} Measure */
/**
 * @typedef {object} Place what a chart has to fit into
 * @property {number} width in pixels
 * @property {string} language of the page
 * @property {Measure} measure
 */
/** @typedef {{ title?: string, entries: { mark: string, text: string, share?: number }[] }} Legend */
/**
 * @typedef {object} Chart
 * @property {number} height in pixels
 * @property {Record<string, unknown>} option for the library
 * @property {Legend} legend
 */

use([BarChart, GraphChart, GraphicComponent, GridSimpleComponent, LineChart, SVGRenderer]);

/**
 * Draw a chart and keep it as wide as its place.
 * @template {Chart} Made
 * @param {HTMLElement} image
 * @param {(place: Place) => Made} make
 * @param {(chart: Made, width: number) => void} [drawn] told after each drawing
 * @returns {() => void} draws it anew
 */
export function drawChart(image, make, drawn = () => undefined) {
  let width = 0;
  const paint = () => {
    const place = placeIn(image);
    const chart = make(place);
    image.replaceChildren(toSvg(chart, place), legendOf(chart.legend));
    width = place.width;
    drawn(chart, width);
  };
  new ResizeObserver((_, observer) => {
    if (!image.isConnected) observer.disconnect();
    else if (image.clientWidth && image.clientWidth !== width) paint();
  }).observe(image);
  paint();
  return paint;
}

/**
 * @param {HTMLElement} image
 * @returns {Place}
 */
function placeIn(image) {
  const measure = measuring(getComputedStyle(image).fontFamily);
  return { width: image.clientWidth, language: pageLocale(), measure };
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
