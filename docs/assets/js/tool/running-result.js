// @ts-check
/** Shows the result so far in one line, while the reader answers. */

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../elements/words.js").Words} Words */

/**
 * @param {HTMLElement} line
 * @param {Answer} answer
 * @param {Words} words
 */
export function showRunning(line, { document: blocks = [] }, words) {
  const summary = blocks.find((block) => block.kind === "summary");
  const shown = (/** @type {string} */ name) => String(summary?.[name] ?? "");
  const values = { score: shown("score"), unit: shown("unit"), band: shown("band") };
  line.textContent = values.score ? words.say("live", values) : words.say("live-none");
}
