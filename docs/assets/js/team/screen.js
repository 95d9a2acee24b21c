// @ts-check
/** Shows a team's questions on a screen, one at a time, in large type; led by the keyboard. */
import { fillSlots, slot } from "../elements/slots.js";
import { fillQuestion } from "./cards.js";

/** @typedef {import("./cards.js").QuestionBlock} QuestionBlock */
/**
 * @typedef {object} Parts
 * @property {HTMLElement} root holds the templates
 * @property {import("../elements/words.js").Words} words
 * @property {(id: string) => string} agreed what is agreed on a question, or empty
 * @property {(id: string, value: string) => void} agree called with what the team agrees on
 */

/** @type {Record<string, number>} key -> how far it moves */
const MOVES = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
/** @type {Record<string, string>} */
const ANSWERS = { 0: "0", 1: "1", 2: "2", 3: "3", n: "na", N: "na" };

/**
 * @param {readonly QuestionBlock[]} questions
 * @param {Parts} parts
 */
export function openScreen(questions, { root, words, agreed, agree }) {
  const dialog = copyOf(root, "template[data-screen]");
  const frame = dialog && slot(dialog, "rows");
  if (!(dialog instanceof HTMLDialogElement) || !frame || !questions.length) return;
  const before = document.activeElement;
  let place = 0;
  const show = () => {
    const question = questions[place];
    const copy = copyOf(root, "template[data-screen-question]");
    if (!question || !copy) return;
    const chosen = agreed(question.id);
    const answer = question.answers.find(({ value }) => value === chosen);
    fillQuestion(copy, question, { agreed: answer ? words.say("agreed-is", { answer: answer.text }) : "" });
    for (const row of copy.querySelectorAll(".team-answer")) {
      row.toggleAttribute("data-agreed", row instanceof HTMLElement && row.dataset.answer === chosen);
    }
    frame.replaceChildren(copy);
    frame.scrollTop = 0;
    const values = { number: place + 1, total: questions.length };
    fillSlots(/** @type {HTMLElement} */ (dialog.firstElementChild), { progress: words.say("progress", values) });
    const bar = dialog.querySelector("progress");
    if (bar) Object.assign(bar, { max: values.total, value: values.number });
    for (const [act, isLast] of /** @type {const} */ ([["previous", place === 0], ["next", place === questions.length - 1]])) {
      dialog.querySelector(`[data-screen-act="${act}"]`)?.setAttribute("aria-disabled", String(isLast));
    }
  };
  const move = (/** @type {number} */ steps) => {
    place = Math.min(questions.length - 1, Math.max(0, place + steps));
    show();
  };
  dialog.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isButton = target instanceof HTMLButtonElement && key === " ";
    const steps = MOVES[key];
    const answer = ANSWERS[key];
    if (ctrlKey || metaKey || altKey || isButton || scrolls(frame, key)) return;
    if (steps !== undefined) move(key === " " && event.shiftKey ? -1 : steps);
    else if (answer !== undefined && !event.repeat) choose(answer);
    else return;
    event.preventDefault();
  });
  const choose = (/** @type {string} */ value) => {
    const id = questions[place]?.id ?? "";
    agree(id, agreed(id) === value ? "" : value);
    show();
  };
  dialog.addEventListener("click", ({ target }) => {
    const act = target instanceof HTMLElement ? target.dataset.screenAct : "";
    if (act === "close") dialog.close();
    if (act === "previous") move(-1);
    if (act === "next") move(1);
  });
  const leaves = new AbortController();
  addEventListener("popstate", () => dialog.close(), { signal: leaves.signal });
  dialog.addEventListener("close", () => {
    leaves.abort();
    dialog.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  show();
  dialog.ariaLabel = words.say("screen");
  dialog.showModal();
  frame.focus();
}

/**
 * Whether a question that is longer than the screen has more to show in the direction of a key.
 * @param {HTMLElement} frame
 * @param {string} key
 */
function scrolls({ scrollTop, scrollHeight, clientHeight }, key) {
  if (key === "ArrowDown") return scrollTop + clientHeight < scrollHeight - 1;
  return key === "ArrowUp" && scrollTop > 0;
}

/**
 * @param {HTMLElement} root
 * @param {string} selector of a template
 */
function copyOf(root, selector) {
  const template = root.querySelector(selector);
  const copy = template instanceof HTMLTemplateElement ? document.importNode(template.content, true).firstElementChild : null;
  return copy instanceof HTMLElement ? copy : null;
}
