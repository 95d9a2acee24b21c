// @ts-check
/**
 * The cash flow of an account: a bar for the cost of winning it and for each year, and over them the sum
 * so far. Time runs to the right; where the numbers would not fit side by side, it runs down.
 */
import { INK, LINE, SIGNAL, SMALL, SOFT, STRONG_LINE, SURFACE, TEAL } from "../shared/colours.js";

/**
 * @typedef {object} CashFlow
 * @property {number} cost
 * @property {{ year: number, flow: number, total: number }[]} years
 * @property {number | null} even the year in which the cost is earned back
 * @property {string} even_text the same in words; empty where there is none
 * @property {string[]} columns names of the times, the bars and the line
 * @property {string[][]} rows time, flow and total as text, the start first
 */

const COLUMN_HEIGHT = 320;
const ROW_HEIGHT = 34;
/** Room for a line of text, for the numbers of the scale, and around other text. */
const FOOT = 28;
const SCALE = 64;
const SPACE = 14;

/**
 * @param {CashFlow} data
 * @param {import("../shared/charts.js").Place} place
 * @returns {import("../shared/charts.js").Chart}
 */
export function cashFlow(data, { width, language, measure }) {
  const flows = [-data.cost, ...data.years.map(({ flow }) => flow)];
  const totals = [-data.cost, ...data.years.map(({ total }) => total)];
  const times = data.rows.map(([time]) => time ?? "");
  // What was spent at the start stands in the column of the sums: no year has brought it.
  const amounts = data.rows.map(([, flow, total], index) => (index ? flow : total) ?? "");
  const widest = (/** @type {string[]} */ texts) => Math.max(...texts.map((text) => measure.width(text, SMALL)));
  const isWide = (width - SCALE) / flows.length > widest(amounts) + SPACE;
  const value = valueAxis(language, isWide ? 6 : 3);
  const series = [bars(flows), sums(totals, data.even, isWide)];
  const legend = legendOf(data, flows);
  if (isWide) {
    const under = times.map((time, index) => `${time}\n${amounts[index] ?? ""}`);
    const grid = { left: SCALE, right: 0, top: SPACE, bottom: 2 * FOOT, outerBoundsMode: "none" };
    const option = { grid, xAxis: categoryAxis(under, isWide), yAxis: value, series };
    return { height: COLUMN_HEIGHT, legend, option };
  }
  const [left, right] = [widest(times) + SPACE, widest(amounts) + SPACE];
  const grid = { left, right, top: 4, bottom: FOOT, outerBoundsMode: "none" };
  const beside = { ...categoryAxis(amounts, isWide), position: "right", axisLine: { show: false } };
  const option = { grid, xAxis: value, yAxis: [categoryAxis(times, isWide), beside], series };
  return { height: flows.length * ROW_HEIGHT + FOOT, legend, option };
}

/**
 * @param {string[]} texts
 * @param {boolean} isWide
 */
function categoryAxis(texts, isWide) {
  return {
    type: "category",
    data: texts,
    inverse: !isWide,
    silent: true,
    axisTick: { show: false },
    // At the edge, not at zero: there the bars that lose money would cross the names.
    axisLine: { onZero: false, lineStyle: { color: STRONG_LINE } },
    axisLabel: { color: INK, fontSize: SMALL, lineHeight: 18, interval: 0 },
  };
}

/**
 * @param {string} language
 * @param {number} parts
 */
function valueAxis(language, parts) {
  const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });
  return {
    type: "value",
    silent: true,
    splitNumber: parts,
    axisLabel: {
      color: SOFT,
      fontSize: SMALL,
      hideOverlap: true,
      formatter: (/** @type {number} */ value) => short.format(value).replace("-", "\u2212"),
    },
    splitLine: { lineStyle: { color: LINE } },
  };
}

/** @param {number[]} flows */
function bars(flows) {
  return {
    type: "bar",
    silent: true,
    barMaxWidth: 48,
    barCategoryGap: "45%",
    data: flows.map((value) => ({ value, itemStyle: { color: value < 0 ? SIGNAL : TEAL } })),
  };
}

/**
 * @param {number[]} totals
 * @param {number | null} even
 * @param {boolean} isWide
 */
function sums(totals, even, isWide) {
  return {
    type: "line",
    silent: true,
    symbol: "circle",
    lineStyle: { color: INK, width: 1.5 },
    data: totals.map((total, index) => ({
      value: isWide ? total : [total, index],
      symbolSize: index === even ? 12 : 7,
      itemStyle: { color: index === even ? INK : SURFACE, borderColor: INK, borderWidth: 1.5 },
    })),
  };
}

/**
 * @param {CashFlow} data
 * @param {number[]} flows
 * @returns {import("../shared/charts.js").Legend}
 */
function legendOf({ columns, even_text }, flows) {
  const [, bar = "", line = ""] = columns;
  const entries = [
    { mark: flows.some((flow) => flow < 0) ? "gain-loss" : "gain", text: bar },
    { mark: "sum", text: line },
  ];
  return { entries: even_text ? [...entries, { mark: "even", text: even_text }] : entries };
}
