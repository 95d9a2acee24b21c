// @ts-check
/** Judges whether answers to one version of a tool may be used with another. Knows no page. */

/** @typedef {{ tool: string, version: string, hash: string, structure: string }} DefinitionMark */
/** @typedef {"same" | "recomputed" | "changed" | "other-tool"} Match */

/**
 * same: the very definition; recomputed: other words or scoring, the same questions and scales;
 * changed: other questions or scales, so that the answers would no longer mean what they meant.
 * @param {DefinitionMark} answered
 * @param {DefinitionMark} current
 * @returns {Match}
 */
export function match(answered, current) {
  if (answered.tool !== current.tool) return "other-tool";
  if (answered.hash === current.hash) return "same";
  return answered.structure === current.structure ? "recomputed" : "changed";
}
