// @ts-check
/** Shows whose answers are here and in what state, never what was answered; and the files that are not used. */
import { fillRow, slot } from "../elements/slots.js";
import { hasNamesake, missingOf, peopleOf } from "./session.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./session.js").Person} Person */
/** @typedef {import("./session.js").SessionData} SessionData */

/**
 * @param {HTMLElement} root
 * @param {SessionData} data
 * @param {Words} words
 */
export function showRoster(root, data, words) {
  const rows = slot(root, "rows");
  const ids = new Set(data.people.map(({ id }) => String(id)));
  for (const row of rowsIn(rows)) if (!ids.has(row.dataset.person ?? "")) row.remove();
  for (const [place, person] of data.people.entries()) {
    const row = rowsIn(rows).find(({ dataset }) => dataset.person === String(person.id)) ?? newRow(rows, person);
    if (!row) continue;
    fill(row, data, person, words);
    // Whoever comes back stands where he stood.
    const there = rowsIn(rows)[place];
    if (there && there !== row) there.before(row);
  }
  showRefused(root, data.refused);
  showMissing(root, data, words);
}

/**
 * How a person is called on the page.
 * @param {SessionData} data
 * @param {Person} person
 * @param {Words} words
 */
export function nameOf({ people }, person, words) {
  return person.record.respondent || words.say("person", { number: people.indexOf(person) + 1 });
}

/**
 * @param {HTMLElement} root
 * @param {SessionData} data
 * @param {Words} words
 */
export function showMissing(root, data, words) {
  const place = root.querySelector("[data-missing]");
  const names = missingOf(data);
  if (!place) return;
  if (!data.invited.trim()) place.textContent = "";
  else place.textContent = names.length ? words.say("missing", { names: names.join(" · ") }) : words.say("nobody-missing");
}

/**
 * @param {HTMLElement} root
 * @param {readonly string[]} refused
 */
function showRefused(root, refused) {
  const box = root.querySelector("[data-refused]");
  const list = box?.querySelector("ul");
  list?.replaceChildren(...refused.map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  }));
  box?.toggleAttribute("hidden", !refused.length);
}

/**
 * @param {HTMLElement | null} rows
 * @param {Person} person
 */
function newRow(rows, { id }) {
  const row = fillRow(rows, { who: " ", note: " ", state: " ", file: " " });
  if (row) row.dataset.person = String(id);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {SessionData} data
 * @param {Person} person
 * @param {Words} words
 */
function fill(row, data, person, words) {
  const who = nameOf(data, person, words);
  const texts = { who, note: notesOn(data, person, words), state: person.standing?.text ?? words.say("checking"), file: person.file };
  for (const [name, text] of Object.entries(texts)) {
    const place = slot(row, name);
    if (place) place.textContent = text;
  }
  row.dataset.standing = person.standing?.status ?? "";
  const side = row.querySelector("[data-side]");
  if (side instanceof HTMLSelectElement) {
    side.value = person.side;
    side.ariaLabel = `${words.say("side")}: ${who}`;
  }
  const isAlone = Boolean(person.record.respondent) && peopleOf(data, person.side).length === 1;
  row.querySelector("[data-alone]")?.toggleAttribute("hidden", !isAlone || data.people.length === 1);
  const agreed = row.querySelector("[data-side-agreed]");
  if (agreed instanceof HTMLInputElement) agreed.checked = person.agreed;
  const button = row.querySelector('[data-act="take-out"]');
  if (button) button.ariaLabel = `${words.say("take-out")}: ${who}`;
}

/**
 * @param {SessionData} data
 * @param {Person} person
 * @param {Words} words
 */
function notesOn(data, person, words) {
  const { subject } = person.record;
  return [
    subject && subject !== data.subject ? words.say("about-subject", { subject }) : "",
    person.match === "changed" ? words.say("common") : person.match === "recomputed" ? words.say("recomputed") : "",
    hasNamesake(data, person) ? words.say("same-name") : "",
  ].filter(Boolean).join(" · ");
}

/** @param {HTMLElement | null} rows @returns {HTMLElement[]} */
function rowsIn(rows) {
  return [...(rows?.querySelectorAll(":scope > tr") ?? [])].filter((row) => row instanceof HTMLElement);
}
