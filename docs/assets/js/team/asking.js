// @ts-check
/** Asks the engine about the answers of a team to one questionnaire. Knows no page. */
import { ToolScoring } from "../tool/scoring.js";

/** @typedef {import("../engine/client.js").Answer} Answer */
/** @typedef {import("../engine/client.js").Block} Block */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("./session.js").Standing} Standing */
/** @typedef {DefinitionMark & { definition: string }} Marked definition: the address of its file */
/** @typedef {{ id: string, label: Record<string, string> }} Flag */
/** @typedef {{ questions: Set<string>, flags: Flag[] }} Shape what can be answered */

export class TeamTool {
  #scoring;
  /** @type {Promise<Shape> | null} */
  #shape = null;
  mark;

  /**
   * @param {Marked} marked
   * @param {string} worker absolute
   * @param {string} language
   */
  constructor({ definition, ...mark }, worker, language) {
    this.mark = mark;
    const addresses = { definition: new URL(definition, document.baseURI).href, worker };
    this.#scoring = new ToolScoring(addresses, mark.hash, language);
  }

  /** @returns {Promise<Record<string, any>>} rejected without the file of the definition */
  definition() {
    return this.#scoring.definition();
  }

  /** @returns {Promise<Shape>} rejected without the file of the definition */
  shape() {
    this.#shape ??= this.definition().then((definition) => shapeOf(/** @type {Parameters<typeof shapeOf>[0]} */ (definition)));
    this.#shape.catch(() => (this.#shape = null));
    return this.#shape;
  }

  /**
   * @param {"attendance" | "team" | "sides" | "session" | null} group null: the report of one input
   * @param {unknown} input
   * @param {string} [label]
   * @param {string[]} [formats]
   * @returns {Promise<Answer>} rejected when the engine cannot run here
   */
  ask(group, input, label = "", formats = []) {
    return this.#scoring.score(input, label, { ...(group ? { group } : {}), formats });
  }

  /**
   * How far each answer set is filled in, without a word about what was answered.
   * @param {readonly unknown[]} inputs
   * @returns {Promise<{ said: string, people: Standing[] }>}
   */
  async attendance(inputs) {
    const { report, document: blocks = [], error } = await this.ask("attendance", inputs);
    if (error) throw new Error(error.message);
    const told = /** @type {{ text: string }[]} */ (blocks[1]?.items ?? []);
    const people = /** @type {{ status: string }[]} */ (report?.people ?? []);
    return { said: String(blocks[0]?.text ?? ""), people: people.map(({ status }, place) => ({ status, text: told[place]?.text ?? "" })) };
  }
}

/**
 * What of an input to another version can be answered here.
 * @param {Record<string, any>} input
 * @param {Shape} shape
 */
export function inCommon({ answers, flags, confidence, ...rest }, shape) {
  const known = Object.entries(answers ?? {}).filter(([id]) => shape.questions.has(id));
  const names = new Set(shape.flags.map(({ id }) => id));
  const facts = Array.isArray(flags) ? flags.filter((flag) => names.has(flag)) : [];
  const sure = Object.entries(confidence ?? {}).filter(([id]) => shape.questions.has(id));
  const said = sure.length ? { confidence: Object.fromEntries(sure) } : {};
  return { ...rest, answers: Object.fromEntries(known), flags: facts, ...said };
}

/** @param {{ dimensions: { questions: { id: string }[] }[], flags?: Flag[] }} definition @returns {Shape} */
function shapeOf({ dimensions, flags = [] }) {
  return { questions: new Set(dimensions.flatMap(({ questions }) => questions.map(({ id }) => id))), flags };
}
