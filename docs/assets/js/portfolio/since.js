// @ts-check
/** Shows what moved since an earlier file: how many went which way, each account with the reason, who is new or gone. */
import { fillTable } from "../elements/report-table.js";
import { emptied, showNotices, tell } from "./showing.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./columns.js").Names} Names */
/** @typedef {import("./desk.js").Told} Told */
/** @typedef {import("./showing.js").Written} Written */
/** @typedef {[string, string, string]} Change what it is about, and what stood there before and now */
/**
 * @typedef {object} Since
 * @property {number} moved
 * @property {[string, string | null, string | null, Change[]][]} moves the first of them: account, band before and now
 * @property {[string | null, string | null, number][]} ways band before and now, and how many went so
 * @property {string[]} new the first of them
 * @property {number} added
 * @property {string[]} gone the first of them
 * @property {number} left
 * @property {number} same
 * @property {number} refused lines of the earlier file without an account of their own
 * @property {Told[]} notices
 */

/** @type {Readonly<Record<string, string>>} what an answer is that is no number -> its word */
const CODES = { "": "answer-open", "?": "answer-unread", na: "answer-na", yes: "fact-yes", no: "fact-no" };

/**
 * @param {HTMLElement} root
 * @param {{ since: Since, file: string, names: Names }} told
 * @param {Words} words
 * @param {Written} written
 */
export function showSince(root, { since, file, names }, words, { number }) {
  const say = (/** @type {string} */ key) => words.say(key);
  const titleOf = (/** @type {string | null} */ band) => names.bands[names.ids.indexOf(band ?? "")] ?? say("no-band");
  const counted = { moved: since.moved, same: since.same, added: since.added, left: since.left };
  const shown = Object.fromEntries(Object.entries(counted).map(([name, count]) => [name, number.format(count)]));
  tell(root, "[data-since]", words.say("since-told", { file, ...shown }));
  tell(root, "[data-since-refused]", since.refused ? words.say("since-refused", { number: number.format(since.refused) }) : "");
  showNotices(root, "[data-since-notices]", since.notices);

  const ways = emptied(root, ".portfolio-ways");
  const head = ["before", "now", "accounts"].map(say);
  if (ways) fillTable(ways, { columns: head, rows: since.ways.map(([before, now, count]) => [titleOf(before), titleOf(now), number.format(count)]), numeric: [false, false, true] });
  root.querySelector("[data-ways]")?.toggleAttribute("hidden", !since.moved);

  const rows = since.moves.map(([account, before, now, changes]) => [account, titleOf(before), titleOf(now), reasonOf(changes, words)]);
  const moves = emptied(root, "[data-since-moves] table");
  if (moves) fillTable(moves, { columns: ["account-column", "before", "now", "why"].map(say), rows });
  root.querySelector("[data-since-moves]")?.toggleAttribute("hidden", !since.moved);
  tell(root, "[data-since-moves] > summary", say("since-moves"));
  tell(root, "[data-since-more]", since.moved > rows.length ? words.say("more-moves", { number: number.format(rows.length) }) : "");
  showNames(root, "[data-since-new]", words.say("since-new", { number: shown.added ?? "" }), since.new, since.added - since.new.length, words, number);
  showNames(root, "[data-since-gone]", words.say("since-gone", { number: shown.left ?? "" }), since.gone, since.left - since.gone.length, words, number);
}

/**
 * @param {readonly Change[]} changes
 * @param {Words} words
 */
function reasonOf(changes, words) {
  const wordOf = (/** @type {string} */ code) => (CODES[code] ? words.say(CODES[code]) : code);
  const said = changes.map(([title, before, now]) => words.say("change", { title, before: wordOf(before), now: wordOf(now) }));
  return said.join(" · ") || words.say("why-rules");
}

/**
 * @param {HTMLElement} root
 * @param {string} selector of a place that opens
 * @param {string} title
 * @param {readonly string[]} accounts
 * @param {number} more that are not listed
 * @param {Words} words
 * @param {Intl.NumberFormat} number
 */
function showNames(root, selector, title, accounts, more, words, number) {
  const place = root.querySelector(selector);
  place?.toggleAttribute("hidden", !accounts.length);
  tell(root, `${selector} > summary`, title);
  const items = accounts.map((account) => Object.assign(document.createElement("li"), { textContent: account }));
  if (more) items.push(Object.assign(document.createElement("li"), { textContent: words.say("and-more", { number: number.format(more) }) }));
  place?.querySelector("ul")?.replaceChildren(...items);
}
