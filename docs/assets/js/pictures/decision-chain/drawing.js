// @ts-check
/** The decision chain as a chart whose people can be chosen. */
import { decisionChain } from "./chart.js";
import { PeopleChoice } from "./people.js";

export const most = { people: 40, edges: 120 };

/** @type {import("../pictures.js").Drawing} */
export async function draw(image, block) {
  const { drawChart } = await import("../shared/charts.js");
  const choice = new PeopleChoice(image, block, () => paint());
  const paint = drawChart(
    image,
    (place) => decisionChain(/** @type {any} */ (block.data), place, choice.chosen),
    ({ spots, height }, width) => choice.place(spots, { width, height }),
  );
}
