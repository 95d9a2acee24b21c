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
 * Whether to remove the answers from this device.
 * @param {Parts} parts
 */
export function mayRemove({ words, offer, ...parts }) {
  const values = { ...whatStands({ words, ...parts }), tool: parts.tool.title };
  return askWithDownload(words, offer, {
    title: words.say("start-over-title"),
    text: words.say("start-over-text", values),
    choice: words.say("start-over-choice"),
  });
}

/**
 * Whether answers that are kept nowhere may leave the form.
 * @param {Parts} parts
 */
export function mayLeave({ words, offer, ...parts }) {
  return askWithDownload(words, offer, {
    title: words.say("leave-title"),
    text: words.say("leave-text", whatStands({ words, ...parts })),
    choice: words.say("leave-choice"),
  });
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
 * @param {{ title: string, text: string, choice: string }} question
 * @returns {Promise<boolean>} whether the reader chose it, after as many downloads as wanted
 */
async function askWithDownload(words, offer, { title, text, choice }) {
  const choices = [
    { name: "yes", text: choice },
    { name: "download", text: words.say("download-first") },
    { name: "cancel", text: words.say("cancel") },
  ];
  for (;;) {
    const chosen = await ask({ title, text, choices });
    if (chosen !== "download") return chosen === "yes";
    offer();
  }
}

/** @param {Pick<Parts, "answers" | "keeper" | "words">} parts */
function whatStands({ answers, keeper, words }) {
  const number = answers.untouched ? 0 : countAnswers(answers.read().input);
  return { about: about(words, keeper.subject), answered: words.say("answered", { number }) };
}
