// @ts-check
/** Writes what is known of a list into the page's places: what the file is, its first rows, counts, faults. */
import { fillTable } from "../elements/report-table.js";
import { counts } from "./columns.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./desk.js").Look} Look */
/** @typedef {import("./desk.js").Result} Result */
/** @typedef {{ number: Intl.NumberFormat, percent: Intl.NumberFormat, points: Intl.NumberFormat }} Written how the page writes numbers */

/** Characters of a cell of the preview. */
const LONGEST = 60;

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {string} text
 */
export function tell(root, selector, text) {
  const place = root.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * Show only the parts of the page that say something now.
 * @param {HTMLElement} root
 * @param {Record<string, boolean>} shown
 */
export function showParts(root, shown) {
  for (const part of root.querySelectorAll("[data-shown]")) {
    part.toggleAttribute("hidden", !(part instanceof HTMLElement && shown[part.dataset.shown ?? ""]));
  }
}

/**
 * What the file was found to be, and its first rows.
 * @param {HTMLElement} root
 * @param {Look} look
 * @param {string} file
 * @param {Words} words
 */
export function showLook(root, { about, header, preview, notices }, file, words) {
  const isBook = about.kind === "xlsx";
  const encoding = about.encoding === "mixed" ? words.say("mixed") : (about.encoding ?? "").toUpperCase().replace(/-SIG$/u, "");
  const said = words.say(isBook ? "about-xlsx" : "about-csv", { file, encoding, number: header.length });
  tell(root, "[data-about]", [said, ...notices.map(({ message, hint }) => `${message} ${hint}`)].join(" "));
  choose(root, "[data-sheet]", isBook ? (about.sheets ?? []) : [], about.sheet ?? "");
  root.querySelector("[data-separator-choice]")?.toggleAttribute("hidden", isBook);
  const separator = root.querySelector("[data-separator]");
  if (separator instanceof HTMLSelectElement) separator.value = about.separator ?? ",";
  const table = emptied(root, ".portfolio-preview table");
  if (table) fillTable(table, { columns: header.map(short), rows: preview.map((cells) => cells.map(short)) });
}

/**
 * @param {HTMLElement} root
 * @param {string} selector of a select whose label is shown where there is a choice
 * @param {readonly string[]} names
 * @param {string} chosen
 */
function choose(root, selector, names, chosen) {
  const place = root.querySelector(selector);
  if (!(place instanceof HTMLSelectElement)) return;
  place.replaceChildren(...names.map((name) => new Option(name, name)));
  place.value = chosen;
  place.closest("label")?.toggleAttribute("hidden", names.length < 2);
}

/**
 * How many accounts stand where; what the reader should know.
 * @param {HTMLElement} root
 * @param {Result} result
 * @param {Words} words
 * @param {Written} written
 */
export function showCounts(root, { columns, names, notices, overridden }, words, { number, percent }) {
  const found = counts(columns, names.bands.length);
  const all = Math.max(1, columns.account.length);
  const titles = [...names.bands, words.say("no-band")];
  const { held, expired, standing } = overridden;
  const then = (/** @type {number} */ place) => (held ? [number.format(standing[place] ?? 0)] : []);
  const rows = titles.map((title, place) => [title, number.format(found[place] ?? 0), percent.format((found[place] ?? 0) / all), ...then(place)]);
  const table = emptied(root, ".portfolio-counts");
  const head = ["band", "accounts", "share", ...(held ? ["with-overrides"] : [])].map((key) => words.say(key));
  if (table) fillTable(table, { columns: head, rows, numeric: [false, true, true, true] });
  tell(root, "[data-overrides]", held || expired ? words.say("overrides-told", { held: number.format(held), expired: number.format(expired) }) : "");
  tell(root, "[data-counted]", words.say("counted"));
  showNotices(root, "[data-notices]", notices);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector of a list
 * @param {readonly { message: string, hint: string }[]} notices
 */
export function showNotices(root, selector, notices) {
  const list = root.querySelector(selector);
  list?.replaceChildren(...notices.map(({ message, hint }) => item(`${message} ${hint}`)));
  list?.toggleAttribute("hidden", !notices.length);
}

/**
 * @param {HTMLElement} root
 * @param {Result} result
 * @param {Words} words
 * @param {Written} written
 */
export function showFaults(root, { problems, wrong }, words, { number }) {
  const place = root.querySelector("[data-problems]");
  place?.toggleAttribute("hidden", !wrong);
  const table = emptied(root, "[data-problems] table");
  if (!table || !wrong) return;
  tell(root, "[data-problems] > summary", words.say("problems", { number: number.format(wrong) }));
  const head = ["problem-line", "problem-column", "problem-what", "problem-remedy"].map((key) => words.say(key));
  const rows = problems.map(({ line, column, problem, remedy }) => [String(line), column, problem, remedy]);
  fillTable(table, { columns: head, rows });
  tell(root, "[data-more-problems]", wrong > problems.length ? words.say("more-problems", { number: number.format(problems.length) }) : "");
}

/**
 * Say why a file or a map cannot be used; nothing where all is well.
 * @param {HTMLElement} root
 * @param {string} title
 * @param {readonly { message: string, hint: string }[]} problems
 * @param {string} [selector] of the place that says so
 */
export function showRefusal(root, title, problems, selector = "[data-refused]") {
  const place = root.querySelector(selector);
  if (!(place instanceof HTMLElement)) return;
  place.hidden = !title;
  tell(place, "p", title);
  place.querySelector("ul")?.replaceChildren(...problems.map(({ message, hint }) => item(`${message} ${hint}`)));
  if (title) place.focus();
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @returns {HTMLTableElement | null}
 */
export function emptied(root, selector) {
  const table = root.querySelector(selector);
  if (!(table instanceof HTMLTableElement)) return null;
  table.tHead?.rows[0]?.replaceChildren();
  table.tBodies[0]?.replaceChildren();
  return table;
}

/** @param {string} text */
function item(text) {
  return Object.assign(document.createElement("li"), { textContent: text });
}

/** @param {string} text */
function short(text) {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
