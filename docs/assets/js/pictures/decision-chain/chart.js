// @ts-check
/** The decision chain as a map: who stands where, how far we know them, and who influences whom. */
import { BESIDE, LINE_HEIGHT, placePeople } from "./places.js";
import { INK, LINE, SIGNAL, SMALL, SOFT, STOP, STRONG_LINE, SUNKEN, SURFACE, TEAL, TEXT } from "../shared/colours.js";

/** @typedef {import("./places.js").Person} Person */
/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {{ from: string, to: string, strength: number, shown: string }} Arrow */
/**
 * @typedef {object} Chain
 * @property {Person[]} people
 * @property {Arrow[]} edges
 * @property {{ value: number, label: string }[]} attitudes from the best to the worst
 * @property {{ value: number, label: string }[]} access from none to the best
 * @property {string[]} columns
 * @property {string[][]} rows
 */

/** @type {Record<number, string>} */
const COLOURS = { 2: TEAL, 1: TEAL, 0: SOFT, [-1]: SIGNAL, [-2]: STOP };
const HIGHEST_ACCESS = 3;
/** Room for the scale of influence and its name. */
const FOOT = 44;
const FAINT = 0.3;

/**
 * @param {Chain} data
 * @param {import("../shared/charts.js").Place} place
 * @param {number} [chosen] number of the person who stands out
 * @returns {import("../shared/charts.js").Chart & { spots: Spot[] }}
 */
export function decisionChain(data, { width, measure }, chosen) {
  const { people, edges, attitudes } = data;
  const places = placePeople(people, attitudes, width, measure);
  const height = places.height + FOOT;
  const near = chosen === undefined ? null : neighbours(people, edges, chosen);
  const strength = (/** @type {number} */ index) => (!near || near.has(index) ? 1 : FAINT);
  return {
    height,
    spots: places.spots,
    legend: legendOf(data),
    option: {
      grid: { left: places.left, right: width - places.right, top: 0, bottom: FOOT, outerBoundsMode: "none" },
      xAxis: influenceAxis(places.scale.highest, data.columns[3] ?? ""),
      // Pixels from the top, so that a circle stands where its words do.
      yAxis: { type: "value", min: 0, max: places.height, inverse: true, show: false },
      graphic: [
        ...places.bands.flatMap((band, index) => bandShapes(band, index, width)),
        ...places.spots.flatMap((spot) => spotShapes(spot, people, strength(spot.index))),
      ].map((shape) => inFont(shape, measure.family)),
      series: [graph(people, edges, places.spots, { strength, chosen })],
    },
  };
}

/**
 * The library gives free text a font of its own.
 * @template {{ type: string, style: object }} Shape
 * @param {Shape} shape
 * @param {string} fontFamily
 */
function inFont(shape, fontFamily) {
  return shape.type === "text" ? { ...shape, style: { ...shape.style, fontFamily } } : shape;
}

/**
 * The chosen person and everybody at the other end of an arrow.
 * @param {Person[]} people
 * @param {Arrow[]} edges
 * @param {number} chosen
 */
function neighbours(people, edges, chosen) {
  const name = people[chosen]?.id;
  const names = edges.flatMap(({ from, to }) => (from === name || to === name ? [from, to] : []));
  return new Set(people.flatMap(({ id }, index) => (index === chosen || names.includes(id) ? [index] : [])));
}

/**
 * @param {number} highest
 * @param {string} name
 */
function influenceAxis(highest, name) {
  return {
    type: "value",
    min: 0,
    max: highest,
    silent: true,
    name,
    nameLocation: "middle",
    nameGap: 24,
    position: "bottom",
    nameTextStyle: { color: INK, fontSize: SMALL, fontWeight: "bold" },
    axisLine: {
      ...{ show: true, onZero: false, symbol: ["none", "arrow"], symbolSize: [7, 9] },
      lineStyle: { color: STRONG_LINE },
    },
    axisTick: { show: false },
    axisLabel: { color: SOFT, fontSize: SMALL, showMaxLabel: false, hideOverlap: true },
    splitLine: { lineStyle: { color: LINE } },
  };
}

