// @ts-check
/** Whom of this device the subjects of a file are: by their id, else by their name; else they are new here. */
import { isAhead, isMoment } from "./answer-record.js";
import { nameKey, randomId, subjectsOf, tidyName } from "./subjects.js";

/** @typedef {import("./shelves.js").Tables} Tables */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @typedef {{ before: string, subject: string }} Renamed what a subject was called here, and is called now */
/** @typedef {{ ids: Map<string, string>, renamed: Renamed[] }} Met id there -> id here */

/**
 * @param {Tables} tables
 * @param {Subject[]} subjects of the file
 * @returns {Promise<Met>}
 */
export async function meet(tables, subjects) {
  const ids = new Map();
  const renamed = [];
  for (const there of subjects) {
    const others = await subjectsOf(tables, there.kind);
    const namesake = others.find((other) => nameKey(other.name) === nameKey(there.name));
    const own = others.find((other) => other.id === there.id);
    const here = own ?? namesake ?? (await enter(tables, there));
    ids.set(there.id, here.id);
    if (here !== own || (namesake && namesake !== own) || !isLater(there, own)) continue;
    await tables.subjects.put({ ...own, name: tidyName(there.name), named: there.named });
    if (own.name !== tidyName(there.name)) renamed.push({ before: own.name, subject: tidyName(there.name) });
  }
  return { ids, renamed };
}

/**
 * @param {Tables} tables
 * @param {Subject} subject that is not known here
 */
async function enter(tables, { id, kind, name, named }) {
  const isTaken = await tables.subjects.get(id);
  const owner = { id: isTaken ? randomId() : id, kind, name: tidyName(name), ...(isMoment(named) && !isAhead(named) && { named }) };
  await tables.subjects.put(owner);
  return owner;
}

/**
 * Whether a subject got its name there later than here; no clock of another device counts before its time.
 * @param {Subject} there
 * @param {Subject} here
 */
function isLater(there, here) {
  const [other, own] = [there.named, here.named].map((named) => (isMoment(named) && !isAhead(named) ? Date.parse(named) : 0));
  return Number(other) > Number(own);
}
