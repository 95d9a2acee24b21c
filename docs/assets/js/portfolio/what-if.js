// @ts-check
/** What other weights and limits would move: the settings to change, who moves, the proposal to review. */
import { fillTable } from "../elements/report-table.js";
import { fillRow } from "../elements/slots.js";
import { readNumber, writeNumber } from "../form/numbers.js";
import { emptied, showNotices, tell } from "./showing.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../form/numbers.js").Marks} Marks */
/** @typedef {import("./desk.js").Told} Told */
/** @typedef {import("./columns.js").Names} Names */
/** @typedef {import("./showing.js").Written} Written */
/** @typedef {{ id: string, kind: string, title: string, value: number }} Setting */
/**
 * @typedef {object} Trial
 * @property {number} moved
 * @property {[string, string | null, string | null][]} moves the first of them: account, band before and then
 * @property {number[]} before accounts in each band, the last without one
 * @property {number[]} now
 * @property {string} proposal as YAML
 * @property {Told[]} notices
 */

/**
 * @param {HTMLElement} root
 * @param {readonly Setting[]} settings
 * @param {Words} words
 * @param {Marks} marks
 */
export function showSettings(root, settings, words, marks) {
  const holder = root.querySelector("[data-settings]");
  if (!(holder instanceof HTMLElement)) return;
  for (const label of holder.querySelectorAll("label")) label.remove();
  for (const { id, kind, title, value } of settings) {
    const input = fillRow(holder, { title: words.say(`${kind}-of`, { title }) })?.querySelector("input");
    if (!input) continue;
    input.dataset.setting = id;
    input.value = writeNumber(value, marks);
  }
}

/**
 * Those that the reader has changed; what is no number goes as it stands, and the engine says so.
 * @param {HTMLElement} root
 * @param {readonly Setting[]} settings
 * @param {Marks} marks
 * @returns {Record<string, unknown>}
 */
export function readSettings(root, settings, marks) {
  /** @type {Record<string, unknown>} */
  const changed = {};
  for (const { id, value } of settings) {
    const input = root.querySelector(`[data-setting="${CSS.escape(id)}"]`);
    if (!(input instanceof HTMLInputElement)) continue;
    const given = readNumber(input.value, marks).number ?? input.value;
    if (given !== value) changed[id] = given;
  }
  return changed;
}

/**
 * @param {HTMLElement} root
 * @param {Trial} trial
 * @param {Names} names
 * @param {Words} words
 * @param {Written} written
 */
export function showTrial(root, trial, names, words, { number }) {
  const total = trial.before.reduce((sum, each) => sum + each, 0);
  tell(root, "[data-moved]", words.say("moved", { number: number.format(trial.moved), total: number.format(total) }));
  const bands = [...names.bands, words.say("no-band")];
  const counted = emptied(root, ".portfolio-moved");
  const rows = bands.map((title, place) => [title, number.format(trial.before[place] ?? 0), number.format(trial.now[place] ?? 0)]);
  if (counted) fillTable(counted, { columns: ["band", "now", "then"].map((key) => words.say(key)), rows, numeric: [false, true, true] });
  showNotices(root, "[data-tried-notices]", trial.notices);
  root.querySelector("[data-moves]")?.toggleAttribute("hidden", !trial.moved);
  tell(root, "[data-moves] > summary", words.say("moves"));
  const titleOf = (/** @type {string | null} */ band) => names.bands[names.ids.indexOf(band ?? "")] ?? words.say("no-band");
  const moves = emptied(root, "[data-moves] table");
  const head = ["account-column", "now", "then"].map((key) => words.say(key));
  if (moves) fillTable(moves, { columns: head, rows: trial.moves.map(([account, before, now]) => [account, titleOf(before), titleOf(now)]) });
  const isCut = trial.moved > trial.moves.length;
  tell(root, "[data-more-moves]", isCut ? words.say("more-moves", { number: number.format(trial.moves.length) }) : "");
}
