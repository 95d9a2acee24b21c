// @ts-check
/**
 * Lets a reader choose a person of the map, by pointer or keyboard: the arrows of that person stand out,
 * and what is known about them is written under the map.
 */
import { element } from "../shared/shapes.js";

/** @typedef {import("./places.js").Spot} Spot */
/** @typedef {import("./chart.js").Chain} Chain */

/** Smaller than a finger's target nothing should be. */
const LEAST = 24;

export class PeopleChoice {
  #columns;
  #rows;
  #changed;
  #buttons;
  #group;
  #detail = element("dl", "picture-detail");
  /** @type {number | undefined} */
  #chosen;

  /**
   * @param {HTMLElement} image
   * @param {import("../pictures.js").PictureBlock} block
   * @param {() => void} changed told when somebody else is chosen
   */
  constructor(image, { caption, data }, changed) {
    const { people, columns, rows } = /** @type {Chain} */ (/** @type {unknown} */ (data));
    this.#columns = columns;
    this.#rows = rows;
    this.#changed = changed;
    this.#buttons = people.map(({ said }, index) => this.#button(said, index));
    this.#group = element("div", "picture-spots", ...this.#buttons);
    this.#group.setAttribute("role", "group");
    this.#group.setAttribute("aria-label", caption);
    this.#group.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#choose(undefined);
    });
    this.#detail.hidden = true;
    image.after(this.#group, this.#detail);
  }

  /** @returns {number | undefined} number of the person */
  get chosen() {
    return this.#chosen;
  }

  /**
   * Put each button over its circle, in parts of the drawing's size, which may shrink.
   * @param {readonly Spot[]} spots
   * @param {{ width: number, height: number }} size
   */
  place(spots, { width, height }) {
    this.#group.style.aspectRatio = `${width} / ${height}`;
    for (const { index, x, y, radius } of spots) {
      const button = this.#buttons[index];
      if (!button) continue;
      button.style.left = `${(100 * x) / width}%`;
      button.style.top = `${(100 * y) / height}%`;
      button.style.width = button.style.height = `${Math.max(LEAST, 2 * radius + 6)}px`;
    }
  }

  /**
   * @param {string} said all that is known, in words
   * @param {number} index
   */
  #button(said, index) {
    const button = element("button", "spot");
    button.type = "button";
    button.setAttribute("aria-label", said);
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => this.#choose(this.#chosen === index ? undefined : index));
    return button;
  }

  /** @param {number | undefined} index */
  #choose(index) {
    if (this.#chosen === index) return;
    this.#chosen = index;
    for (const [at, button] of this.#buttons.entries()) button.setAttribute("aria-pressed", String(at === index));
    const cells = index === undefined ? [] : (this.#rows[index] ?? []);
    this.#detail.replaceChildren(...cells.map((cell, at) => fact(this.#columns[at] ?? "", cell)));
    this.#detail.hidden = !cells.length;
    this.#changed();
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function fact(name, value) {
  return element("div", "", element("dt", "", name), element("dd", "", value));
}
