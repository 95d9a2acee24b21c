// @ts-check
/** The questions that a tool's page asks before something gives way. */
import { ask } from "../elements/question.js";
import { countAnswers } from "../store/answer-record.js";
import { about } from "./telling.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/**
 * @typedef {object} Parts
 * @property {{ id: string, title: string }} tool
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {Words} words
 * @property {() => void} offer offers the answers as a file
 */

/**
 * What to remove from this device: the answers alone, or the results and the actions as well.
 * @param {Parts} parts
 * @param {{ aside: number, results: number, actions: number }} others how many there are about the subject
 * @returns {Promise<"answers" | "everything" | null>} null where nothing is to be removed
 */
export async function whatToRemove({ words, offer, ...parts }, { aside, results, actions }) {
  const values = { ...whatStands({ words, ...parts }), tool: parts.tool.title, number: results, actions, aside };
  const sentences = [words.say("start-over-text", values)];
  if (aside) sentences.push(words.say("start-over-aside", values));
  if (results) sentences.push(words.say("start-over-results", values));
  if (actions) sentences.push(words.say("start-over-actions", values));
  const anew = { name: "answers", text: words.say("start-over-anew"), leads: true };
  const chosen = await askWithDownload(words, offer, {
    title: words.say("start-over-title"),
    text: sentences.join(" "),
    choices: [...(results || actions ? [anew] : []), { name: "everything", text: words.say("start-over-choice") }],
  });
  return chosen === "answers" || chosen === "everything" ? chosen : null;
}

/**
 * Whether answers that are kept nowhere may leave the form.
 * @param {Parts} parts
 */
export async function mayLeave({ words, offer, ...parts }) {
  const chosen = await askWithDownload(words, offer, {
    title: words.say("leave-title"),
    text: words.say("leave-text", whatStands({ words, ...parts })),
    choices: [{ name: "leave", text: words.say("leave-choice") }],
  });
  return chosen === "leave";
}

/**
 * Whether an example may stand where the reader's own answers do.
 * @param {Words} words
 */
export async function mayShowExample(words) {
  const choice = await ask({
    title: words.say("example-title"),
    text: words.say("example-text"),
    choices: [
      { name: "show", text: words.say("example-choice"), leads: true },
      { name: "cancel", text: words.say("cancel") },
    ],
  });
  return choice === "show";
}

/**
 * @param {Words} words
 * @param {() => void} offer
 * @param {import("../elements/question.js").Question} question
 * @returns {Promise<string | null>} what the reader chose, after as many downloads as wanted
 */
async function askWithDownload(words, offer, { title, text, choices }) {
  const more = [
    { name: "download", text: words.say("download-first") },
    { name: "cancel", text: words.say("cancel") },
  ];
  for (;;) {
    const chosen = await ask({ title, text, choices: [...choices, ...more] });
    if (chosen !== "download") return chosen;
    offer();
  }
}

/** @param {Pick<Parts, "answers" | "keeper" | "words">} parts */
function whatStands({ answers, keeper, words }) {
  const number = answers.untouched ? 0 : countAnswers(answers.read().input);
  return { about: about(words, keeper.subject), answered: words.say("answered", { number }) };
}
