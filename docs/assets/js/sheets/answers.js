// @ts-check
/** Makes answers out of what was filled in on a sheet; each cell that cannot be read is told, the others count. */
import { newRecord, putAt, stepsTo, valueAt } from "../form/paths.js";
import { tidyName } from "../store/subjects.js";
import { answerTo, shapeOf } from "./fields.js";
import { readValue, textOf } from "./values.js";

/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Shape} Shape */
/** @typedef {import("./grid.js").Filled} Filled */
/** @typedef {import("./grid.js").Grid} Grid */
/** @typedef {import("./grid.js").Place} Place */
/** @typedef {import("./values.js").Habits & { now: number }} Habits now: the moment, in milliseconds */
/** @typedef {{ key: string, place: Place, values: Record<string, string | number> }} Fault key of a sentence */
/**
 * @typedef {object} Found
 * @property {Record<string, unknown>} input
 * @property {Record<string, string>} notes
 * @property {{ subject: string, respondent: string, occasion: string, saved: string }} about empty where nothing is said
 * @property {Fault[]} faults
 */

/** Characters of a note, of a name, and of what a sentence repeats. */
const LONGEST_NOTE = 2000;
const LONGEST_NAME = 80;
const SHOWN = 40;
/** Milliseconds; clocks differ. */
const DAY = 86_400_000;
/** The first half of a sign that takes two characters. */
const HALF = /[\uD800-\uDBFF]$/;
const OF_QUESTION = /^answers\[([^\]]+)\]$/;

/**
 * @param {Grid} grid
 * @param {Record<string, any>} definition of the tool as the page has it
 * @param {Habits} habits
 * @param {boolean} isOther whether another version of the tool was answered
 * @returns {Found}
 */
export function answersIn(grid, definition, habits, isOther) {
  const reader = new Reader(shapeOf(definition), habits, isOther);
  for (const filled of grid.heads) reader.head(filled);
  for (const filled of grid.single) reader.single(filled);
  for (const filled of grid.notes) reader.note(filled);
  for (const { table, cells } of grid.rows) reader.row(table, cells);
  const { input, notes, about, faults } = reader;
  const isAssessment = Array.isArray(definition.dimensions);
  return { input: isAssessment ? { answers: {}, flags: [], ...input } : input, notes, about, faults };
}

class Reader {
  #shape;
  #habits;
  #isOther;
  /** @type {Map<string, { number: number, names: Set<string>, isFull: boolean }>} the rows of each list so far */
  #rows = new Map();
  /** @type {Record<string, unknown>} */
  input = newRecord();
  /** @type {Record<string, string>} */
  notes = {};
  about = { subject: "", respondent: "", occasion: "", saved: "" };
  /** @type {Fault[]} */
  faults = [];

  /**
   * @param {Shape} shape
   * @param {Habits} habits
   * @param {boolean} isOther
   */
  constructor(shape, habits, isOther) {
    this.#shape = shape;
    this.#habits = habits;
    this.#isOther = isOther;
  }

  /** @param {Filled} filled */
  head(filled) {
    const name = filled.key.slice(1);
    if (name === "day") return this.#day(filled);
    if (name !== "subject" && name !== "respondent" && name !== "occasion") return;
    const reading = this.#read(filled, { type: "text" });
    if (!reading) return;
    const whole = tidyName(String(reading.value));
    this.about[name] = tidyName(whole.slice(0, LONGEST_NAME).replace(HALF, ""));
    // Answers without the name that stands on the sheet would land among those of somebody else.
    if (whole.length > LONGEST_NAME) this.#tell("name-long", filled, { most: LONGEST_NAME, found: this.about[name] });
  }

