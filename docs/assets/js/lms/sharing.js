// @ts-check
/** What of a result leaves the page, and nothing else does. Knows no page. */

/** @typedef {import("./messages.js").Level} Level */
/** @typedef {import("./messages.js").Shared} Shared */
/** @typedef {{ overall?: unknown, dimensions?: readonly { id: string, score: number | null }[] }} Report */

/** The levels, the least first. */
export const LEVELS = /** @type {const} */ ([1, 2, 3]);

/**
 * The highest level that a report has anything for.
 * @param {Report} report
 * @returns {Level}
 */
export function highestLevel(report) {
  if (typeof report.overall !== "number") return 1;
  return dimensionsOf(report).length ? 3 : 2;
}

/**
 * @param {Report} report
 * @param {Level} level that the learner chose
 * @returns {Shared} never an answer, and no word of having passed
 */
export function shared(report, level) {
  const taken = /** @type {Level} */ (Math.min(level, highestLevel(report)));
  return {
    level: taken,
    ...(taken >= 2 && { score: Number(report.overall) }),
    ...(taken >= 3 && { dimensions: dimensionsOf(report) }),
  };
}

/** @param {Report} report */
function dimensionsOf({ dimensions = [] }) {
  return dimensions.flatMap(({ id, score }) => (typeof score === "number" ? [{ id, score }] : []));
}
