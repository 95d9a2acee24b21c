// @ts-check
/**
 * What a reader changes while the name of another subject is being looked up: it is about whoever is being named,
 * and goes over what is kept about him.
 */
import { isObject, sorted } from "../store/answer-record.js";

/** @typedef {import("./answers.js").Placed} Placed */
/** @typedef {Omit<Placed, "places">} Said what a form says */

export class HeldChanges {
  #answers;
  /** @type {Said | null} what the form said when the name was typed; null while none is looked up */
  #before = null;
  #waits = false;

  /** @param {import("./answers.js").ToolAnswers} answers */
  constructor(answers) {
    this.#answers = answers;
  }

  begin() {
    this.#before ??= this.#said();
  }

  get isWaiting() {
    return this.#waits;
  }

  /** Whether a change waits until it is known whom it is about. */
  hold() {
    this.#waits = this.#before !== null;
    return this.#waits;
  }

  /**
   * No name is looked up any more.
   * @returns {Said | null} what the form said when that began; null where nothing waits
   */
  end() {
    const before = this.#waits ? this.#before : null;
    this.#before = null;
    this.#waits = false;
    return before;
  }

  /**
   * Take what was changed out of a form that will say something else.
   * @returns {((kept: Said) => Said) | null} puts it over what is kept about another subject; null where nothing was
   */
  take() {
    const after = this.#said();
    const before = this.end();
    if (!before || sorted(before) === sorted(after)) return null;
    return (kept) => /** @type {Said} */ (over(kept, before, after));
  }

  /** @returns {Said} */
  #said() {
    const { places: _places, ...said } = this.#answers.read();
    return said;
  }
}

/**
 * A value with what was changed over it; what was taken away stays. Of a list, rows that are new go after its rows.
 * @param {unknown} value
 * @param {unknown} before
 * @param {unknown} after
 * @returns {unknown}
 */
function over(value, before, after) {
  if (sorted(before) === sorted(after)) return value;
  if (Array.isArray(after)) return listOver(value, before, after);
  if (!isObject(after)) return after;
  const own = isObject(value) ? value : {};
  const old = isObject(before) ? before : {};
  const changed = Object.keys(after).map((name) => [name, over(own[name], old[name], after[name])]);
  return { ...own, ...Object.fromEntries(changed.filter(([, part]) => part !== undefined)) };
}

/**
 * @param {unknown} value
 * @param {unknown} before
 * @param {unknown[]} after
 */
function listOver(value, before, after) {
  const own = Array.isArray(value) ? value : [];
  const old = Array.isArray(before) ? before : [];
  const known = new Set(old.map(sorted));
  const fresh = after.filter((each) => !known.has(sorted(each)));
  if (!fresh.every(isObject)) return [...new Set([...own, ...fresh])];
  const changed = after.slice(0, old.length).map((each, place) => over(own[place], old[place], each));
  const rows = own.map((each, place) => changed[place] ?? each);
  return [...rows, ...changed.slice(own.length).filter(Boolean), ...after.slice(old.length)];
}
