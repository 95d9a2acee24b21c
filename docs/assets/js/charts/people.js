// @ts-check
/**
 * Lets a reader choose a person of the map, by pointer or keyboard: the arrows of that person stand out,
 * and what is known about them is written under the map.
 */
import { element } from "../pictures/shapes.js";

/** @typedef {import("./chain-places.js").Spot} Spot */

/** Smaller than a finger's target nothing should be. */
const LEAST = 24;

/**
 * @param {HTMLElement} image
 * @param {import("../pictures/registry.js").PictureBlock} block
 * @param {() => void} changed
 */
export function people(image, { caption, data }, changed) {
  const { people, columns, rows } = /** @type {import("./decision-chain.js").Chain} */ (/** @type {unknown} */ (data));
  const detail = element("dl", "picture-detail");
  detail.hidden = true;
  const buttons = people.map(({ said }, index) => {
    const button = element("button", "spot");
    button.type = "button";
    button.setAttribute("aria-label", said);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => choose(index));
    return button;
  });
  const group = element("div", "picture-spots", ...buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", caption);
  group.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.chosen !== undefined) choose(state.chosen);
  });
  image.after(group, detail);
  /** @type {{ chosen?: number, place: (spots: readonly Spot[], size: { width: number, height: number }) => void }} */
  const state = { place };
  return state;

  /** @param {number} index the person, or who is chosen already to choose nobody */
  function choose(index) {
    if (state.chosen === index) delete state.chosen;
    else state.chosen = index;
    for (const [at, button] of buttons.entries()) button.setAttribute("aria-pressed", String(at === state.chosen));
    const cells = state.chosen === undefined ? [] : (rows[state.chosen] ?? []);
    detail.replaceChildren(...cells.map((cell, at) => element("div", "", element("dt", "", columns[at] ?? ""), element("dd", "", cell))));
    detail.hidden = !cells.length;
    changed();
  }

  /**
   * Put each button over its circle, in parts of the drawing's size, which may shrink.
   * @param {readonly Spot[]} spots
   * @param {{ width: number, height: number }} size
   */
  function place(spots, { width, height }) {
    group.style.aspectRatio = `${width} / ${height}`;
    for (const { index, x, y, radius } of spots) {
      const button = buttons[index];
      if (!button) continue;
      button.style.left = `${(100 * x) / width}%`;
      button.style.top = `${(100 * y) / height}%`;
      button.style.width = button.style.height = `${Math.max(LEAST, 2 * radius + 6)}px`;
    }
  }
}
