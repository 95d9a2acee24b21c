// @ts-check
/**
 * What a reader does with a list of actions: tick off, edit in place, remove, take back. One is edited at a time,
 * and stays as it is being edited whatever else happens to the list.
 */
import { isFocusLost } from "../elements/focus.js";
import { isComposing } from "../elements/typing.js";
import { today } from "./days.js";
import { formOf, readForm, rowOf, tellProblem } from "./action-row.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/actions.js").Action} Action */
/** @typedef {import("../store/actions.js").Told} Told */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("./action-files.js").ActionFiles} ActionFiles */
/**
 * @typedef {object} Parts
 * @property {HTMLElement} root holds the lists, the templates and the place for what is said
 * @property {Words} words
 * @property {() => AnswerStore} store
 * @property {ActionFiles} files
 * @property {import("./action-files.js").PlaceOf} place
 * @property {(action: Action) => import("./action-row.js").Named} named what the list says of each action
 * @property {() => Promise<unknown>} again shows the list anew
 */
/** @typedef {{ holder: HTMLElement, actions: readonly Action[] }} List */
/** @typedef {() => Promise<{ done: boolean }>} Undo */

export class ActionDesk {
  #parts;
  /** @type {Map<string, Action>} id -> what is shown */
  #shown = new Map();
  /** @type {{ action: Action, row: HTMLElement, form: HTMLFormElement } | null} */
  #edited = null;
  /** @type {{ act: Undo, id: string } | null} */
  #undo = null;

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    this.#parts = parts;
    const { root } = parts;
    root.addEventListener("click", ({ target }) => this.#click(target), { signal });
    root.addEventListener("change", ({ target }) => this.#tick(target), { signal });
    root.addEventListener("submit", (event) => this.#submit(event), { signal });
    root.addEventListener("keydown", (event) => this.#key(event), { signal });
    // What is being edited when the page is left counts.
    addEventListener("pagehide", () => void this.leave(), { signal });
    signal.addEventListener("abort", () => void this.leave());
  }

  /** @param {readonly List[]} lists */
  show(lists) {
    this.#shown = new Map(lists.flatMap(({ actions }) => actions.map((action) => [action.id, action])));
    for (const { holder, actions } of lists) this.#fill(holder, actions);
  }

  /** Save what is being edited, as before the list becomes another one. */
  async leave() {
    if (this.#edited) await this.#save();
    this.#close();
  }

  /**
   * Edit an action that is shown.
   * @param {string} id
   * @param {string} [field] to begin with
   */
  async edit(id, field = "text") {
    const { root } = this.#parts;
    if (this.#edited?.action.id !== id) await this.leave();
    const action = this.#shown.get(id);
    const row = root.querySelector(`[data-item="${CSS.escape(id)}"]`);
    if (!this.#edited && action && row instanceof HTMLElement) this.#open(action, row);
    const control = this.#edited?.form.elements.namedItem(field);
    if (control instanceof HTMLElement) control.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {string} key of the sentence; empty: nothing is said any more
   * @param {Record<string, string | number>} [values]
   * @param {Undo} [undo]
   * @param {string} [id] of the action to go on at once it is undone
   */
  say(key, values, undo, id = "") {
    const { root, words } = this.#parts;
    const status = root.querySelector("[data-plan-said] output");
    if (status) status.textContent = key && words.say(key, values);
    root.querySelector("[data-plan-said]")?.toggleAttribute("data-says", key !== "");
    root.querySelector('[data-act="undo-action"]')?.toggleAttribute("hidden", !undo);
    this.#undo = undo ? { act: undo, id } : null;
  }

  /**
   * @param {HTMLElement} holder
   * @param {readonly Action[]} actions
   */
  #fill(holder, actions) {
    const { root, words, named } = this.#parts;
    const edited = this.#edited?.row.parentElement === holder ? this.#edited : null;
    for (const row of [...holder.children]) if (row !== edited?.row) row.remove();
    const [before, after] = [new DocumentFragment(), new DocumentFragment()];
    const day = today();
    const place = edited ? actions.findIndex(({ id }) => id === edited.action.id) : -1;
    for (const [index, action] of actions.entries()) {
      if (action.id === this.#edited?.action.id) continue;
      const row = rowOf(root, action, named(action), day, words);
      if (row) (index < place ? before : after).append(row);
    }
    holder.prepend(before);
    holder.append(after);
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    const button = target instanceof Element ? target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    const id = rowAt(button)?.dataset.item ?? "";
    const action = this.#edited?.action.id === id ? this.#edited.action : this.#shown.get(id);
    /** @type {Record<string, () => unknown>} */
    const acts = {
      "edit-action": () => this.edit(id),
      "cancel-action": () => this.#cancel(),
      "remove-action": () => action && this.#remove(action),
      "remind-of-action": () => action && this.#remind(action),
      "open-tool": () => action && this.#parts.store().workOn(action.tool, this.#parts.place(action).subject),
      "undo-action": () => this.#takeBack(),
    };
    void acts[button.dataset.act ?? ""]?.();
  }

  /** @param {EventTarget | null} target */
  #tick(target) {
    const isTick = target instanceof HTMLInputElement && target.dataset.act === "tick-action";
    const action = isTick && this.#shown.get(rowAt(target)?.dataset.item ?? "");
    if (action) void this.#change(action, { state: target.checked ? "done" : "open" });
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    if (event.target !== this.#edited?.form) return;
    event.preventDefault();
    void this.#save();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { target, key } = event;
    if (!(target instanceof Element) || isComposing(event)) return;
    if (key === "Escape" && this.#edited?.form.contains(target)) this.#cancel();
    // An action is one line, however long it is.
    if (key !== "Enter" || !(target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    target.form?.requestSubmit();
  }

  /**
   * @param {Action} action
   * @param {HTMLElement} row
   */
  #open(action, row) {
    const { text, owner, due, state } = action;
    const form = formOf(this.#parts.root, { text, owner, due, state });
    if (!form) return;
    row.toggleAttribute("data-edited", true);
    row.append(form);
    this.#edited = { action, row, form };
  }

  #close() {
    this.#edited?.form.remove();
    this.#edited?.row.removeAttribute("data-edited");
    this.#edited = null;
  }

  #cancel() {
    const row = this.#edited?.row;
    this.#close();
    void this.#parts.again().then(() => this.#focus(row?.dataset.item ?? ""));
  }

  async #save() {
    if (!this.#edited) return;
    const { action, form } = this.#edited;
    const read = readForm(form);
    if ("wrong" in read) return tellProblem(form, this.#parts.words.say(read.wrong), read.field);
    const changes = differences(action, read.told);
    this.#close();
    if (Object.keys(changes).length) await this.#change(action, changes);
    else await this.#parts.again().then(() => this.#focus(action.id));
  }

  /**
   * @param {Action} action
   * @param {Partial<Told>} changes
   */
  async #change(action, changes) {
    const store = this.#parts.store();
    const { subject } = this.#parts.place(action);
    const outcome = await store.actions.change(action, changes, subject);
    await this.#parts.again();
    if (outcome.done) this.#tellChange(outcome.result, changes, subject);
    else this.say("plan-refused");
    this.#focus(action.id);
  }

  /**
   * @param {{ before: Action, after: Action }} changed
   * @param {Partial<Told>} changes
   * @param {import("../store/subjects.js").Subject} subject
   */
  #tellChange({ before, after }, changes, subject) {
    const store = this.#parts.store();
    const back = Object.fromEntries(Object.keys(changes).map((name) => [name, before[/** @type {keyof Told} */ (name)]]));
    this.say(changes.state ? `plan-now-${changes.state}` : "plan-changed", { text: after.text }, () =>
      store.actions.change(after, back, subject), after.id);
  }

  /** @param {Action} action */
  async #remove(action) {
    const store = this.#parts.store();
    const outcome = await store.actions.remove(action);
    if (!outcome.done) return this.say("plan-refused");
    this.#close();
    await this.#parts.again();
    this.say("plan-removed", { text: action.text }, () => store.actions.putBack(outcome.result), action.id);
    this.#focus(action.id);
  }

  /** @param {Action} action */
  #remind(action) {
    const { files, place } = this.#parts;
    const written = files.offerCalendar([action], place(action).subject.name);
    if (!written) this.say("plan-no-dates");
  }

  async #takeBack() {
    const undo = this.#undo;
    if (!undo) return;
    this.#undo = null;
    const { done } = await undo.act();
    await this.#parts.again();
    if (done) this.say("plan-undone");
    else this.say("plan-refused", {}, undo.act, undo.id);
    this.#focus(undo.id);
  }

  /**
   * Go on at an action where the list took the focus away; where it is gone, at the way back.
   * @param {string} id
   */
  #focus(id) {
    const { root } = this.#parts;
    if (!isFocusLost()) return;
    const row = root.querySelector(`[data-item="${CSS.escape(id)}"]`);
    const tick = row?.querySelector("input");
    const isSeen = tick?.checkVisibility() ?? false;
    const other = root.querySelector('[data-act="undo-action"]');
    const place = isSeen ? tick : other;
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  }
}

/** @param {Element} element */
function rowAt(element) {
  const row = element.closest("[data-item]");
  return row instanceof HTMLElement ? row : null;
}

/**
 * @param {Action} action
 * @param {Partial<Told>} told
 * @returns {Partial<Told>}
 */
function differences(action, told) {
  const others = Object.entries(told).filter(([name, value]) => action[/** @type {keyof Told} */ (name)] !== value);
  return Object.fromEntries(others);
}
