// @ts-check
/** The questions of a team, the most divided first: each answer with its people, a prompt, and what is agreed. */
import { fillRow, fillSlots, slot } from "../elements/slots.js";

/** @typedef {import("../engine/client.js").Block} Block */
/** @typedef {import("./session.js").SessionData} SessionData */
/** @typedef {{ value: string, text: string, count: string, share: number }} AnswerShown */
/** @typedef {Block & { id: string, title: string, answers: AnswerShown[] }} QuestionBlock */

/**
 * @param {readonly Block[]} blocks
 * @returns {QuestionBlock[]}
 */
export function questionsIn(blocks) {
  return /** @type {QuestionBlock[]} */ (blocks.filter(({ kind }) => kind === "question"));
}

/**
 * @param {HTMLElement} holder of the cards and their template
 * @param {readonly QuestionBlock[]} questions
 * @param {SessionData} data
 */
export function showCards(holder, questions, data) {
  for (const card of holder.querySelectorAll(":scope > [data-question]")) card.remove();
  const template = holder.querySelector("template");
  for (const question of questions) {
    const card = template && document.importNode(template.content, true).firstElementChild;
    if (!(card instanceof HTMLElement)) return;
    fillQuestion(card, question);
    card.id = `q.${question.id}`;
    card.dataset.question = question.id;
    for (const [place, row] of [...card.querySelectorAll(".team-answer")].entries()) {
      const radio = row.querySelector("input");
      if (radio) Object.assign(radio, { name: `agreed.${question.id}`, value: question.answers[place]?.value ?? "" });
    }
    holder.append(card);
    showDecision(card, data);
  }
}

/**
 * Write a question, its answers and their people into a template's copy.
 * @param {HTMLElement} root
 * @param {QuestionBlock} question
 * @param {Record<string, unknown>} [more] texts for other places
 */
export function fillQuestion(root, { answers, ...question }, more = {}) {
  fillSlots(root, { ...question, ...more });
  const rows = slot(root, "rows");
  for (const { share, ...shown } of answers) {
    const { value } = shown;
    const row = fillRow(rows, { ...shown, value: value === "na" ? "" : value });
    row?.style.setProperty("--value", `${share}%`);
    row?.toggleAttribute("data-nobody", !share);
    if (row) row.dataset.answer = value;
  }
  root.dataset.pattern = String(question.pattern);
}

/**
 * What is agreed on a question, as its card shows it.
 * @param {HTMLElement} card
 * @param {SessionData} data
 */
export function showDecision(card, { answers, reasons }) {
  const id = card.dataset.question ?? "";
  const agreed = answers[id];
  for (const radio of card.querySelectorAll("input")) radio.checked = radio.value === String(agreed);
  const reason = card.querySelector("textarea");
  if (reason && reason.value !== (reasons[id] ?? "")) reason.value = reasons[id] ?? "";
  card.querySelector('[data-act="leave-open"]')?.toggleAttribute("hidden", agreed === undefined);
}

/**
 * Take down what a card says.
 * @param {HTMLElement} card
 * @param {SessionData} data
 */
export function readDecision(card, data) {
  const id = card.dataset.question ?? "";
  const chosen = card.querySelector("input:checked");
  if (chosen instanceof HTMLInputElement) agree(data, id, chosen.value);
  const reason = card.querySelector("textarea")?.value ?? "";
  if (reason.trim()) data.reasons[id] = reason;
  else delete data.reasons[id];
}

/**
 * @param {SessionData} data
 * @param {string} id of a question
 * @param {string} value 0 to 3, na; empty: nothing is agreed any more
 */
export function agree(data, id, value) {
  if (value === "") delete data.answers[id];
  else data.answers[id] = value === "na" ? "na" : Number(value);
}
