// @ts-check
/** The funnel: a bar for each stage, as wide as its count, and between two what goes on. */
import { element, svg } from "../shared/shapes.js";

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} count
 * @property {string} shown the count as text
 * @property {string} step_text how many of the stage before are left; empty where nothing can be said
 * @property {boolean} weakest whether the fewest are left here
 */

export const most = { stages: 24 };

/** @type {import("../pictures.js").Drawing} */
export function draw(image, { data }) {
  const stages = /** @type {Stage[]} */ (data.stages);
  const most = Math.max(...stages.map(({ count }) => count), 1);
  const rows = element("div", "funnel");
  for (const [index, stage] of stages.entries()) {
    const before = stages[index - 1];
    const share = stage.count / most;
    if (before) rows.append(step(stage, before.count / most, share));
    const words = element("span", "funnel-words", element("span", "", stage.name), element("strong", "", stage.shown));
    rows.append(element("div", "funnel-stage", slice("funnel-bar", share, share), words));
  }
  image.append(rows);
}

/**
 * @param {Stage} stage
 * @param {number} above
 * @param {number} below
 */
function step({ step_text, weakest }, above, below) {
  const note = element("span", "funnel-note", step_text);
  const made = element("div", "funnel-step", slice("funnel-neck", above, below), note);
  if (weakest) made.dataset.weakest = "";
  return made;
}

/**
 * A slice that narrows from one share of the width to another; it stretches with its place.
 * @param {string} name
 * @param {number} above
 * @param {number} below
 */
function slice(name, above, below) {
  const [top, bottom] = [50 * above, 50 * below];
  const points = [50 - top, 0, 50 + top, 0, 50 + bottom, 100, 50 - bottom, 100].join(" ");
  const shape = svg("polygon", { points, class: name });
  const frame = { viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" };
  return element("span", "slice", svg("svg", frame, shape));
}
