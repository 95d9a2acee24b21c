// @ts-check
/** Does what takes long in pieces, between which the page answers its reader. Knows no page. */

/** Milliseconds of a piece: no key and no wheel waits longer than that. */
const PIECE = 12;
/** What is sorted at once, and how many steps are made before the clock is looked at. */
const RUN = 256;

/** Something else is wanted meanwhile. */
export class Overtaken extends Error {}

/** Gives way to the page where a piece has lasted long enough. */
export class Pieces {
  #isWanted;
  #until = performance.now() + PIECE;

  /** @param {() => boolean} isWanted asked after each pause */
  constructor(isWanted) {
    this.#isWanted = isWanted;
  }

  get isOver() {
    return performance.now() > this.#until;
  }

  /** @returns {Promise<void>} rejected with Overtaken where nobody waits any more */
  async pause() {
    await new Promise((resolve) => setTimeout(resolve));
    if (!this.#isWanted()) throw new Overtaken();
    this.#until = performance.now() + PIECE;
  }
}

/**
 * The items that fit, in their order.
 * @param {number} count
 * @param {(place: number) => boolean} fits
 * @param {Pieces} pieces
 * @returns {Promise<number[]>}
 */
export async function placesOf(count, fits, pieces) {
  const found = [];
  for (let place = 0; place < count; place += 1) {
    if (place % RUN === 0 && pieces.isOver) await pieces.pause();
    if (fits(place)) found.push(place);
  }
  return found;
}

/**
 * Sort: short runs first, which are then merged; what is alike keeps its order.
 * @param {readonly number[]} places
 * @param {(one: number, other: number) => number} order
 * @param {Pieces} pieces
 * @returns {Promise<number[]>}
 */
export async function sortedPlaces(places, order, pieces) {
  /** @type {number[][]} */
  let runs = [];
  for (let at = 0; at < places.length; at += RUN) {
    if (pieces.isOver) await pieces.pause();
    runs.push(places.slice(at, at + RUN).sort(order));
  }
  while (runs.length > 1) {
    const longer = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(await merged(runs[at] ?? [], runs[at + 1] ?? [], order, pieces));
    runs = longer;
  }
  return runs[0] ?? [];
}

/**
 * @param {readonly number[]} first
 * @param {readonly number[]} second
 * @param {(one: number, other: number) => number} order
 * @param {Pieces} pieces
 */
async function merged(first, second, order, pieces) {
  const found = [];
  let [at, behind] = [0, 0];
  while (at < first.length || behind < second.length) {
    if (found.length % RUN === 0 && pieces.isOver) await pieces.pause();
    const [one, other] = [first[at], second[behind]];
    if (one !== undefined && (other === undefined || order(one, other) <= 0)) {
      found.push(one);
      at += 1;
    } else if (other !== undefined) {
      found.push(other);
      behind += 1;
    }
  }
  return found;
}