  /** @param {Filled} filled when the answers were given: at noon, for nobody wrote the hour */
  #day(filled) {
    const { now } = this.#habits;
    const reading = this.#read(filled, { type: "date" });
    if (!reading) return;
    const noon = new Date(`${reading.value}T12:00:00`).getTime();
    if (noon > now + DAY) this.#tell("future", filled);
    else this.about.saved = new Date(Math.min(noon, now)).toISOString();
  }

  /** @param {Filled} filled */
  single(filled) {
    const field = this.#fieldAt(filled.key);
    const reading = field ? this.#read(filled, field) : this.#tell("unknown", filled);
    if (field && reading) this.#put(filled, [], field, reading.value);
  }

  /** @param {Filled} filled */
  note(filled) {
    const [, question] = OF_QUESTION.exec(filled.key) ?? [];
    if (question === undefined || !this.#fieldAt(filled.key)) return;
    const text = textOf(filled.shown, this.#habits);
    if (filled.shown.is === "error" || filled.shown.is === "unknown") void this.#read(filled, { type: "text" });
    else if (text.length > LONGEST_NOTE) this.#tell("long", filled, { most: LONGEST_NOTE });
    else if (Object.hasOwn(this.notes, question) && this.notes[question] !== text) this.#tell("twice", filled);
    else if (text) this.notes[question] = text;
  }

  /**
   * @param {string} path of the list
   * @param {readonly Filled[]} cells
   */
  row(path, cells) {
    const table = this.#shape.tables.get(path);
    const [first] = cells;
    if (!first) return;
    if (!table) return void this.#tell("unknown", first);
    const rows = this.#rows.get(path) ?? { number: 0, names: new Set(), isFull: false };
    this.#rows.set(path, rows);
    if (rows.isFull) return;
    if (rows.number >= table.most) {
      rows.isFull = true;
      return void this.#tell("rows", first, { most: table.most });
    }
    const step = table.named ? this.#nameOf(cells, rows.names) : rows.number;
    if (step === null) return;
    let says = table.named;
    for (const filled of cells) {
      if (filled.key === "") continue;
      const field = this.#fieldAt(filled.key);
      const reading = field ? this.#read(filled, field) : this.#tell("unknown", filled);
      if (field && reading) says = this.#put(filled, [step], field, reading.value) || says;
    }
    if (says) rows.number += 1;
  }

  /**
   * The name of a row, the first of its kind.
   * @param {readonly Filled[]} cells
   * @param {Set<string>} names
   */
  #nameOf(cells, names) {
    const filled = cells.find(({ key }) => key === "");
    if (!filled) return this.#tell("nameless", /** @type {Filled} */ (cells[0]));
    const reading = this.#read(filled, { type: "text", most: LONGEST_NAME });
    if (!reading) return null;
    const name = String(reading.value);
    if (names.has(name)) return this.#tell("named-twice", filled);
    names.add(name);
    return name;
  }

  /** @param {string} key */
  #fieldAt(key) {
    const known = this.#shape.fields.get(key);
    return known ?? (this.#isOther && OF_QUESTION.test(key) ? answerTo([]) : undefined);
  }

  /**
   * @param {Filled} filled
   * @param {Field} field
   */
  #read(filled, field) {
    const reading = readValue(filled.shown, field, this.#habits);
    return "fault" in reading ? this.#tell(reading.fault, filled, reading.values) : reading;
  }

  /**
   * @param {Filled} filled
   * @param {(string | number)[]} rows
   * @param {Field} field
   * @param {unknown} value
   * @returns {boolean} whether it says something
   */
  #put(filled, rows, field, value) {
    if (value === "") return false;
    if (field.tick !== undefined) return value === true && this.#tick(filled.key, rows, field.tick);
    const steps = stepsTo(filled.key, rows);
    const before = valueAt(this.input, steps);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value)) this.#tell("twice", filled);
    else if (field.pairs) for (const [name, each] of /** @type {[string, unknown][]} */ (value)) putAt(this.input, [...steps, name], each);
    else putAt(this.input, steps, value);
    return true;
  }

  /**
   * @param {string} key of a list, with the entry after =
   * @param {(string | number)[]} rows
   * @param {string} entry
   */
  #tick(key, rows, entry) {
    const steps = stepsTo(key.slice(0, key.indexOf("=")), rows);
    const ticked = /** @type {string[]} */ (valueAt(this.input, steps) ?? []);
    if (!ticked.includes(entry)) putAt(this.input, steps, [...ticked, entry]);
    return true;
  }

  /**
   * @param {string} key
   * @param {Filled} filled
   * @param {Record<string, string | number>} [values]
   * @returns {null}
   */
  #tell(key, { shown, place }, values = {}) {
    const text = textOf(shown, this.#habits);
    const found = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    this.faults.push({ key, place, values: { found, ...values } });
    return null;
  }
}
