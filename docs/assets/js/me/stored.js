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
  const { usage, quota } = await estimate();
  const isKnown = usage !== undefined && quota !== undefined;
  const size = isKnown ? [words.say("stored-size", { usage: shownSize(usage), quota: shownSize(quota) })] : [];
  place.textContent = [rows, ...size].join(" ");
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
 * Bytes as people write them: kilobytes of a thousand bytes, megabytes of a million or gigabytes of a thousand of
 * those, with one digit where they are few.
 * @param {number} bytes
 */
export function shownSize(bytes) {
  const [unit, size] = bytes < 1e5 ? ["kilobyte", bytes / 1e3] : bytes < 1e9 ? ["megabyte", bytes / 1e6] : ["gigabyte", bytes / 1e9];
  return new Intl.NumberFormat(pageLocale(), { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}
