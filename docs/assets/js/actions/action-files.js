// @ts-check
/** Hands actions out as files: for a calendar, for a spreadsheet, for a note. */
import { download } from "../elements/download.js";
import { fileName } from "../store/answer-file.js";
import { writeCalendar } from "./calendar.js";
import { today } from "./days.js";
import { writeCsv, writeMarkdown } from "./tables.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/actions.js").Action} Action */
/**
 * @typedef {object} Place what an action belongs to
 * @property {import("../store/subjects.js").Subject} subject
 * @property {string} tool title
 * @property {string} address of the tool's page, absolute
 */
/** @typedef {(action: Action) => Place} PlaceOf */
/**
 * @typedef {object} Parts
 * @property {string} site
 * @property {Words} words
 * @property {PlaceOf} place
 * @property {() => string} [sample] what says that the actions are invented; empty where they are the reader's
 */

export class ActionFiles {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Those that are open and have a day.
   * @param {readonly Action[]} actions
   * @param {string} about whom the file is about, for its name
   * @returns {number} how many stand in the file; there is none for 0
   */
  offerCalendar(actions, about) {
    const dated = actions.filter(({ state, due }) => state === "open" && due);
    const { site } = this.#parts;
    const text = writeCalendar(dated.map((action) => this.#reminder(action)), site, new Date().toISOString());
    if (dated.length) download(this.#name(about, "ics"), text, "text/calendar");
    return dated.length;
  }

  /**
   * @param {"csv" | "markdown"} format
   * @param {readonly Action[]} actions
   * @param {string} about whom the file is about, for its title and name
   */
  offerTable(format, actions, about) {
    const { words } = this.#parts;
    const columns = ["action", "owner", "due", "state", "subject", "tool"].map((name) => words.say(`plan-${name}`));
    const rows = [columns, ...actions.map((action) => this.#row(action))];
    const whose = about ? words.say("plan-of", { subject: about }) : words.say("plan-title");
    const title = [whose, this.#sample].filter(Boolean).join(" · ");
    if (format === "csv") download(this.#name(about, "csv"), writeCsv(rows), "text/csv");
    else download(this.#name(about, "md"), writeMarkdown(title, rows), "text/markdown");
  }

  /**
   * @param {Action} action
   * @returns {import("./calendar.js").Reminder}
   */
  #reminder(action) {
    const { words, site } = this.#parts;
    const { subject, tool, address } = this.#parts.place(action);
    const { id, text, owner, due: day, made, saved } = action;
    const summary = subject.name ? words.say("plan-summary", { subject: subject.name, text }) : text;
    const lines = [this.#sample, owner && words.say("plan-calendar-owner", { owner }), words.say("plan-calendar-tool", { tool })];
    const sequence = Math.max(0, Math.floor((Date.parse(saved) - Date.parse(made)) / 1000));
    return {
      uid: `${id}@${site}`, sequence, day, summary, description: lines.filter(Boolean).join("\n"), address, saved,
    };
  }

  /** @param {Action} action */
  #row(action) {
    const { words, place } = this.#parts;
    const { subject, tool } = place(action);
    const { text, owner, due, state } = action;
    return [text, owner, due, words.say(`plan-${state}`), subject.name, tool];
  }

  /**
   * @param {string} about
   * @param {string} extension
   */
  #name(about, extension) {
    const whose = [about, this.#sample].filter(Boolean).join(" ");
    return fileName(`${this.#parts.site}-actions`, whose, today(), extension);
  }

  /** What says that the actions are invented; empty where they are the reader's. */
  get #sample() {
    return this.#parts.sample?.() ?? "";
  }
}
