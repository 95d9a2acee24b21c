// @ts-check
/** Which column is what, with the limits of figures: saved as a file that the command line reads too, and taken over from one. */
import { download } from "../elements/download.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { isObject } from "../store/answer-record.js";
import { readMap } from "./mapper.js";
import { showRefusal } from "./showing.js";
import { visit } from "./visit.js";

/** @typedef {import("./desk.js").ListMap} ListMap */
/** @typedef {import("./desk.js").Source} Source */
/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

export const MAP_FILES = ".json,application/json";

/** Bytes. No map is so large. */
const LARGEST = 1e6;

/** @param {PortfolioList} page */
export function saveMap(page) {
  const { map, tool } = visit.work;
  if (!map) return;
  download(fileName(`${tool}-map`, "", dayOf(new Date().toISOString()), "json"), `${JSON.stringify(map, null, 2)}\n`, "application/json");
  page.say("saved");
}

/**
 * Read the columns of the open list as a file says; columns that the list does not have are named.
 * @param {PortfolioList} page
 * @param {File | null} file
 */
export async function takeMap(page, file) {
  const { look } = visit.work;
  if (!file || !look) return;
  const given = file.size > LARGEST ? null : mapIn(await file.text().catch(() => ""));
  showRefusal(page, given ? "" : page.words.say("map-refused", { file: file.name }), []);
  if (!given) return;
  const { map, missing } = fitted(given, look.header);
  visit.work.map = map;
  await page.showAnew();
  const table = page.querySelector(".portfolio-map");
  // What the questionnaire does not ask for has no row, and is left behind.
  if (table instanceof HTMLTableElement) visit.work.map = readMap(table, page.marks);
  const number = columnsOf(visit.work.map).length;
  page.say(missing.length ? "map-missing" : "map-taken", { file: file.name, number, missing: missing.join(", ") });
}

/** @param {string} text @returns {ListMap | null} null where it holds none */
function mapIn(text) {
  try {
    const given = JSON.parse(text);
    const { answers, facts = {} } = given;
    return isObject(answers) && isObject(facts) ? { ...given, answers, facts } : null;
  } catch {
    return null;
  }
}

/**
 * @param {ListMap} given
 * @param {readonly string[]} header
 * @returns {{ map: ListMap, missing: string[] }}
 */
function fitted(given, header) {
  const { account, present, answers, facts } = given;
  const has = (/** @type {unknown} */ source) => header.includes(columnOf(source));
  /** @param {Record<string, any>} record */
  const kept = (record) => Object.fromEntries(Object.entries(record).filter(([, source]) => has(source)));
  const named = /** @type {{ account?: string, present?: string }} */ (kept({ account, present }));
  const missing = columnsOf(given).filter((column) => !header.includes(column));
  return { map: { ...named, answers: kept(answers), facts: kept(facts) }, missing };
}

/** @param {ListMap} map */
function columnsOf({ account, present, answers, facts }) {
  return [account, ...Object.values(answers), ...Object.values(facts), present].map(columnOf).filter(Boolean);
}

/** @param {unknown} source @returns {string} */
function columnOf(source) {
  const column = isObject(source) ? /** @type {Source} */ (source).column : source;
  return typeof column === "string" ? column : "";
}
