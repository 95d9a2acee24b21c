// @ts-check
/** Keeps the targets that a reader set on this device, and tells the other windows. */
import { targetsOf, writeTargets } from "./targets.js";

/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class TargetStore {
  #store;

  /** @param {SiteStore} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * @param {string} tool
   * @param {Subject} subject
   * @returns {Promise<Came<Record<string, number>>>} dimension id -> points; empty where none were set
   */
  of(tool, { id }) {
    return this.#store.read(async (tables) => (await targetsOf(tables, tool, id))?.targets ?? {});
  }

  /**
   * @param {string} tool
   * @param {Subject} subject
   * @param {Record<string, number>} targets dimension id -> points from 0 to 100
   */
  write(tool, subject, targets) {
    const saved = new Date().toISOString();
    return this.#store.change((tables) => writeTargets(tables, tool, subject, targets, saved), {
      act: "aimed", tool, subjectId: subject.id,
    });
  }
}
