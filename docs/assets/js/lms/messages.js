// @ts-check
/**
 * What a tool's page and the launcher of a package say to each other. Knows no page and no learning system.
 *
 * hello (page): I am here; lms (launcher): what holds you; result (page): what the learner sends; ack (launcher):
 * what became of it. Each names its version: the package may be years older than the site.
 */

const PROTOCOL = "playbook-lms";
export const VERSION = 1;

/** @typedef {"hello" | "lms" | "result" | "ack"} Kind */
/** 1: finished; 2: and the overall score; 3: and the score of each dimension. @typedef {1 | 2 | 3} Level */
/** @typedef {{ id: string, score: number }} Dimension score: from 0 to 100 */
/** @typedef {{ level: Level, score?: number, dimensions?: readonly Dimension[] }} Shared all that a learner can send */
/** @typedef {{ protocol: string, version: number, kind: Kind } & Record<string, unknown>} Message */

/**
 * @param {Kind} kind
 * @param {Record<string, unknown>} [content]
 * @returns {Message}
 */
export function message(kind, content = {}) {
  return { ...content, protocol: PROTOCOL, version: VERSION, kind };
}

/**
 * @param {MessageEvent} event
 * @param {{ source: unknown, origin: string | null }} other who may speak; without an origin anybody at this source
 * @returns {Message | null} null for whatever is not for us
 */
export function messageIn({ data, source, origin }, other) {
  if (source !== other.source || (other.origin !== null && origin !== other.origin)) return null;
  return data !== null && typeof data === "object" && data.protocol === PROTOCOL ? data : null;
}