/**
 * @param {import("./places.js").Band} band
 * @param {number} index
 * @param {number} width
 */
function bandShapes({ label, top, height }, index, width) {
  const ground = { fill: index % 2 ? SURFACE : SUNKEN };
  const look = { fill: SOFT, fontSize: SMALL, fontWeight: "bold", verticalAlign: "middle" };
  return [
    { type: "rect", silent: true, z: -1, shape: { x: 0, y: top, width, height }, style: ground },
    { type: "text", silent: true, z: 1, style: { ...look, text: label, x: 8, y: top + 13 } },
  ];
}

/**
 * The slice that shows our access, and the person's words.
 * @param {Spot} spot
 * @param {Person[]} people
 * @param {number} opacity
 */
function spotShapes({ index, x, y, radius, side, lines }, people, opacity) {
  const person = people[index];
  const fill = COLOURS[person?.attitude ?? 0] ?? SOFT;
  const end = -Math.PI / 2 + (2 * Math.PI * (person?.access ?? 0)) / HIGHEST_ACCESS;
  const slice = { cx: x, cy: y, r: radius - 3, r0: 0, startAngle: -Math.PI / 2, endAngle: end };
  const align = side === "right" ? "left" : "right";
  const at = x + (side === "right" ? 1 : -1) * (radius + BESIDE);
  const first = y - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const words = lines.map(({ text, bold }, line) => ({
    type: "text",
    silent: true,
    z: 6,
    style: {
      ...{ text, x: at, y: first + line * LINE_HEIGHT, align, verticalAlign: "middle", opacity },
      ...{ fill: bold ? INK : SOFT, fontSize: bold ? TEXT : SMALL, fontWeight: bold ? "bold" : "normal" },
      ...{ stroke: SURFACE, lineWidth: 4 },
    },
  }));
  if (!person?.access) return words;
  return [{ type: "sector", silent: true, z: 7, shape: slice, style: { fill, opacity } }, ...words];
}

/**
 * @param {Person[]} people
 * @param {Arrow[]} edges
 * @param {Spot[]} spots
 * @param {{ strength: (index: number) => number, chosen: number | undefined }} look
 */
function graph(people, edges, spots, { strength, chosen }) {
  const numbers = new Map(people.map(({ id }, index) => [id, index]));
  return {
    type: "graph",
    coordinateSystem: "cartesian2d",
    silent: true,
    z: 5,
    edgeSymbol: ["none", "arrow"],
    edgeSymbolSize: [0, 9],
    data: spots.map(({ index, y, radius }) => {
      const person = people[index];
      const borderColor = COLOURS[person?.attitude ?? 0] ?? SOFT;
      const borderType = person?.access ? "solid" : "dashed";
      return {
        id: String(index),
        value: [person?.effective ?? 0, y],
        symbolSize: 2 * radius,
        itemStyle: { color: SURFACE, borderColor, borderWidth: 2, borderType, opacity: strength(index) },
      };
    }),
    links: edges.map(({ from, to, strength: weight, shown }) => {
      const ends = [numbers.get(from) ?? 0, numbers.get(to) ?? 0];
      const isFaint = chosen !== undefined && !ends.includes(chosen);
      const opacity = isFaint ? FAINT : 1;
      return {
        source: String(ends[0]),
        target: String(ends[1]),
        lineStyle: { color: INK, width: 1 + 2.5 * weight, curveness: 0.22, opacity },
        label: {
          ...{ show: !isFaint, formatter: () => shown, color: INK, fontSize: SMALL },
          ...{ rotate: 0, textBorderColor: SURFACE, textBorderWidth: 3 },
        },
      };
    }),
  };
}

/**
 * @param {Chain} data
 * @returns {import("../shared/charts.js").Legend}
 */
function legendOf({ access, columns }) {
  const entries = access.map(({ value, label }) => ({ mark: "disc", share: value / HIGHEST_ACCESS, text: label }));
  return { title: columns[5] ?? "", entries };
}
