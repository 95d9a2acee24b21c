// @ts-check
/** One action in a list: as it is read, and as a form where it stands. Its words and templates stand in the page. */
import { shownDay } from "../elements/shown-time.js";
import { fillSlots } from "../elements/slots.js";
import { isDay, tidy } from "../store/actions.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/actions.js").Action} Action */
/** @typedef {import("../store/actions.js").Told} Told */
/** @typedef {{ subject?: string, tool?: string, address?: string }} Named what a list says of each of its actions */

/**
 * A day as a reader says it.
 * @param {string} day as 2026-01-31
 */
export function shownDate(day) {
  // Noon is on that day wherever the reader is.
  return shownDay(`${day}T12:00`);
}

/**
 * @param {HTMLElement} root holds the template
 * @param {Action} action
 * @param {Named} named
 * @param {string} day today
 * @param {Words} words
 * @returns {HTMLElement | null}
 */
export function rowOf(root, action, { subject, tool, address }, day, words) {
  const row = cloned(root, "template[data-action-row]");
  if (!row) return null;
  const { id, text, owner, due, state } = action;
  const isLate = state === "open" && due !== "" && due < day;
  const by = isLate ? "plan-late" : due === day && state === "open" ? "plan-due-today" : "plan-by";
  fillSlots(row, {
    text, subject, tool, owner,
    due: due && words.say(by, { day: shownDate(due) }),
    state: state === "dropped" ? words.say("plan-dropped") : "",
  });
  row.dataset.item = id;
  row.dataset.state = state;
  row.toggleAttribute("data-late", isLate);
  const tick = row.querySelector("input");
  if (tick) tick.checked = state === "done";
  const link = row.querySelector("a");
  if (link && address) link.href = address;
  return row;
}

/**
 * @param {HTMLElement} root holds the template
 * @param {Partial<Told>} told what stands in the form
 * @returns {HTMLFormElement | null}
 */
export function formOf(root, told) {
  const form = cloned(root, "template[data-action-form]");
  if (!(form instanceof HTMLFormElement)) return null;
  for (const [name, value] of Object.entries(told)) {
    const field = form.elements.namedItem(name);
    if (isField(field)) field.value = value;
  }
  return form;
}

/**
 * What a form says, or which sentence tells what is wrong with it, and where.
 * @param {HTMLFormElement} form
 * @returns {{ told: Partial<Told> & { text: string } } | { wrong: string, field: HTMLElement }}
 */
export function readForm(form) {
  /** @type {Record<string, string>} */
  const said = {};
  for (const field of form.elements) {
    if (!isField(field) || !field.name) continue;
    // A day that is typed halfway has no value.
    const isHalf = field.validity.badInput || (field.name === "due" && field.value !== "" && !isDay(field.value));
    if (isHalf) return { wrong: "plan-no-day", field };
    said[field.name] = field.value;
  }
  const told = /** @type {Partial<Told> & { text: string }} */ (tidy(said));
  const text = form.elements.namedItem("text");
  if (!told.text && text instanceof HTMLElement) return { wrong: "plan-no-text", field: text };
  return { told };
}

/**
 * Say what is wrong with a form, beside the field; nothing any more where *said* is empty.
 * @param {HTMLFormElement} form
 * @param {string} said
 * @param {HTMLElement} [field]
 */
export function tellProblem(form, said, field) {
  const place = form.querySelector("[data-problem]");
  if (place) place.textContent = said;
  for (const each of form.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function cloned(root, selector) {
  const template = root.querySelector(selector);
  const made = template instanceof HTMLTemplateElement
    ? document.importNode(template.content, true).firstElementChild
    : null;
  return made instanceof HTMLElement ? made : null;
}

/**
 * @param {unknown} field
 * @returns {field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
function isField(field) {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
}
