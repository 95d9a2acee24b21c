// @ts-check
/** Says what is kept and how much room the site takes: the rows always, the bytes where the browser tells. */
import { pageLocale } from "../elements/page-locale.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/result-store.js").Kept} Kept */

/**
 * @param {HTMLElement} place
 * @param {Kept} kept
 * @param {Words} words
 */
export async function tellStored(place, { results, drafts, actions, subjects }, words) {
  const number = new Intl.NumberFormat(pageLocale());
  const counts = { results, drafts, actions, subjects };
  const shown = Object.fromEntries(Object.entries(counts).map(([name, rows]) => [name, number.format(rows.length)]));
  const rows = words.say("stored", shown);
  place.textContent = rows;
  const { usage, quota } = await estimate();
  if (usage === undefined || quota === undefined) return;
  place.textContent = [rows, words.say("stored-size", { usage: megabytes(usage), quota: megabytes(quota) })].join(" ");
}

/** @returns {Promise<StorageEstimate>} nothing in it where the browser does not say, as without https */
async function estimate() {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}

/**
 * Bytes as people write them: megabytes of a million bytes, with one digit where they are few.
 * @param {number} bytes
 */
function megabytes(bytes) {
  /** @type {Intl.NumberFormatOptions} */
  const style = { style: "unit", unit: "megabyte", maximumFractionDigits: bytes < 10_000_000 ? 1 : 0 };
  return new Intl.NumberFormat(pageLocale(), style).format(bytes / 1_000_000);
}
