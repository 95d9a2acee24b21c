// @ts-check
/** Judges whether answers to one version of a tool may be used with another. Knows no page. */

/** @typedef {{ tool: string, version: string, hash: string, structure: string }} DefinitionMark */
/** @typedef {"same" | "recomputed" | "changed" | "other-tool"} Match */

const VERSION = /^\d{1,9}(\.\d{1,9})*$/;

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

/**
 * Whether a version comes after another one; what is no version comes after none.
 * @param {string} version as 1.10.0, whoever wrote it
 * @param {string} other
 */
export function isLater(version, other) {
  const [own, others] = [version, other].map((each) => (VERSION.test(each) ? each.split(".").map(Number) : []));
  const place = own?.findIndex((number, at) => number !== (others?.[at] ?? 0)) ?? -1;
  return place >= 0 && Number(own?.[place]) > (others?.[place] ?? 0);
}
