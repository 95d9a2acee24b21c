// @ts-check
/** How sure somebody is of an answer: a choice beside it, which counts only while the question has one from 0 to 3. */
import { chosen, questions } from "./questions.js";

/** @typedef {Record<string, unknown>} Values */

const CHOICE = 'select[data-path^="confidence["]';

/**
 * @param {HTMLElement} question
 * @returns {HTMLSelectElement | null} null where the page has none
 */
export function confidenceOf(question) {
  return question.querySelector(CHOICE);
}

/**
 * Nobody is sure of an answer that is not there: back to "not said" beside each.
 * @param {HTMLFormElement} form
 */
export function dropIdleConfidence(form) {
  for (const question of questions(form)) {
    const choice = confidenceOf(question);
    if (choice?.value && !isLevel(chosen(question)?.value)) choice.value = "";
  }
}

/**
 * Say by a single key how sure the answer is; the same key again takes it back.
 * @param {HTMLElement} question
 * @param {string} key
 * @returns {string | null} what the choice says now, in the page's words; null where the key is none of them
 */
export function chooseConfidence(question, key) {
  const choice = confidenceOf(question);
  const option = [...(choice?.options ?? [])].find(({ dataset }) => dataset.key === key);
  if (!choice || !option || !isLevel(chosen(question)?.value)) return null;
  choice.value = option.selected ? "" : option.value;
  // As any other choice, so that every listener hears of it.
  for (const name of ["input", "change"]) choice.dispatchEvent(new Event(name, { bubbles: true }));
  return choice.selectedOptions[0]?.textContent ?? "";
}

/**
 * An input without what nobody can be sure of; whoever wrote it, the engine would refuse the whole of it.
 * @param {Values} input
 * @returns {Values}
 */
export function withoutIdleConfidence({ confidence, ...input }) {
  const idle = new Set(idleConfidence({ confidence, ...input }));
  const kept = entriesOf(confidence).filter(([name]) => !idle.has(name));
  return kept.length ? { ...input, confidence: Object.fromEntries(kept) } : input;
}

/**
 * @param {Values} input
 * @returns {string[]} questions of which it says how sure the answer is, without an answer from 0 to 3
 */
export function idleConfidence({ answers, confidence }) {
  const given = new Map(entriesOf(answers));
  return entriesOf(confidence).flatMap(([name]) => (isLevel(given.get(name)) ? [] : [name]));
}

/** @param {unknown} value of an answer, as the form or the engine's input has it */
function isLevel(value) {
  return typeof value === "number" || /^[0-3]$/.test(String(value));
}

/**
 * @param {unknown} values
 * @returns {[string, unknown][]}
 */
function entriesOf(values) {
  return typeof values === "object" && values !== null ? Object.entries(values) : [];
}
