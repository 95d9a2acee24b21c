// @ts-check
/** Three layers that lie on each other, each as far filled as its score, and the ring around them. */
import { element } from "../shared/shapes.js";

/** @typedef {{ label: string, value: number | null, shown: string, state: string, state_label: string }} Layer */

/** @type {import("../pictures.js").Drawing} */
export function draw(image, { data }) {
  const ring = element("div", "layers", element("span", "ring-label", String(data.ring)));
  ring.dataset.open = String(data.ecosystem_open);
  for (const { label, value, shown, state, state_label } of /** @type {Layer[]} */ (data.layers)) {
    const fill = element("span", "layer-fill");
    fill.style.width = `${value ?? 0}%`;
    const score = element("span", "layer-score", element("strong", "", shown), " ", state_label);
    const layer = element("div", "layer", fill, element("span", "layer-label", label), score);
    layer.dataset.state = state;
    ring.append(layer);
  }
  image.append(ring);
}
