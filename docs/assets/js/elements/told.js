// @ts-check
/** How lists tell a result: its band and its number, in the language of the page. */

/** @typedef {import("./words.js").Words} Words */
/** @typedef {import("../store/results.js").Result} Result */

/**
 * @param {Pick<Result, "told">} result
 * @param {Words} words
 * @returns {string} such as: Stage 2 · 2 of 3 stages passed
 */
export function toldIn({ told }, words) {
  const { language = "" } = document.documentElement.dataset;
  const said = told?.words[language];
  if (!said) return words.say("not-told");
  const number = [said.score, said.unit].filter(Boolean).join(said.unit && /^[\p{Script=Han}]/u.test(said.unit) ? "" : " ");
  return [said.band, number].filter(Boolean).join(" · ") || words.say("no-result");
}
