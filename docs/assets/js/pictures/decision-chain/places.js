// @ts-check
/**
 * Where the people of a decision chain stand: from left to right by influence, from top to bottom by
 * attitude, and nobody's words on anybody else's.
 */
import { SMALL, TEXT } from "../shared/colours.js";
import { wrap } from "../shared/texts.js";

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {number} influence
 * @property {number} effective
 * @property {number} attitude from -2 to 2
 * @property {number} access from 0 to 3
 * @property {string} roles_label
 * @property {string} contact who of ours knows the person; empty where nobody does
 * @property {string} said all of it in words
 */
/** @typedef {{ text: string, bold: boolean }} Line */
/**
 * @typedef {object} Spot one person's place, in pixels
 * @property {number} index among the people
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {"left" | "right"} side of the circle on which the words stand
 * @property {Line[]} lines
 */
/** @typedef {{ value: number, label: string, top: number, height: number }} Band */
/**
 * @typedef {object} Within
 * @property {ReturnType<typeof scaleOf>} scale
 * @property {number} room widest words, in pixels
 * @property {number} middle of the plot
 * @property {import("../shared/texts.js").Measure} measure
 */

export const LINE_HEIGHT = 16;
/** Between a circle and its words. */
export const BESIDE = 7;
const [SMALLEST, LARGEST] = [9, 17];
/** From this width on a band's name stands at its left; below, over it. */
const WIDE = 560;
const GUTTER = 148;
const NAME_HEIGHT = 22;
const PADDING = 10;
const EMPTY = 26;
const WORDS = 168;
/** An arrow between two people at the right edge bends beyond them. */
const BULGE = 24;

/**
 * @param {Person[]} people
 * @param {{ value: number, label: string }[]} attitudes from the best to the worst
 * @param {number} width
 * @param {import("../shared/texts.js").Measure} measure
 */
export function placePeople(people, attitudes, width, measure) {
  const isWide = width >= WIDE;
  const left = (isWide ? GUTTER : 0) + LARGEST + 6;
  const right = width - LARGEST - BULGE;
  const room = Math.min(WORDS, (right - left) / 2 - BESIDE);
  const scale = scaleOf(people, left, right);
  /** @type {Band[]} */
  const bands = [];
  /** @type {Spot[]} */
  const spots = [];
  let top = 0;
  for (const { value, label } of attitudes) {
    const members = people
      .map((person, index) => spotOf(person, index, { scale, room, measure, middle: (left + right) / 2 }))
      .filter(({ index }) => people[index]?.attitude === value)
      .sort((one, other) => other.x - one.x);
    const above = isWide || !members.length ? 0 : NAME_HEIGHT;
    const height = members.length ? above + stack(members, top + above, measure) : EMPTY;
    bands.push({ value, label, top, height });
    spots.push(...members);
    top += height;
  }
  return { bands, spots: spots.sort((one, other) => one.index - other.index), height: top, left, right, scale };
}

/**
 * @param {Person[]} people
 * @param {number} left
 * @param {number} right
 */
function scaleOf(people, left, right) {
  const highest = Math.max(...people.map(({ effective }) => effective)) || 1;
  const strongest = Math.max(...people.map(({ influence }) => influence)) || 1;
  return {
    highest,
    x: (/** @type {number} */ effective) => left + ((right - left) * effective) / highest,
    radius: (/** @type {number} */ influence) =>
      SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(Math.max(influence, 0) / strongest),
  };
}

/**
 * @param {Person} person
 * @param {number} index
 * @param {Within} within
 * @returns {Spot}
 */
function spotOf({ id, roles_label, contact, influence, effective }, index, { scale, room, middle, measure }) {
  const x = scale.x(effective);
  const lines = [
    ...wrap(id, room, 2, (text) => measure.width(text, TEXT, true)).map((text) => ({ text, bold: true })),
    ...[roles_label, contact].flatMap((words) =>
      wrap(words, room, 1, (text) => measure.width(text, SMALL)).map((text) => ({ text, bold: false })),
    ),
  ];
  return { index, x, y: 0, radius: scale.radius(influence), side: x > middle ? "left" : "right", lines };
}

/**
 * Give each spot its height: on the first line where nothing is in its way.
 * @param {Spot[]} spots
 * @param {number} top
 * @param {import("../shared/texts.js").Measure} measure
 * @returns {number} the height of all lines
 */
function stack(spots, top, measure) {
  /** @type {{ spots: Spot[], height: number }[]} */
  const lines = [];
  for (const spot of spots) {
    const free = lines.find((line) => line.spots.every((other) => !meet(spot, other, measure)));
    const line = free ?? { spots: [], height: 0 };
    if (!free) lines.push(line);
    line.spots.push(spot);
    line.height = Math.max(line.height, heightOf(spot));
  }
  let y = top + PADDING;
  for (const line of lines) {
    for (const spot of line.spots) spot.y = y + line.height / 2;
    y += line.height + PADDING;
  }
  return y - top;
}

/** @param {Spot} spot */
function heightOf({ radius, lines }) {
  return Math.max(2 * radius, lines.length * LINE_HEIGHT);
}

/**
 * @param {Spot} one
 * @param {Spot} other
 * @param {import("../shared/texts.js").Measure} measure
 */
function meet(one, other, measure) {
  const [a, b] = [extent(one, measure), extent(other, measure)];
  return a.from < b.to + PADDING && b.from < a.to + PADDING;
}

/**
 * @param {Spot} spot
 * @param {import("../shared/texts.js").Measure} measure
 */
function extent({ x, radius, side, lines }, measure) {
  const wide = Math.max(0, ...lines.map(({ text, bold }) => measure.width(text, bold ? TEXT : SMALL, bold)));
  const words = radius + BESIDE + wide;
  return side === "right" ? { from: x - radius, to: x + words } : { from: x - words, to: x + radius };
}
