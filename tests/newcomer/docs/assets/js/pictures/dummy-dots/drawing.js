// @ts-check
/** Dots in a row. */
import { element } from "../shared/shapes.js";

/** @type {import("../pictures.js").Drawing} */
export function draw(image, { data }) {
  for (let dot = 0; dot < Number(data.dots); dot += 1) image.append(element("span", "dummy-dot", "•"));
}
