// @ts-check
/** What a facilitator does on the page of a team, and which act of the session answers it. */
import { formatOf } from "../tool/file-exchange.js";
import { focusFirstOf, isFocusLost } from "../elements/focus.js";
import { askForFiles } from "../elements/download.js";
import { ANSWER_FILES } from "../store/file-kind.js";
import { parcelsOf } from "./links.js";
import { newSession } from "./session.js";

/** @typedef {import("./team-session.js").TeamSession} TeamSession */

/**
 * @param {TeamSession} page
 * @param {AbortSignal} signal ends what listens
 */
export function listenTo(page, signal) {
  page.addEventListener("click", (event) => click(page, event), { signal });
  page.addEventListener("change", ({ target }) => target instanceof HTMLElement && change(page, target), { signal });
  page.addEventListener("input", ({ target }) => target instanceof HTMLElement && type(page, target), { signal });
  const drop = page.querySelector("[data-drop]");
  page.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop?.toggleAttribute("data-over", true);
  }, { signal });
  page.addEventListener("dragleave", () => drop?.removeAttribute("data-over"), { signal });
  page.addEventListener("drop", (event) => {
    event.preventDefault();
    drop?.removeAttribute("data-over");
    void page.addFiles([...(event.dataTransfer?.files ?? [])]);
  }, { signal });
}

/**
 * @param {TeamSession} page
 * @param {MouseEvent} event
 */
function click(page, { target }) {
  const pressed = target instanceof Element ? target.closest("[data-act]") : null;
  if (!(pressed instanceof HTMLElement)) return;
  /** @type {Record<string, () => unknown>} */
  const acts = {
    files: async () => page.addFiles(await askForFiles(ANSWER_FILES)),
    links: () => addLinks(page),
    sample: () => page.showSample(),
    "end-sample": () => page.become(newSession(), "cleared"),
    clear: () => page.become(newSession(page.data.tool), "cleared"),
    undo: () => page.undo(),
    begin: () => page.coming.begin(),
    reveal: () => page.reveal(true),
    hide: () => page.reveal(false),
    screen: () => page.openScreen(),
    "take-out": () => page.takeOut(personOf(pressed)),
    "leave-open": () => withCard(pressed, (card) => page.leaveOpen(card)),
    "see-agreed": () => page.outcome.see(),
    keep: () => page.outcome.keep(),
    save: () => page.outcome.save(),
    export: () => page.outcome.export(formatOf(pressed)),
    print: () => page.outcome.print(),
  };
  void acts[pressed.dataset.act ?? ""]?.();
  // At once: what is pressed next must not lose the focus to what the engine says later.
  if (isFocusLost()) goOn(page, pressed);
}

/**
 * Go on near a button that has gone: at the answers of its question, the way back, the last person, the choice of a tool.
 * @param {TeamSession} page
 * @param {HTMLElement} pressed
 */
function goOn(page, pressed) {
  const rows = [...page.querySelectorAll('[data-act="take-out"]')];
  focusFirstOf([
    pressed.closest("[data-question]")?.querySelector("input"),
    page.querySelector('[data-act="undo"]'), rows.at(-1), page.querySelector("select[data-tool]"),
  ]);
}

/**
 * Take in the links that were pasted; the place for them is empty then.
 * @param {TeamSession} page
 */
async function addLinks(page) {
  const place = page.querySelector("[data-links]");
  if (!(place instanceof HTMLTextAreaElement)) return;
  const parcels = await parcelsOf(place.value, page.words);
  place.value = parcels.filter(({ fault }) => fault).map(({ line }) => line).join("\n");
  await page.addFiles(parcels);
}

/**
 * @param {TeamSession} page
 * @param {HTMLElement} field
 */
function change(page, field) {
  const { data } = page;
  if (field instanceof HTMLSelectElement && field.matches("[data-tool]")) return void page.choose(field.value);
  if (field.matches("[data-side], [data-side-agreed]")) {
    const person = data.people.find(({ id }) => id === personOf(field));
    if (person && field instanceof HTMLSelectElement) Object.assign(person, { side: field.value, agreed: false });
    if (person && field instanceof HTMLInputElement) person.agreed = field.checked;
    page.decided();
    // What changes between two looks would tell who answered what.
    data.revealed = false;
    return void page.refresh();
  }
  if (field.closest("[data-flags]")) {
    const ticked = [...page.querySelectorAll("[data-flags] input")].filter((each) => each instanceof HTMLInputElement && each.checked);
    data.flags = ticked.map((each) => /** @type {HTMLInputElement} */ (each).value);
    return page.decided();
  }
  if (field instanceof HTMLInputElement && field.type === "radio") withCard(field, (card) => page.decide(card));
}

/**
 * @param {TeamSession} page
 * @param {HTMLElement} field
 */
function type(page, field) {
  const { data } = page;
  if (field instanceof HTMLTextAreaElement && field.matches("[data-reason]")) withCard(field, (card) => page.decide(card));
  if (field instanceof HTMLTextAreaElement && field.matches("[data-invited]")) {
    data.invited = field.value;
    page.showMissing();
  }
  const name = field.dataset.field;
  if (field instanceof HTMLInputElement && (name === "subject" || name === "respondent" || name === "occasion")) {
    data[name] = field.value.trim();
    page.decided();
  }
}

/** @param {HTMLElement} place in the row of a person */
function personOf(place) {
  return Number(place.closest("tr")?.dataset.person);
}

/**
 * @param {HTMLElement} place
 * @param {(card: HTMLElement) => void} act
 */
function withCard(place, act) {
  const card = place.closest("[data-question]");
  if (card instanceof HTMLElement) act(card);
}
