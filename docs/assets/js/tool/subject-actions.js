// @ts-check
/** What is to be done about the subject in the form: steps of the result that became actions, and one's own. */
import { ActionDesk } from "../actions/action-desk.js";
import { ActionFiles } from "../actions/action-files.js";
import { formOf, readForm, tellProblem } from "../actions/action-row.js";
import { slot } from "../elements/slots.js";
import { tidyName } from "../store/subjects.js";
import { sayOf } from "./telling.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/actions.js").Action} Action */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/**
 * @typedef {object} Parts
 * @property {HTMLElement} element the <tool-form>
 * @property {HTMLElement | null} place shown while there is a result or something to do
 * @property {string} site
 * @property {{ id: string, title: string }} tool
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {Words} words
 */

export class SubjectActions {
  #parts;
  #desk;
  #files;
  /** @type {import("../store/subjects.js").Subject} whom the list is about */
  #subject;
  /** @type {Action[]} */
  #actions = [];
  /** Whether the list was ever read. */
  #isRead = false;
  #calls = 0;

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    const { element, place, site, tool, keeper, store, words } = parts;
    this.#parts = parts;
    this.#subject = keeper.subject;
    const address = new URL("", document.baseURI).href.replace(/[?#].*$/, "");
    const placeOf = () => ({ subject: this.#subject, tool: tool.title, address });
    this.#files = new ActionFiles({ site, words, place: placeOf });
    const root = place ?? element;
    this.#desk = new ActionDesk({
      ...{ root, words, files: this.#files, place: placeOf },
      store: () => store,
      named: () => ({}),
      again: () => this.show(),
    }, signal);
    element.addEventListener("reportshown", () => void this.show(), { signal });
    element.addEventListener("click", ({ target }) => this.#click(target), { signal });
    place?.addEventListener("submit", (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.closest("[data-new-action]")) return;
      event.preventDefault();
      void this.#add(form);
    }, { signal });
    // What was written when the page is left counts, whoever pressed no button.
    addEventListener("pagehide", () => void this.#leave(), { signal });
    signal.addEventListener("abort", () => void this.#leave());
    place?.addEventListener("keydown", (event) => this.#leaveForm(event), { signal });
    store.listen(() => void this.show(), signal);
  }

  /** Show the actions of the tool about the subject in the form. */
  async show() {
    const { element, place, keeper, store, tool, words } = this.#parts;
    const rows = place && slot(place, "rows");
    if (!place || !rows) return;
    const call = ++this.#calls;
    const { subject } = keeper;
    if (subject.id !== this.#subject.id) {
      await this.#desk.leave();
      this.#desk.say("");
    }
    const [found, owners] = [await store.actions.about(tool.id, subject), await store.actions.owners()];
    if (call < this.#calls) return;
    this.#subject = subject;
    const all = found.done ? found.result : [];
    this.#actions = all.filter((action) => action.tool === tool.id);
    this.#isRead = true;
    this.#desk.show([{ holder: rows, actions: this.#actions }]);
    const whose = slot(place, "about");
    if (whose) whose.textContent = sayOf(words, "plan-of", subject);
    this.#tellOthers(all.length - this.#actions.length);
    fillList(place.querySelector("datalist"), owners.done ? owners.result : []);
    place.toggleAttribute("data-nothing", !this.#actions.length);
    place.hidden = !all.length && !element.querySelector("[data-report]:not([hidden])");
    this.#markSteps();
  }

  /** @param {number} number of actions about the subject that other tools led to */
  #tellOthers(number) {
    const { place, words } = this.#parts;
    const line = place?.querySelector("[data-plan-others]");
    line?.toggleAttribute("hidden", !number);
    const link = line?.querySelector("a");
    if (link && number) link.textContent = words.count("plan-others", number);
  }

  /** Say on each step of the report whether it is among the actions; the steps of an example are nobody's. */
  #markSteps() {
    const { element, keeper, words } = this.#parts;
    for (const button of element.querySelectorAll("[data-step]")) {
      if (!(button instanceof HTMLElement)) continue;
      const made = this.#madeFrom(button);
      button.hidden = keeper.state === "example" || !this.#isRead;
      button.textContent = words.say(made ? "plan-made" : "plan-make");
      button.toggleAttribute("data-made", made !== undefined);
    }
  }

  /** @param {HTMLElement} button of a step */
  #madeFrom({ dataset }) {
    const text = tidyName(dataset.step ?? "");
    return this.#actions.find((action) => action.text === text);
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    if (button.dataset.step !== undefined) void this.#make(button);
    const { place, words } = this.#parts;
    if (!place?.contains(button)) return;
    const { name } = this.#subject;
    const { act } = button.dataset;
    if (act === "write-action") this.#openForm();
    if (act === "leave-action") this.#closeForm();
    if (act === "plan-csv") this.#files.offerTable("csv", this.#actions, name);
    if (act === "plan-markdown") this.#files.offerTable("markdown", this.#actions, name);
    if (act !== "plan-calendar") return;
    const number = this.#files.offerCalendar(this.#actions, name);
    this.#desk.say(number ? "plan-reminders" : "plan-no-dates", { number, words: words.say("plan-title") });
  }

  /**
   * Make a step of the report an action, or edit the one that it is.
   * @param {HTMLElement} button
   */
  async #make(button) {
    const { keeper, store, tool } = this.#parts;
    const made = this.#madeFrom(button);
    if (made) return this.#desk.edit(made.id, "owner");
    if (button.ariaBusy) return;
    button.ariaBusy = "true";
    const outcome = await store.actions.add(tool.id, keeper.subject, { text: button.dataset.step ?? "" });
    await this.#tellAdded(outcome);
    button.ariaBusy = null;
  }

  #openForm() {
    const { place } = this.#parts;
    const holder = place?.querySelector("[data-new-action]");
    const form = holder?.querySelector("form") ?? (place && formOf(place, {}));
    if (!form || !holder) return;
    // What is new is open, and there is nothing of it to remove.
    for (const part of form.querySelectorAll("[data-kept]")) part.remove();
    form.querySelector('[data-act="cancel-action"]')?.setAttribute("data-act", "leave-action");
    holder.append(form);
    form.querySelector("textarea")?.focus();
  }

  #closeForm() {
    const { place } = this.#parts;
    place?.querySelector("[data-new-action] form")?.remove();
    const opener = place?.querySelector('[data-act="write-action"]');
    if (opener instanceof HTMLElement) opener.focus();
  }

  /** @param {KeyboardEvent} event */
  #leaveForm({ key, target }) {
    if (key === "Escape" && target instanceof Element && target.closest("[data-new-action] form")) this.#closeForm();
  }

