// @ts-check
/**
 * Shows what the engine found wrong: a summary that takes the focus, and each sentence beside its field.
 *
 * The page holds the state: an entry of the summary has the id of its sentence, and what the sentence is
 * about is described by it.
 */
import { readingsOf } from "./controls.js";
import { describe } from "./descriptions.js";

/** @typedef {import("../engine/client.js").Problem} Problem */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {{ above: string, beside: string }} Said in the summary, and beside the field */
/** @typedef {Map<string, HTMLElement>} Places path in the input -> what was filled in there */

const CONTROL = "input, select, textarea";
const FIELD = "[data-question], .cell, .field, fieldset, [data-row], [data-rows]";
const PREFIX = "problem-";

/**
 * @param {HTMLElement} summary the page's `[data-error-summary]`
 * @param {readonly Problem[]} problems
 * @param {Places} places
 * @param {Words} words
 */
export function showProblems(summary, problems, places, words) {
  clearProblems(summary);
  for (const [index, problem] of problems.entries()) {
    const place = placeOf(problem.path, places);
    const said = saidOf(problem, place, words);
    const id = `${PREFIX}${index + 1}`;
    if (place) markField(place, id, said.beside);
    summary.querySelector("ul")?.append(summaryItem(said.above, place, id));
  }
  summary.hidden = false;
  summary.focus();
}

/**
 * Take away what was mended since, say what is still wrong, and how many that are; nothing new is told
 * before the reader asks for the result again.
 * @param {HTMLElement} summary
 * @param {readonly Problem[]} problems of what the form says now
 * @param {Places} places
 * @param {Words} words
 */
export function updateProblems(summary, problems, places, words) {
  if (summary.hidden) return;
  const left = problems.map((problem) => ({ problem, place: placeOf(problem.path, places) }));
  for (const item of summary.querySelectorAll("li")) {
    const id = item.dataset.problem ?? "";
    const place = described(summary, id);
    const isPlaced = item.querySelector("a") !== null;
    const index = isPlaced && !place ? -1 : left.findIndex((each) => each.place === place);
    const [still] = index < 0 ? [] : left.splice(index, 1);
    if (still) rewrite(summary, item, id, saidOf(still.problem, still.place, words));
    else takeAway(summary, item, id);
  }
  const count = summary.querySelectorAll("li").length;
  const said = summary.querySelector("[data-problems-left]");
  if (said) said.textContent = words.count("problems-left", count);
  if (!count) clearProblems(summary);
}

/** @param {HTMLElement} summary */
export function clearProblems(summary) {
  summary.hidden = true;
  for (const item of summary.querySelectorAll("li")) takeAway(summary, item, item.dataset.problem ?? "");
  const said = summary.querySelector("[data-problems-left]");
  if (said) said.textContent = "";
}

/**
 * What the engine says, and how to mend it: what was meant, perhaps, instead of a rule. Beside the field
 * stand buttons for that.
 * @param {Problem} problem
 * @param {HTMLElement | null} place
 * @param {Words} words
 * @returns {Said}
 */
function saidOf({ message, hint }, place, words) {
  const isTyped = place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement;
  const perhaps = isTyped ? (readingsOf(place).find((each) => each.perhaps.length)?.perhaps ?? []) : [];
  const asked = perhaps.map((number) => words.say("did-you-mean", { number }));
  // A full stop of Chinese brings its own space.
  const joined = (/** @type {string[]} */ ...parts) => parts.filter(Boolean).join(message.endsWith("。") ? "" : " ");
  return asked.length
    ? { above: joined(message, ...asked), beside: message }
    : { above: joined(message, hint), beside: joined(message, hint) };
}

/**
 * The field of a path, or of the nearest path around it.
 * @param {string} path such as accounts[2].class
 * @param {Places} places
 * @returns {HTMLElement | null}
 */
export function placeOf(path, places) {
  for (let part = path; part; part = part.replace(/(^|\.)[^.[]*$|\[\d+\]$/, "")) {
    const place = places.get(part);
    if (place) return place;
  }
  return null;
}

/**
 * @param {HTMLElement} place
 * @param {string} id
 * @param {string} sentence
 */
function markField(place, id, sentence) {
  const shown = document.createElement("p");
  shown.className = "field-error";
  shown.id = id;
  shown.textContent = sentence;
  const field = place.matches(FIELD) ? place : (place.closest(FIELD) ?? place);
  const legend = field.querySelector(":scope > legend, :scope > label");
  const reading = field.querySelector(":scope > .reading");
  if (reading && field.matches(".cell")) reading.before(shown);
  else if (field.matches(".cell")) field.append(shown);
  else if (legend) legend.after(shown);
  else field.prepend(shown);
  // A group of fields cannot be invalid, only described.
  if (place.matches(CONTROL)) place.setAttribute("aria-invalid", "true");
  describe(place, (ids) => [...ids, id]);
}

/**
 * @param {string} sentence
 * @param {HTMLElement | null} place
 * @param {string} id
 */
function summaryItem(sentence, place, id) {
  const item = document.createElement("li");
  item.dataset.problem = id;
  if (!place) {
    item.textContent = sentence;
    return item;
  }
  const link = document.createElement("a");
  const control = controlIn(place);
  control.id ||= `at-${id}`;
  link.href = `#${control.id}`;
  link.textContent = sentence;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  });
  item.append(link);
  return item;
}

/**
 * Where a reader mends a field, or begins to.
 * @param {HTMLElement} place
 * @returns {HTMLElement}
 */
function controlIn(place) {
  const control = place.matches(CONTROL) ? place : place.querySelector(`:is(${CONTROL}, button)`);
  return control instanceof HTMLElement ? control : place;
}

/**
 * What a sentence is about; null where that is gone, or is nothing on the page.
 * @param {HTMLElement} summary
 * @param {string} id
 */
function described(summary, id) {
  return (summary.closest("tool-form") ?? document).querySelector(`[aria-describedby~="${id}"]`);
}

/**
 * @param {HTMLElement} summary
 * @param {HTMLElement} item
 * @param {string} id
 * @param {Said} said
 */
function rewrite(summary, item, id, { above, beside }) {
  const shown = shownAs(summary, id);
  const line = item.querySelector("a") ?? item;
  if (line.textContent !== above) line.textContent = above;
  if (shown && shown.textContent !== beside) shown.textContent = beside;
}

/**
 * @param {HTMLElement} summary
 * @param {HTMLElement} item
 * @param {string} id
 */
function takeAway(summary, item, id) {
  item.remove();
  shownAs(summary, id)?.remove();
  const place = described(summary, id);
  if (!place) return;
  describe(place, (ids) => ids.filter((each) => each !== id));
  const isWrong = place.getAttribute("aria-describedby")?.includes(PREFIX);
  if (!isWrong) place.removeAttribute("aria-invalid");
}

/**
 * @param {HTMLElement} summary
 * @param {string} id
 */
function shownAs(summary, id) {
  return (summary.closest("tool-form") ?? document).querySelector(`#${id}`);
}
