// @ts-check
/** The path of stages: steps that rise, each as far filled as its score. */
import { disc, element } from "../shared/shapes.js";

/** @typedef {{ label: string, score: number | null, shown: string, state: string, state_label: string }} Stage */

/** @type {import("../pictures.js").Drawing} */
export function draw(image, { data }) {
  const path = element("div", "stage-path");
  const stages = /** @type {Stage[]} */ (data.stages);
  for (const [index, { label, score, shown, state, state_label }] of stages.entries()) {
    const number = element("span", "stage-number", String(index + 1));
    const fill = element("span", "stage-fill");
    fill.style.width = `${score ?? 0}%`;
    const step = element(
      "div",
      "stage",
      element("span", "stage-head", number, element("span", "stage-label", label)),
      element("span", "stage-track", fill),
      element("span", "stage-foot", element("strong", "", shown), stateOf(state, state_label)),
    );
    step.dataset.state = state;
    step.style.setProperty("--rise", String(index));
    path.append(step);
  }
  image.append(path);
}

/**
 * @param {string} state
 * @param {string} label
 */
function stateOf(state, label) {
  const share = { passed: 1, next: 0.5 }[state] ?? 0;
  return element("span", "stage-state", disc(share), label);
}
