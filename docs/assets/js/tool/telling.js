// @ts-check
/** How sentences speak of a subject, who may have no name. */
import { shownDay } from "../elements/shown-time.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/subjects.js").Subject} Subject */

/**
 * @param {Words} words
 * @param {Pick<Subject, "name">} subject
 * @returns {string} such as: about “Yunhe”
 */
export function about(words, { name }) {
  return name ? words.say("about", { subject: name }) : words.say("about-nobody");
}

/**
 * @param {Words} words
 * @param {string} key of a sentence with {subject}; KEY-nobody is the one for answers without a name
 * @param {Pick<Subject, "name">} subject
 * @param {Record<string, string>} [values]
 */
export function sayOf(words, key, { name }, values = {}) {
  return name ? words.say(key, { subject: name, ...values }) : words.say(`${key}-nobody`, values);
}

/**
 * When the answers in the form are from, who gave them and on what occasion; an example says that it is invented,
 * on whatever it is printed.
 * @param {Words} words
 * @param {import("./keeper.js").Keeper} keeper
 */
export function labelOf(words, keeper) {
  if (keeper.state === "example") return words.say("fictional");
  const { respondent, occasion } = keeper.standing();
  return [shownDay(keeper.saved || new Date().toISOString()), respondent, occasion].filter(Boolean).join(" · ");
}

/**
 * Why the engine refused what it was given: its first two problems, each with the way to mend it.
 * @param {Pick<import("../engine/client.js").Answer, "error">} answer
 * @returns {string} empty where it did not
 */
export function refusalOf({ error }) {
  return (error?.problems ?? []).slice(0, 2).flatMap(({ message, hint }) => [message, hint]).filter(Boolean).join(" ");
}
