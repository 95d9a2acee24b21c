// @ts-check
/** The results of a list, column by column: joined, counted, found, sorted. Knows no page. */
import { Overtaken, Pieces, placesOf, sortedPlaces } from "./pieces.js";

/**
 * Bands, questions and limits stand by their places among the names; -1 is none.
 * @typedef {object} Columns
 * @property {number[]} line
 * @property {string[]} account
 * @property {string[]} status
 * @property {(number | null)[]} number
 * @property {(number | null)[]} open
 * @property {number[]} ask
 * @property {number[]} near
 * @property {(number | null)[]} distance points to the nearest limit, below 0 where it is not reached
 * @property {number[]} band
 * @property {number[]} lowest
 * @property {number[]} highest
 * @property {(number | null)[]} [sure]
 * @property {string[]} [present]
 */
/** @typedef {{ number: string, dimensions: [string, string][], ids: string[], bands: string[], questions: string[], limits: string[] }} Names */
/** @typedef {keyof Columns} Key */
/** @typedef {{ find: string, only: string, sort: Key, falls: boolean }} View only: the place of a band, or a name of CHOICES */

/** Points from a limit within which a result is a close call. */
export const CLOSE = 5;

/** @type {Readonly<Record<string, (columns: Columns, place: number, overridden: ReadonlySet<number>) => boolean>>} */
const CHOICES = {
  "no-band": ({ band }, place) => band[place] === -1,
  incomplete: ({ open }, place) => Boolean(open[place]),
  overridden: (_, place, overridden) => overridden.has(place),
  "close-call": ({ distance }, place) => Math.abs(distance[place] ?? Infinity) < CLOSE,
};
export const CHOICE_NAMES = Object.keys(CHOICES);

/** @returns {Columns} */
export function noColumns() {
  return { line: [], account: [], status: [], number: [], open: [], ask: [], near: [], distance: [], band: [], lowest: [], highest: [] };
}

/** Columns that the engine writes in whole tenths. */
const IN_TENTHS = ["number", "distance", "sure"];

/**
 * @param {Columns} columns get longer
 * @param {Columns} part as the engine writes it
 */
export function join(columns, part) {
  const all = /** @type {Record<string, unknown[]>} */ (/** @type {unknown} */ (columns));
  for (const [name, cells] of Object.entries(part)) {
    const column = (all[name] ??= []);
    if (IN_TENTHS.includes(name)) for (const cell of /** @type {(number | null)[]} */ (cells)) column.push(cell === null ? null : cell / 10);
    else for (const cell of cells) column.push(cell);
  }
}

/**
 * How many accounts stand in each band; the last number is of those without.
 * @param {Columns} columns
 * @param {number} bands
 */
export function counts({ band }, bands) {
  const found = Array.from({ length: bands + 1 }, () => 0);
  for (const place of band) found[place < 0 ? bands : place] = (found[place < 0 ? bands : place] ?? 0) + 1;
  return found;
}

/**
 * The places of the accounts that a view shows, in its order.
 * @param {{ columns: Columns, overridden: { list: readonly { place: number }[] } }} result overridden: accounts that are to stand elsewhere
 * @param {View} view
 * @param {() => boolean} isWanted whether somebody still waits for them
 * @returns {Promise<number[] | null>} null where nobody does
 */
export async function chosen({ columns, overridden: { list } }, { find, only, sort, falls }, isWanted) {
  const pieces = new Pieces(isWanted);
  const overridden = new Set(list.map(({ place }) => place));
  const wanted = find.normalize("NFKC").trim().toLowerCase();
  const isShown = CHOICES[only] ?? ((/** @type {Columns} */ { band }, /** @type {number} */ place) => only === "" || band[place] === Number(only));
  const named = (/** @type {number} */ place) => (columns.account[place] ?? "").normalize("NFKC").toLowerCase().includes(wanted);
  const fits = (/** @type {number} */ place) => (!wanted || named(place)) && isShown(columns, place, overridden);
  const order = orderOf(columns[sort] ?? [], sort);
  const sign = falls ? -1 : 1;
  try {
    // What else is new on the page is laid out first: together with the rows it would take too long.
    await pieces.pause();
    const places = await placesOf(columns.account.length, fits, pieces);
    return await sortedPlaces(places, (one, other) => order(one, other, sign) || one - other, pieces);
  } catch (error) {
    if (error instanceof Overtaken) return null;
    throw error;
  }
}

/**
 * What is not there comes last, whichever way a column is sorted.
 * @param {readonly (string | number | null)[]} cells
 * @param {Key} key
 * @returns {(one: number, other: number, sign: number) => number}
 */
function orderOf(cells, key) {
  const collator = new Intl.Collator(undefined, { numeric: true });
  return (one, other, sign) => {
    const [low, high] = [cells[one] ?? null, cells[other] ?? null];
    const [lacksLow, lacksHigh] = [isNone(low, key), isNone(high, key)];
    if (lacksLow || lacksHigh) return Number(lacksLow) - Number(lacksHigh);
    if (typeof low === "string" || typeof high === "string") return sign * collator.compare(String(low), String(high));
    // The nearest limit, reached or not.
    const [first, second] = key === "distance" ? [Math.abs(Number(low)), Math.abs(Number(high))] : [Number(low), Number(high)];
    return sign * (first - second);
  };
}

/**
 * @param {string | number | null} cell
 * @param {Key} key
 */
function isNone(cell, key) {
  return cell === null || cell === "" || (key === "band" && cell === -1);
}
