// @ts-check
/** The cash flow of an account as a chart. */
import { cashFlow } from "./chart.js";

/** @type {import("../pictures.js").Drawing} */
export async function draw(image, { data }) {
  const { drawChart } = await import("../shared/charts.js");
  drawChart(image, (place) => cashFlow(/** @type {any} */ (data), place));
}
