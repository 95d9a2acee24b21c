// @ts-check
/** Keeps what a team agreed on as a result of its own; other answers of the subject are put aside, and not unasked. */
import { ask } from "../elements/question.js";
import { shownDay } from "../elements/shown-time.js";
import { countAnswers, sameAnswers, saysNothing } from "../store/answer-record.js";
import { newSubject, nobody, tidyName } from "../store/subjects.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/results.js").Told} Told */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/**
 * @typedef {object} Agreed
 * @property {Record<string, unknown>} input
 * @property {Record<string, string>} notes
 * @property {string} subject
 * @property {string} kind of the subject
 * @property {string} respondent
 * @property {string} occasion
 */

/**
 * @param {Agreed} agreed
 * @param {{ store: AnswerStore, mark: DefinitionMark, told: Told, words: Words }} parts
 * @returns {Promise<{ subject: Subject } | "left" | "refused">} left: the reader changed nothing
 */
export async function keepAgreed({ input, notes, subject: name, kind, respondent, occasion }, { store, mark, told, words }) {
  const known = await store.subjectNamed(kind, name);
  if (!known.done) return "refused";
  const subject = known.result ?? (tidyName(name) ? newSubject(kind, name) : nobody(kind));
  const kept = await store.kept(mark.tool, mark.version, subject);
  if (!kept.done) return "refused";
  const before = kept.result.draft;
  const isOther = before !== null && countAnswers(before.input) > 0 && !sameAnswers({ ...before, notes }, { input, notes });
  if (isOther && !(await mayReplace(before, subject, words))) return "left";
  const draft = {
    ...mark, input, notes, respondent, occasion, saved: new Date().toISOString(), scored: true, subjectId: subject.id,
    stamp: store.newStamp(),
  };
  const inPlace = before?.version === mark.version ? before : null;
  // The same answers with the notes of somebody else; the team's own reasons of before just give way.
  const isOwn = before?.respondent === respondent && before.occasion === occasion;
  const givesWay = isOther || (!isOwn && inPlace !== null && !saysNothing(inPlace) && !sameAnswers(inPlace, { input, notes }));
  const written = await store.write({
    draft, subject, seen: inPlace?.stamp ?? null, insist: true, told, puttingAside: givesWay && inPlace ? [inPlace] : [],
  });
  if (!written.done || written.result.removed) return "refused";
  store.workOn(mark.tool, written.result.subject);
  return { subject: written.result.subject };
}

/**
 * @param {import("../store/answer-record.js").Draft} before
 * @param {Subject} subject
 * @param {Words} words
 */
async function mayReplace({ input, saved }, { name }, words) {
  const choice = await ask({
    title: words.say("replace-title", { subject: name || "–" }),
    text: words.say("replace-text", { number: countAnswers(input), day: shownDay(saved) }),
    choices: [{ name: "keep", text: words.say("replace-choice") }, { name: "cancel", text: words.say("cancel") }],
  });
  return choice === "keep";
}
