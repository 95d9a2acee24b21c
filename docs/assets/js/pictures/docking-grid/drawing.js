// @ts-check
/** Levels and functions as a grid: in each cell who meets whom, and how well that link is kept. */
import { disc, element } from "../shared/shapes.js";

/** @typedef {{ level: string, function: string, state: string, names: string, state_label: string }} Cell */
/** @typedef {{ state: string, label: string, count: number }} State */

/** @type {Record<string, number>} how far a state fills its disc: the same parts that the score counts */
const SHARES = { in_time: 1, late: 0.5, one_side: 0.25, empty: 0 };

/** A cell that the plan leaves out stays blank. */
const NOT_PLANNED = "not_planned";

export const most = { functions: 10, levels: 40 };

/** @type {import("../pictures.js").Drawing} */
export function draw(image, { data }) {
  const levels = /** @type {string[]} */ (data.levels);
  const functions = /** @type {string[]} */ (data.functions);
  const cells = /** @type {Cell[]} */ (data.cells);
  const grid = element("div", "docking-grid", element("span", "corner"));
  grid.style.setProperty("--columns", String(functions.length));
  for (const name of functions) grid.append(element("span", "column-name", element("span", "", name)));
  for (const level of levels) {
    grid.append(element("span", "row-name", level));
    for (const name of functions) {
      grid.append(cellOf(cells.find((cell) => cell.level === level && cell.function === name)));
    }
  }
  image.append(grid, legend(/** @type {State[]} */ (data.states)));
}

/** @param {Cell} [cell] */
function cellOf(cell) {
  const made = element("span", "dock");
  if (!cell) return made;
  made.dataset.state = cell.state;
  made.append(
    discOf(cell.state),
    element("span", "dock-names", cell.names),
    element("span", "dock-state", cell.state_label),
  );
  return made;
}

/** @param {State[]} states */
function legend(states) {
  const made = element("div", "picture-legend");
  for (const { state, label, count } of states) {
    const sign = state === NOT_PLANNED ? element("span", "swatch") : discOf(state);
    const entry = element("span", "entry", sign, label, " ", element("strong", "", String(count)));
    entry.dataset.state = state;
    made.append(entry);
  }
  return made;
}

/** @param {string} state */
function discOf(state) {
  return disc(SHARES[state] ?? null);
}
