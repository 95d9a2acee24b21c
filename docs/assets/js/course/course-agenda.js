// @ts-check
/**
 * <course-agenda>: shows every time of its page by the clock, from the time that the reader begins, and hands the
 * agenda inside out as a calendar file. Ticks belong to <check-list>.
 */
import { writeCalendar } from "../actions/calendar.js";
import { download } from "../elements/download.js";
import { ElementError } from "../elements/element-error.js";
import { pageAddress } from "../elements/page-address.js";
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { fileName } from "../store/answer-file.js";
import { VisitMemory } from "../store/visit-memory.js";
import { appointments } from "./appointments.js";

/** @typedef {import("./appointments.js").Session} Session */
/** @typedef {import("./appointments.js").Step} Step */

const DAY = 24 * 60;

export class CourseAgenda extends PageElement {
  static tag = "course-agenda";
  #memory = new VisitMemory();

  /** @param {AbortSignal} signal */
  start(signal) {
    const words = new Words(this);
    const clock = this.#field("input[type=time]");
    clock.value = this.#memory.read(this.#name) ?? clock.value;
    clock.addEventListener("input", () => {
      if (!clock.value) return;
      this.#memory.write(this.#name, clock.value);
      this.#show();
    }, { signal });
    this.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.act === "calendar") this.#offer(words);
    }, { signal });
    this.#show();
  }

  #show() {
    for (const time of this.closest("article")?.querySelectorAll("time[data-minute]") ?? []) {
      time.textContent = shown(this.#begin + Number(time.getAttribute("data-minute")));
    }
  }

  /** @param {Words} words */
  #offer(words) {
    const date = this.#field("[data-choice=date]");
    const told = this.querySelector(".agenda-calendar output");
    const say = (/** @type {string} */ text) => told && (told.textContent = text);
    if (!date.value) {
      say(words.say("no-date"));
      return date.focus();
    }
    const { site = "", course = "", title = "" } = this.dataset;
    const now = new Date().toISOString();
    const rhythm = this.#field("[data-choice=rhythm]").value === "weekly" ? "weekly" : "planned";
    const events = appointments(this.#sessions(), this.#steps(), {
      course, site, address: pageAddress(), first: date.value, begin: this.#begin, rhythm, now,
      titleOf: (session) => words.say("event", { course: title, session: session.title }),
      titleOfStep: (step) => words.say("reminder", { course: title, number: step.day }),
    });
    download(fileName(`${site}-${course}`, "", date.value, "ics"), writeCalendar(events, site, now), "text/calendar");
    say(words.say("made", { number: events.length }));
  }

  /** @returns {Session[]} */
  #sessions() {
    return [...this.querySelectorAll("[data-session]")].filter((each) => each instanceof HTMLElement).map((section) => ({
      id: section.dataset.session ?? "",
      day: Number(section.dataset.day),
      from: Number(section.dataset.from),
      over: Number(section.dataset.over),
      title: textOf(section.querySelector(".agenda-title")),
      text: [...section.querySelectorAll("li:not([data-kind=break])")].map((item) => lineOf(item)).join("\n"),
    }));
  }

  /** @returns {Step[]} */
  #steps() {
    const data = this.querySelector("template[data-reminders]");
    const steps = JSON.parse(data instanceof HTMLTemplateElement ? data.content.textContent : "{}");
    return Object.entries(steps).map(([id, step]) => ({ id, ...step }));
  }

  /** Minutes from midnight. */
  get #begin() {
    const [hours = 0, minutes = 0] = this.#field("input[type=time]").value.split(":").map(Number);
    return hours * 60 + minutes;
  }

  get #name() {
    return `playbook:${this.dataset.site}:begin:${this.dataset.course}`;
  }

  /** @param {string} selector */
  #field(selector) {
    const field = this.querySelector(selector);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) {
      throw new ElementError(this, `needs ${selector} inside`);
    }
    return field;
  }
}

/** @param {number} minutes from midnight */
function shown(minutes) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor((minutes % DAY) / 60))}:${two(minutes % 60)}`;
}

/**
 * What an item is and how long it takes, as its line says it.
 * @param {Element} item
 */
function lineOf(item) {
  const parts = [".agenda-kind", ".agenda-uses", "small"].map((selector) => textOf(item.querySelector(selector)));
  return parts.filter(Boolean).join(" · ");
}

/** @param {Element | null} element */
function textOf(element) {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
}
