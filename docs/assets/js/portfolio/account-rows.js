// @ts-check
/** What the table of accounts shows: its columns, and the row of each account. */
import { CHOICE_NAMES } from "./columns.js";
import { overrideTold } from "./overriding.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./columns.js").Key} Key */
/** @typedef {import("./desk.js").Result} Result */
/** @typedef {import("./showing.js").Written} Written */
/** @typedef {{ key: Key | "override", title: string, isNumber?: boolean, isWide?: boolean, text: (place: number) => string }} Column isWide: for a wide page only */

/**
 * @param {Result} result
 * @param {Words} words
 * @param {Written} written
 * @returns {Column[]}
 */
export function columnsOf(result, words, written) {
  const { columns, names, overridden } = result;
  const overrides = new Map(overridden.list.map((each) => [each.place, each]));
  const say = (/** @type {string} */ key) => words.say(key);
  const shown = (/** @type {number | null | undefined} */ number) => (typeof number === "number" ? written.number.format(number) : "");
  /** @type {Column[]} */
  const found = [
    { key: "account", title: say("account-column"), text: (place) => columns.account[place] ?? "" },
    { key: "band", title: say("band"), text: (place) => bandOf(result, place, words) },
    { key: "number", title: names.number, isNumber: true, isWide: overrides.size > 0, text: (place) => shown(columns.number[place]) },
  ];
  const told = (/** @type {number} */ place) => (overrides.has(place) ? overrideTold(/** @type {any} */ (overrides.get(place)), result, words) : "");
  if (overrides.size) found.splice(2, 0, { key: "override", title: say("override"), text: told });
  const { sure, present } = columns;
  if (sure) found.push({ key: "sure", title: say("sure"), isNumber: true, isWide: true, text: (place) => (typeof sure[place] === "number" ? words.say("percent", { number: shown(sure[place]) }) : "") });
  found.push(
    { key: "open", title: say("open"), isNumber: true, isWide: true, text: (place) => shown(columns.open[place]) },
    { key: "distance", title: say("nearest"), isWide: true, text: (place) => nearest(result, place, words, written) },
  );
  if (present) found.push({ key: "present", title: say("present-column"), isWide: true, text: (place) => present[place] ?? "" });
  return found;
}

/**
 * The band of an account; where there is none, those that it could come to.
 * @param {Result} result
 * @param {number} place
 * @param {Words} words
 */
function bandOf({ columns, names }, place, words) {
  const band = names.bands[columns.band[place] ?? -1];
  if (band) return band;
  if (columns.status[place] === "malformed") return words.say("malformed");
  const [lowest, highest] = [names.bands[columns.lowest[place] ?? -1], names.bands[columns.highest[place] ?? -1]];
  if (!lowest || !highest) return words.say("no-band");
  return lowest === highest ? words.say("either-way", { band: lowest }) : words.say("between", { lowest, highest });
}

/**
 * @param {Result} result
 * @param {number} place
 * @param {Words} words
 * @param {Written} written
 */
function nearest({ columns, names }, place, words, { points }) {
  const limit = names.limits[columns.near[place] ?? -1];
  const distance = columns.distance[place];
  return limit && typeof distance === "number" ? words.say("distance", { limit, distance: points.format(distance).replace("-", "\u2212") }) : "";
}

/**
 * Write the header, each column with the button that sorts by it.
 * @param {HTMLElement} frame
 * @param {readonly Column[]} columns
 * @param {Words} words
 * @param {import("./columns.js").View} view
 */
export function showHeader(frame, columns, words, { sort, falls }) {
  const had = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.sort : undefined;
  const cells = columns.map(({ key, title, isNumber, isWide }) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    if (isNumber) cell.className = "numeric";
    cell.toggleAttribute("data-wide", Boolean(isWide));
    cell.dataset.key = key;
    if (key === "override") {
      cell.textContent = title;
      return cell;
    }
    if (key === sort) cell.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "portfolio-sort", textContent: title });
    Object.assign(button.dataset, { act: "sort", sort: key });
    button.title = words.say("sort-by", { column: title });
    cell.append(button);
    return cell;
  });
  frame.querySelector("thead tr")?.replaceChildren(...cells);
  if (had) cells.map((cell) => cell.querySelector("button")).find((button) => button?.dataset.sort === had)?.focus();
}

/**
 * @param {HTMLElement} frame holds the template of a row
 * @param {readonly Column[]} columns
 * @param {number} place
 * @returns {HTMLElement}
 */
export function rowOf(frame, [account, ...others], place) {
  const template = /** @type {HTMLTemplateElement} */ (frame.querySelector("template[data-row]"));
  const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild);
  const button = /** @type {HTMLElement} */ (row.querySelector("button"));
  button.textContent = account?.text(place) ?? "";
  button.dataset.place = String(place);
  for (const { text, isNumber, isWide } of others) {
    const cell = Object.assign(document.createElement("td"), { textContent: text(place) });
    if (isNumber) cell.className = "numeric";
    cell.toggleAttribute("data-wide", Boolean(isWide));
    cell.title = cell.textContent ?? "";
    row.append(cell);
  }
  return row;
}

/**
 * What can be shown alone: the accounts of a band, those without one, those to look at.
 * @param {HTMLElement} root
 * @param {Result} result
 * @param {import("./columns.js").View} view
 * @param {Words} words
 */
export function showChoices(root, { names }, { only, find }, words) {
  const select = root.querySelector("[data-only]");
  const field = root.querySelector("[data-find]");
  if (!(select instanceof HTMLSelectElement) || !(field instanceof HTMLInputElement)) return;
  const bands = names.bands.map((name, place) => new Option(name, String(place)));
  const others = CHOICE_NAMES.map((name) => new Option(words.say(name), name));
  select.replaceChildren(new Option(words.say("all-bands"), ""), ...bands, ...others);
  select.value = only;
  field.value = find;
}
