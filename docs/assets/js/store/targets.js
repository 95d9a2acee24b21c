// @ts-check
/** The scores that a reader wants the dimensions of a tool to reach, for one subject; kept among the settings. */
import { isMoment, isObject } from "./answer-record.js";
import { enter } from "./subjects.js";

/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/**
 * @typedef {object} Targets
 * @property {string} name its key among the settings
 * @property {string} tool
 * @property {string} subjectId empty for results without a name
 * @property {string} saved the moment of the last change, ISO 8601
 * @property {Record<string, number>} targets dimension id -> points from 0 to 100
 */

/**
 * @param {string} tool
 * @param {string} subjectId
 */
export function keyOf(tool, subjectId) {
  return `targets:${tool}:${subjectId}`;
}

/**
 * Whether a value has the shape of targets, whoever wrote it.
 * @param {unknown} value
 * @returns {value is Targets}
 */
export function isTargets(value) {
  if (!isObject(value) || !isObject(value.targets) || !isMoment(value.saved)) return false;
  const { name, tool, subjectId, targets } = value;
  const named = typeof tool === "string" && typeof subjectId === "string" && name === keyOf(tool, subjectId);
  return named && Object.values(targets).every((points) => typeof points === "number" && points >= 0 && points <= 100);
}

/**
 * Whether a row of the settings holds targets, readable or not.
 * @param {unknown} row
 */
export function areTargets(row) {
  return isObject(row) && typeof row.name === "string" && row.name.startsWith("targets:");
}

/**
 * @param {Tables} tables
 * @param {string} tool
 * @param {string} subjectId
 * @returns {Promise<Targets | null>}
 */
export async function targetsOf(tables, tool, subjectId) {
  const kept = await tables.settings.get(keyOf(tool, subjectId));
  return isTargets(kept) ? kept : null;
}

/**
 * Keep targets in place of others; none at all removes them.
 * @param {Tables} tables
 * @param {string} tool
 * @param {Subject} subject
 * @param {Record<string, number>} targets
 * @param {string} saved ISO 8601
 */
export async function writeTargets(tables, tool, subject, targets, saved) {
  if (!Object.keys(targets).length) return void (await tables.settings.delete(keyOf(tool, subject.id)));
  const { id: subjectId } = await enter(tables, subject);
  await tables.settings.put({ name: keyOf(tool, subjectId), tool, subjectId, saved, targets });
}

/**
 * Give targets to another subject, as when one gets a name.
 * @param {Tables} tables
 * @param {Targets} targets
 * @param {string} subjectId
 */
export async function moveTargets(tables, targets, subjectId) {
  await tables.settings.delete(targets.name);
  await tables.settings.put({ ...targets, name: keyOf(targets.tool, subjectId), subjectId });
}
