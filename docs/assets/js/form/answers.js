// @ts-check
/** Reads and fills the form of a questionnaire that it is given: answers, notes and flags. */

/**
 * @typedef {object} Given what a form holds
 * @property {Record<string, unknown>} input what the engine reads
 * @property {Record<string, string>} notes question id -> note
 * @property {Map<string, HTMLElement>} places path in the input -> what the reader filled in there
 * @property {boolean} empty whether nothing was given
 */

/**
 * @param {HTMLFormElement} form
 * @returns {Given}
 */
export function readAnswers(form) {
  /** @type {Record<string, number | string>} */
  const answers = {};
  /** @type {Record<string, string>} */
  const notes = {};
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  for (const question of questions(form)) {
    const id = question.dataset.question ?? "";
    const answer = chosen(question);
    if (answer) answers[id] = answer.value === "na" ? "na" : Number(answer.value);
    const note = noteOf(question)?.value.trim();
    if (note) notes[id] = note;
    for (const path of [id, `answers.${id}`]) places.set(path, question);
  }
  const flags = flagBoxes(form).filter((box) => box.checked).map(flagId);
  for (const [index, id] of flags.entries()) {
    const box = flagBoxes(form).find((each) => flagId(each) === id);
    if (box) places.set(`flags[${index}]`, box);
  }
  const empty = !Object.keys(answers).length && !Object.keys(notes).length && !flags.length;
  return { input: { answers, flags }, notes, places, empty };
}

/**
 * Make the form say exactly what is given; what is not given is cleared.
 * @param {HTMLFormElement} form
 * @param {Record<string, unknown>} input
 * @param {Record<string, string>} notes
 */
export function fillAnswers(form, input, notes) {
  const answers = /** @type {Record<string, unknown>} */ (input.answers ?? {});
  const flags = Array.isArray(input.flags) ? input.flags : [];
  for (const question of questions(form)) {
    const id = question.dataset.question ?? "";
    for (const radio of radios(question)) radio.checked = radio.value === String(answers[id] ?? "");
    const note = noteOf(question);
    if (!note) continue;
    note.value = notes[id] ?? "";
    const fold = note.closest("details");
    if (fold) fold.open = note.value !== "";
  }
  for (const box of flagBoxes(form)) box.checked = flags.includes(flagId(box));
}

/**
 * @param {ParentNode} form
 * @returns {HTMLElement[]}
 */
export function questions(form) {
  return [...form.querySelectorAll("[data-question]")].filter((each) => each instanceof HTMLElement);
}

/** @param {HTMLElement} question */
export function radios(question) {
  return [...question.querySelectorAll("input")].filter((input) => input.type === "radio");
}

/** @param {HTMLElement} question */
export function chosen(question) {
  return radios(question).find((radio) => radio.checked);
}

/** @param {HTMLElement} question */
function noteOf(question) {
  return question.querySelector("textarea");
}

/** @param {HTMLFormElement} form */
function flagBoxes(form) {
  return [...form.querySelectorAll("input")].filter((input) => input.name.startsWith("flag."));
}

/** @param {HTMLInputElement} box */
function flagId(box) {
  return box.name.slice("flag.".length);
}
