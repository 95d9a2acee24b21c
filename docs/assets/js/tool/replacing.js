// @ts-check
/** Asks before the answers of a file take the place of others about the same subject, and says which are newer. */
import { ask } from "../elements/question.js";
import { shownTime } from "../elements/shown-time.js";
import { countAnswers, sameAnswers, saysNothing } from "../store/answer-record.js";
import { about } from "./telling.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-record.js").Given} Given */
/** @typedef {Given & { saved: string }} Dated */

/**
 * @param {Words} words
 * @param {Dated} file
 * @param {Dated & { subject: { name: string } }} standing what would give way
 * @param {boolean} isDated whether the file says when it was answered
 * @returns {Promise<boolean>} true, too, where nothing would give way
 */
export async function mayReplace(words, file, standing, isDated) {
  if (saysNothing(standing) || sameAnswers(file, standing)) return true;
  const later = isDated ? Date.parse(file.saved) - Date.parse(standing.saved) : 0;
  const values = { about: about(words, standing.subject), file: whenAnswered(words, file), kept: whenAnswered(words, standing) };
  const choice = await ask({
    title: words.say("import-replace-title", values),
    text: words.say(`import-replace-${later < 0 ? "older" : later > 0 ? "newer" : "other"}`, values),
    choices: [
      { name: "replace", text: words.say("import-replace-choice") },
      { name: "cancel", text: words.say("cancel") },
    ],
  });
  return choice === "replace";
}

/**
 * How much was answered, and when.
 * @param {Words} words
 * @param {Pick<Dated, "input" | "saved">} record
 */
export function whenAnswered(words, { input, saved }) {
  return words.say("answered-when", { answered: words.say("answered", { number: countAnswers(input) }), time: shownTime(saved) });
}
