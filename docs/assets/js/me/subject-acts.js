// @ts-check
/** What can be done with a line of results: rename whom it is about, join two names, begin from a copy, remove. */
import { ask, askForText } from "../elements/question.js";
import { newSubject, tidyName } from "../store/subjects.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("./listing.js").Line} Line */
/**
 * @typedef {object} Parts
 * @property {AnswerStore} store
 * @property {Words} words
 * @property {Readonly<Record<string, { title: string }>>} tools
 */
/**
 * @typedef {object} Done what an act came to
 * @property {string} text
 * @property {() => Promise<string>} [undo] its text: why it could not be taken back; empty where it was
 */

/**
 * @param {Line} line
 * @param {Parts} parts
 * @returns {Promise<Done | null>} null where the reader took it back
 */
export async function rename({ subject }, parts) {
  const { store, words } = parts;
  const name = await askForText({
    title: words.say("rename-title", { subject: subject.name }),
    text: words.say("rename-text"),
    field: words.say("new-name"),
    value: subject.name,
    choices: choices("rename", words),
  });
  if (name === null || !tidyName(name) || tidyName(name) === subject.name) return null;
  const outcome = await store.rename(subject, name);
  if (!outcome.done) return { text: words.say("refused") };
  const { taken, subject: renamed } = outcome.result;
  if (taken) return join(subject, taken, parts);
  return {
    text: words.say("renamed", { before: subject.name, subject: renamed.name }),
    undo: async () => refusalOf(await store.rename(renamed, subject.name), words),
  };
}

/**
 * @param {Subject} subject
 * @param {Subject} other who has the name already
 * @param {Parts} parts
 * @returns {Promise<Done | null>}
 */
async function join(subject, other, { store, words }) {
  const names = { before: subject.name, subject: other.name };
  const chosen = await ask({
    title: words.say("join-title", names), text: words.say("join-text", names), choices: choices("join", words),
  });
  if (chosen !== "join") return null;
  const outcome = await store.join(subject, other);
  if (!outcome.done) return { text: words.say("refused") };
  return {
    text: words.say("joined", names),
    undo: async () => {
      const parted = await store.part(outcome.result);
      return parted.done && !parted.result ? words.say("not-parted", names) : refusalOf(parted, words);
    },
  };
}

/**
 * @param {Line} line
 * @param {Parts} parts
 * @returns {Promise<Done | null>} null where the reader took it back
 */
export async function duplicate({ tool, subject, results: [latest], draft }, { store, words, tools }) {
  const from = draft ?? latest;
  const name = await askForText({
    title: words.say("duplicate-title"),
    text: words.say("duplicate-text", { tool: tools[tool]?.title ?? tool, subject: subject.name || words.say("nobody") }),
    field: words.say("new-name"),
    value: "",
    choices: choices("duplicate", words),
  });
  if (!from || name === null || !tidyName(name)) return null;
  const known = await store.subjectNamed(subject.kind, name);
  if (known.done && known.result) return { text: words.say("name-taken", { subject: known.result.name }) };
  const made = newSubject(subject.kind, name);
  const outcome = await store.results.duplicate(from, made);
  if (!outcome.done) return { text: words.say("refused") };
  return {
    text: words.say("duplicated", { subject: made.name }),
    undo: async () => refusalOf(await store.remove(tool, made, { results: true }), words),
  };
}

/**
 * @param {Line} line
 * @param {Parts} parts
 * @returns {Promise<Done>}
 */
export async function remove({ tool, subject, results }, { store, words, tools }) {
  const outcome = await store.remove(tool, subject, { results: true });
  if (!outcome.done) return { text: words.say("refused") };
  const { actions, aside } = outcome.result;
  const whose = { tool: tools[tool]?.title ?? tool, subject: subject.name || words.say("nobody") };
  const values = { ...whose, number: results.length, actions: actions.length };
  const told = [words.say(actions.length ? "removed-with-actions" : "removed", values)];
  if (aside.length) told.push(words.say("removed-aside", { aside: aside.length }));
  return { text: told.join(" "), undo: async () => refusalOf(await store.putBack(tool, subject, outcome.result), words) };
}

/**
 * @param {{ done: boolean }} outcome of taking something back
 * @param {Words} words
 */
function refusalOf({ done }, words) {
  return done ? "" : words.say("refused");
}

/**
 * @param {string} name of what the page proposes
 * @param {Words} words
 */
function choices(name, words) {
  return [{ name, text: words.say(name), leads: true }, { name: "cancel", text: words.say("cancel") }];
}
