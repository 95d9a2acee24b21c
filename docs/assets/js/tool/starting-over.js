// @ts-check
/** Removes the answers to a tool about one subject, once the reader has said what, and can put them back. */
import { nobody } from "../store/subjects.js";
import { whatToRemove } from "./asking.js";
import { isForeign } from "./standing.js";
import { about } from "./telling.js";

/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Notices} Notices */
/**
 * @typedef {object} Parts
 * @property {{ id: string, title: string }} tool
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {Notices} notices
 * @property {Words} words
 * @property {() => void} changed called when the form says something else
 * @property {() => Promise<boolean>} back shows the reader's own answers in place of an example, or of a link's;
 *   false where the browser did not let it
 * @property {() => void} offer offers the answers as a file
 */

const MATTER = "start-over";

/**
 * @param {Parts} parts
 * @returns {Promise<boolean>} whether the form is empty now
 */
export async function startOver(parts) {
  const { tool, keeper, store, notices, words, changed, back } = parts;
  const wasForeign = isForeign(keeper.state);
  if (wasForeign && !(await back())) return false;
  const kept = await store.results.of(tool.id, keeper.subject);
  const planned = await store.actions.about(tool.id, keeper.subject);
  const actions = planned.done ? planned.result.filter((action) => action.tool === tool.id) : [];
  const drafts = await store.kept(tool.id, "", keeper.subject);
  const aside = drafts.done ? drafts.result.aside.length : 0;
  const isEmpty = drafts.done && !drafts.result.draft && !drafts.result.damaged && !aside;
  const isAlone = isEmpty && kept.done && !kept.result.length && !actions.length && !store.leftovers(tool.id).length;
  // Nothing stood there but the example.
  if (wasForeign && isAlone) return true;
  const chosen = await whatToRemove(parts, { aside, results: kept.done ? kept.result.length : 0, actions: actions.length });
  if (!chosen) return false;
  await keeper.settled();
  const standing = keeper.standing();
  const { subject } = standing;
  const whose = { about: about(words, subject) };
  const outcome = await store.remove(tool.id, subject, { results: chosen === "everything" });
  if (!outcome.done) {
    notices.show(MATTER, words.say("start-over-refused", whose));
    return false;
  }
  notices.withdrawAll();
  keeper.begin(chosen === "everything" ? nobody(subject.kind) : subject);
  changed();
  const act = async () => {
    const back = await store.putBack(tool.id, subject, outcome.result);
    if (!back.done) return notices.show(MATTER, words.say("put-back-refused", whose), undo);
    await keeper.stand(standing);
    changed();
    notices.show(MATTER, words.say("put-back", whose));
  };
  const undo = { text: words.say("undo"), act: () => void act() };
  notices.show(MATTER, words.say(chosen === "everything" ? "started-over" : "begun-anew", whose), undo);
  return true;
}