  async #leave() {
    const form = this.#parts.place?.querySelector("[data-new-action] form");
    if (form instanceof HTMLFormElement && !("wrong" in readForm(form))) await this.#add(form);
  }

  /** @param {HTMLFormElement} form */
  async #add(form) {
    const { keeper, store, tool, words } = this.#parts;
    const read = readForm(form);
    if ("wrong" in read) return tellProblem(form, words.say(read.wrong), read.field);
    const adding = store.actions.add(tool.id, keeper.subject, read.told);
    const text = form.elements.namedItem("text");
    // A second press adds nothing twice; what was refused stays.
    if (text instanceof HTMLTextAreaElement) text.value = "";
    const outcome = await adding;
    if (outcome.done) this.#closeForm();
    else if (text instanceof HTMLTextAreaElement) text.value = read.told.text;
    await this.#tellAdded(outcome);
  }

  /** @param {import("../store/site-store.js").Outcome<Action>} outcome */
  async #tellAdded(outcome) {
    const { store } = this.#parts;
    if (!outcome.done) return this.#desk.say("plan-refused");
    await this.show();
    const action = outcome.result;
    this.#desk.say("plan-added", { text: action.text }, () => store.actions.remove(action));
  }
}

/**
 * @param {HTMLDataListElement | null} list
 * @param {readonly string[]} values
 */
function fillList(list, values) {
  const options = values.map((value) => Object.assign(document.createElement("option"), { value }));
  list?.replaceChildren(...options);
}
