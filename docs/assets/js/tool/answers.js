// @ts-check
/** The answers of one tool's form: what it says, and making it say something. Knows no storage. */
import { idleConfidence, withoutIdleConfidence } from "../form/confidence.js";
import { asBrought } from "../form/controls.js";
import { rememberEarly } from "../form/early.js";
import { lacking, misfits } from "../form/fit.js";
import { changeUnderHand } from "../form/hand.js";
import { fillForm, hasRoom, readForm } from "../form/walker.js";
import { sameAnswers } from "../store/answer-record.js";
import { fillCircumstances, readCircumstances } from "./circumstances.js";

/** @typedef {import("../form/controls.js").Look} Look */
/** @typedef {import("../store/answer-record.js").Given} Given */
/** @typedef {import("../store/answer-record.js").Circumstances} Circumstances */
/** @typedef {import("./held-changes.js").Said} Said */
/**
 * places: path in the input -> what stands for it
 * @typedef {Given & Required<Circumstances> & { places: Map<string, HTMLElement> }} Placed
 */

export class ToolAnswers {
  #form;
  #isAssessment;
  #blank;

  /**
   * @param {HTMLFormElement} form with its defaults, whatever was filled in since
   * @param {string} kind assessment or calculator
   */
  constructor(form, kind) {
    this.#form = form;
    this.#isAssessment = kind === "assessment";
    this.#blank = this.read(asBrought);
  }

  /**
   * @param {Look} [look]
   * @returns {Placed}
   */
  read(look) {
    const { input, places } = readForm(this.#form, look);
    const read = { places, ...readCircumstances(this.#form) };
    if (!this.#isAssessment) return { input, notes: {}, ...read };
    const { notes = {}, ...rest } = input;
    // The engine wants to see both, filled in or not.
    const given = withoutIdleConfidence({ answers: {}, flags: [], ...rest });
    return { input: given, notes: /** @type {Given["notes"]} */ (notes), ...read };
  }

  /** Whether the form says nothing that the page did not say first. */
  get untouched() {
    return sameAnswers(this.read(), this.#blank);
  }

  /** @param {Given & Circumstances} given */
  fill(given) {
    changeUnderHand(this.#form, () => fillForm(this.#form, this.#joined(given)));
    fillCircumstances(this.#form, given);
  }

  /** Back to the page as it came. */
  fillBlank() {
    changeUnderHand(this.#form, () => fillForm(this.#form, {}));
    fillCircumstances(this.#form, {});
  }

  /**
   * Fill in what is kept, where the form can hold it, and over it what the reader filled in before it came.
   * @param {(Given & Circumstances) | null} kept null where nothing is
   * @param {((kept: Said) => Said) | null} [carried] puts over it what he changed while he named the subject
   * @returns {{ holds: boolean, early: boolean }} early: whether something was filled in before
   */
  join(kept, carried = null) {
    const early = rememberEarly(this.#form);
    const joined = kept ? this.#joined(kept) : {};
    const holds = kept === null || (hasRoom(this.#form, joined) && !misfits(this.#form, joined).length);
    const { respondent, occasion } = readCircumstances(this.#form);
    const typed = { ...(respondent && { respondent }), ...(occasion && { occasion }) };
    if (early) changeUnderHand(this.#form, () => early(holds ? joined : {}));
    else if (!holds || !kept) this.fillBlank();
    fillCircumstances(this.#form, { ...(holds && kept), ...typed });
    if (carried) this.fill(carried(this.read()));
    return { holds, early: early !== null || carried !== null };
  }

  /**
   * Why the form cannot hold what is given; it stays as it is.
   * @param {Given} given
   * @returns {readonly string[]} places that it would not say again; empty where it holds all
   */
  whatIsLost(given) {
    const joined = this.#joined(given);
    const notes = this.#isAssessment ? [] : Object.keys(given.notes).map((name) => `notes.${name}`);
    const idle = this.#isAssessment ? idleConfidence(given.input).map((name) => `confidence.${name}`) : [];
    return [...notes, ...idle, ...misfits(/** @type {HTMLFormElement} */ (this.#form.cloneNode(true)), joined)];
  }

  /**
   * Whether the form says all that is given.
   * @param {Given} given
   */
  says(given) {
    return !lacking(this.#form, this.#joined(given)).length;
  }

  /**
   * Whether the form has as many rows as are given.
   * @param {Given} given
   */
  hasRoomFor({ input }) {
    return hasRoom(this.#form, input);
  }

  /** @param {Given} given */
  #joined({ input, notes }) {
    return this.#isAssessment ? { ...input, notes } : input;
  }
}
