// @ts-check
/** Shows what the engine found wrong: a summary that takes the focus, and each sentence beside its field. */

/** @typedef {import("../engine/client.js").Problem} Problem */
/** @typedef {import("../elements/words.js").Words} Words */

const FIELD = "[data-question], .field, fieldset, [data-row], [data-rows]";

/**
 * @param {HTMLElement} summary the page's `[data-error-summary]`
 * @param {readonly Problem[]} problems
 * @param {Map<string, HTMLElement>} places path in the input -> what was filled in there
 * @param {Words} words
 */
export function showProblems(summary, problems, places, words) {
  clearProblems(summary);
  const list = summary.querySelector("ul");
  for (const [index, problem] of problems.entries()) {
    const place = placeOf(problem.path, places);
    const sentence = sentenceOf(problem, places, words);
    const id = `problem-${index + 1}`;
    if (place) markField(place, id, sentence);
    list?.append(summaryItem(sentence, place));
  }
  summary.hidden = false;
  summary.focus();
}

/** @param {HTMLElement} summary */
export function clearProblems(summary) {
  summary.hidden = true;
  summary.querySelector("ul")?.replaceChildren();
  const form = summary.closest("tool-form") ?? document;
  for (const shown of form.querySelectorAll(".field-error")) shown.remove();
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    describe(field, (ids) => ids.filter((id) => !id.startsWith("problem-")));
  }
}

/**
 * What the engine says, and how to mend it.
 * @param {Problem} problem
 * @param {Map<string, HTMLElement>} places
 * @param {Words} words
 */
function sentenceOf({ path, message, hint }, places, words) {
  const exact = places.get(path);
  const number = exact && ungrouped(exact);
  const mend = number ? words.say("separators", { number }) : hint;
  // A full stop of Chinese brings its own space.
  return [message, mend].filter(Boolean).join(message.endsWith("。") ? "" : " ");
}

/**
 * A number that was typed with thousands separators, without them: 5000 for "5,000".
 * @param {HTMLElement} place
 * @returns {string | null} null for everything else
 */
function ungrouped(place) {
  if (!(place instanceof HTMLInputElement)) return null;
  const text = place.value.normalize("NFKC").trim();
  return /^[+-]?\d{1,3}([,'’\s]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[,'’\s]/g, "") : null;
}

/**
 * The field of a path, or of the nearest path around it.
 * @param {string} path such as accounts[2].class
 * @param {Map<string, HTMLElement>} places
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
  if (legend) legend.after(shown);
  else field.prepend(shown);
  place.setAttribute("aria-invalid", "true");
  describe(place, (ids) => [...ids, id]);
}

/**
 * @param {string} sentence
 * @param {HTMLElement | null} place
 */
function summaryItem(sentence, place) {
  const item = document.createElement("li");
  if (!place) {
    item.textContent = sentence;
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${place.id}`;
  link.textContent = sentence;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const control = place.matches("input, select, textarea") ? place : place.querySelector("input, select, textarea");
    place.scrollIntoView({ block: "center" });
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  });
  item.append(link);
  return item;
}

/**
 * Change which texts describe an element.
 * @param {Element} element
 * @param {(ids: string[]) => string[]} change
 */
function describe(element, change) {
  const ids = change((element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean));
  if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
  else element.removeAttribute("aria-describedby");
}
