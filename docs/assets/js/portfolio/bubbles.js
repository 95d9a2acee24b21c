// @ts-check
/** Draws accounts as bubbles: across and up by two dimensions, as large as the column says that was picked. */
import { element, svg } from "../pictures/shared/shapes.js";
import { SMALL } from "../pictures/shared/colours.js";
import { tell } from "./showing.js";
import { visit } from "./visit.js";

/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */
/** @typedef {[string, number, number, number, number]} Point account, score across, score up, size, place of the band; -1 without one */
/** @typedef {{ points: Point[], more: number, left_out: number }} Bubbles the largest first */

/** Scores; a line stands at each. */
const TICKS = [0, 25, 50, 75, 100];
/** In pixels: room for the axes, the largest bubble and the smallest. */
const [EDGE, LARGEST, SMALLEST] = [44, 26, 3];
/** Bubbles that have a name beside them. */
const NAMED = 5;

export class BubblePicture {
  #page;
  #width = 0;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** Show the dimensions to choose from, and the picture that was drawn. */
  show() {
    const { result, bubbles } = visit.work;
    if (!result) return;
    const [across, up] = this.#fields;
    for (const [place, field] of [across, up].entries()) {
      const had = field?.value ?? "";
      field?.replaceChildren(...result.names.dimensions.map(([id, title]) => new Option(title, id)));
      const chosen = result.names.dimensions.find(([id]) => id === had) ?? result.names.dimensions.at(place ? -1 : 0);
      if (field && chosen) field.value = chosen[0];
    }
    const figure = this.#figure;
    if (figure) figure.hidden = !bubbles;
    if (bubbles) this.#draw();
  }

  async draw() {
    const { desk, concentration } = visit.work;
    const [across, up] = this.#fields.map((field) => field?.value ?? "");
    if (!desk) return;
    await this.#page.work("working", {}, "", async () => {
      visit.work.bubbles = await desk.bubbles({ across: across ?? "", up: up ?? "", measured: concentration !== null });
      this.show();
      this.#page.say("");
      new ResizeObserver((_, observer) => {
        if (!this.#figure?.isConnected || !visit.work.bubbles) observer.disconnect();
        else if (this.#figure.clientWidth !== this.#width) this.#draw();
      }).observe(/** @type {HTMLElement} */ (this.#figure));
    });
  }

  /** The picture shows what was chosen before. */
  forget() {
    visit.work.bubbles = null;
    if (this.#figure) this.#figure.hidden = true;
  }

  #draw() {
    const { result, bubbles, concentration } = visit.work;
    const figure = this.#figure;
    const image = figure?.querySelector("[data-image]");
    if (!result || !bubbles || !figure || !(image instanceof HTMLElement)) return;
    const { words, written } = this.#page;
    const [across, up] = this.#fields.map((field) => field?.selectedOptions[0]?.text ?? "");
    const told = { across: across ?? "", up: up ?? "", number: written.number.format(bubbles.points.length), column: concentration?.column ?? "" };
    const said = words.say(concentration ? "bubbles-told" : "bubbles-told-alike", told);
    const left = bubbles.left_out + bubbles.more ? words.say("bubbles-left", { left: written.number.format(bubbles.left_out), more: written.number.format(bubbles.more) }) : "";
    tell(figure, "figcaption", [said, left].filter(Boolean).join(" "));
    image.ariaLabel = said;
    this.#width = figure.clientWidth;
    const titles = [...result.names.bands, words.say("no-band")];
    image.replaceChildren(pictureOf(bubbles, this.#width || 640, told, (band) => titles.at(band) ?? ""), legendOf(bubbles, titles));
  }

  /** @returns {(HTMLSelectElement | null)[]} the dimension across, and that up */
  get #fields() {
    return ["[data-across]", "[data-up]"].map((selector) => this.#page.querySelector(`select${selector}`));
  }

  /** @returns {HTMLElement | null} */
  get #figure() {
    return this.#page.querySelector("[data-bubbles]");
  }
}

/**
 * @param {Bubbles} bubbles
 * @param {number} width
 * @param {{ across: string, up: string }} axes
 * @param {(band: number) => string} titleOf
 */
function pictureOf({ points }, width, { across, up }, titleOf) {
  const height = Math.round(Math.min(width, 560) * 0.8);
  const [right, bottom] = [width - EDGE, height - EDGE];
  const x = (/** @type {number} */ score) => EDGE + ((right - EDGE) * score) / 100;
  const y = (/** @type {number} */ score) => bottom - ((bottom - EDGE) * score) / 100;
  const largest = points[0]?.[3] || 1;
  // The area tells the size, not the radius.
  const radius = (/** @type {number} */ size) => Math.max(SMALLEST, LARGEST * Math.sqrt(size / largest));
  const text = (/** @type {string} */ words, /** @type {Record<string, string | number>} */ place) => svg("text", { "font-size": SMALL, ...place }, words);
  const lines = TICKS.flatMap((score) => [
    svg("line", { x1: x(score), x2: x(score), y1: y(0), y2: y(100) }),
    svg("line", { x1: x(0), x2: x(100), y1: y(score), y2: y(score) }),
    text(String(score), { x: x(score), y: bottom + SMALL + 4, "text-anchor": "middle" }),
    text(String(score), { x: EDGE - 6, y: y(score) + 4, "text-anchor": "end" }),
  ]);
  const discs = points.map(([account, first, second, size, band]) => {
    const title = svg("title", {}, `${account}: ${titleOf(band)}`);
    return svg("circle", { cx: x(first), cy: y(second), r: radius(size), class: "bubble", "data-band": band }, title);
  });
  const names = points.slice(0, NAMED).map(([account, first, second]) => text(account, { x: x(first), y: y(second) + 4, "text-anchor": first > 70 ? "end" : "start", class: "bubble-name" }));
  const titles = [
    text(`${across} →`, { x: right, y: height - 6, "text-anchor": "end", class: "axis" }),
    text(`↑ ${up}`, { x: 6, y: EDGE - 26, class: "axis" }),
  ];
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, ...lines, ...discs, ...names, ...titles);
}

/**
 * @param {Bubbles} bubbles
 * @param {readonly string[]} titles of the bands, that of no band last
 */
function legendOf({ points }, titles) {
  const made = element("div", "picture-legend");
  for (const [place, title] of titles.entries()) {
    const band = place === titles.length - 1 ? -1 : place;
    if (!points.some((point) => point[4] === band)) continue;
    const sign = svg("svg", { viewBox: "0 0 16 16", class: "bubble-sign", "aria-hidden": "true" }, svg("circle", { cx: 8, cy: 8, r: 6, class: "bubble", "data-band": band }));
    made.append(element("span", "entry", sign, title));
  }
  return made;
}
