// @ts-check
/** Shows beside a field which number was read, where that is not what was typed, and what else could be meant. */
import { readingsOf } from "./controls.js";
import { describe } from "./descriptions.js";
import { marksOf } from "./marks.js";
import { isPlain, showNumber, writeNumber } from "./numbers.js";

/** @typedef {import("./controls.js").Control} Control */
/** @typedef {import("./controls.js").LineReading} LineReading */
/** @typedef {import("../elements/words.js").Words} Words */

/** Milliseconds without a key before a half-typed number is asked about. */
const PAUSE = 700;
const CONTROLS = ":is(input, textarea)[data-path]";

export class FormReadings {
  #form;
  #words;
  #count = 0;
  /** @type {{ control: Control, timer: ReturnType<typeof setTimeout> } | null} */
  #typing = null;
  /** @type {WeakMap<Control, HTMLElement>} */
  #notes = new WeakMap();

  /**
   * @param {HTMLFormElement} form its [data-said] is where screen readers hear what is read
   * @param {Words} words
   */
  constructor(form, words) {
    this.#form = form;
    this.#words = words;
  }

  /** @param {AbortSignal} signal */
  follow(signal) {
    this.#form.addEventListener("input", ({ target }) => {
      if (!isControl(target)) return;
      if (this.#typing && this.#typing.control !== target) this.#show(this.#typing.control, true);
      this.#stopWaiting();
      this.#show(target, false);
      // Not when the field is left: what moves then moves away from under a click.
      this.#typing = { control: target, timer: setTimeout(() => this.#show(target, true), PAUSE) };
    }, { signal });
    signal.addEventListener("abort", () => this.#stopWaiting());
  }

  /** Say again what every field says: a script may have filled them. */
  refresh() {
    this.#stopWaiting();
    for (const control of this.#form.querySelectorAll(CONTROLS)) if (isControl(control)) this.#show(control, true);
    this.#say("");
  }

  #stopWaiting() {
    clearTimeout(this.#typing?.timer);
    this.#typing = null;
  }

  /**
   * @param {Control} control
   * @param {boolean} isDone whether the reader has stopped typing
   */
  #show(control, isDone) {
    const readings = readingsOf(control);
    const read = this.#textRead(control, readings);
    const asked = isDone ? readings.find(({ perhaps }) => perhaps.length) : undefined;
    const offers = asked ? this.#offers(control, asked) : [];
    if (!read && !offers.length) return this.#take(control);
    const note = this.#noteOf(control);
    note.replaceChildren(...(read ? [read] : []), ...offers);
    this.#say(note.innerText);
  }

  /**
   * @param {Control} control
   * @param {readonly LineReading[]} readings
   */
  #textRead(control, readings) {
    const marks = marksOf(control);
    const shown = readings.map(({ number, line }) => {
      if (number === null) return line;
      const grouped = showNumber(number, marks);
      // Whoever types 1,200 may mean 1.2: the same signs again would tell nothing.
      return line === grouped ? writeNumber(number, marks) : grouped;
    });
    const isClear = readings.every(({ number, line }) => number === null || isPlain(line, marks));
    return isClear ? "" : this.#words.say("read-as", { number: shown.join(" · ") });
  }

  /**
   * A button for each number that could be meant.
   * @param {Control} control
   * @param {LineReading} reading
   */
  #offers(control, { place, perhaps }) {
    return perhaps.map((meant) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = this.#words.say("did-you-mean", { number: meant });
      button.addEventListener("click", () => {
        const lines = control.value.split("\n");
        lines[place] = meant;
        control.value = lines.join("\n");
        control.focus();
        control.dispatchEvent(new Event("input", { bubbles: true }));
        control.dispatchEvent(new Event("change", { bubbles: true }));
      });
      return button;
    });
  }

  /** @param {Control} control */
  #noteOf(control) {
    const known = this.#notes.get(control);
    if (known) return known;
    const note = document.createElement("p");
    note.className = "reading";
    note.id = `reading-${++this.#count}`;
    (control.closest(".cell, .field") ?? control.parentElement)?.append(note);
    describe(control, (ids) => [...ids, note.id]);
    this.#notes.set(control, note);
    return note;
  }

  /** @param {Control} control */
  #take(control) {
    const note = this.#notes.get(control);
    if (!note) return;
    note.remove();
    describe(control, (ids) => ids.filter((id) => id !== note.id));
    this.#notes.delete(control);
  }

  /** @param {string} text */
  #say(text) {
    const said = this.#form.querySelector("[data-said]");
    if (said && said.textContent !== text) said.textContent = text;
  }
}

/**
 * @param {unknown} target
 * @returns {target is Control}
 */
function isControl(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
