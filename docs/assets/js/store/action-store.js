// @ts-check
/** Keeps the actions of every tool on this device, and tells the other windows. */
import { addAction, changeAction, inOrder, isAction, putActionBack, removeAction } from "./actions.js";

/** @typedef {import("./actions.js").Action} Action */
/** @typedef {import("./actions.js").RemovedAction} RemovedAction */
/** @typedef {import("./actions.js").Told} Told */
/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class ActionStore {
  #store;

  /** @param {SiteStore} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * Those about a subject, whatever tool they come from; without a name, only those of the tool.
   * @param {string} tool
   * @param {Subject} subject
   * @returns {Promise<Came<Action[]>>} in their order
   */
  about(tool, { id }) {
    return this.#store.read(async ({ actions }) => {
      const rows = id ? await actions.about(id) : await actions.of(tool, "");
      return inOrder(rows.filter(isAction));
    });
  }

  /** @returns {Promise<Came<string[]>>} everyone who owns an action, by name */
  owners() {
    return this.#store.read(async (tables) => {
      const names = (await tables.actions.all()).filter(isAction).map(({ owner }) => owner);
      return [...new Set(names.filter(Boolean))].sort((one, other) => one.localeCompare(other));
    });
  }

  /**
   * @param {string} tool
   * @param {Subject} subject
   * @param {Partial<Told> & { text: string }} told
   * @returns {Promise<Came<Action>>}
   */
  async add(tool, subject, told) {
    const outcome = await this.#store.change((tables) => addAction(tables, tool, subject, told, now()));
    if (outcome.done) this.#store.tell(newsOf(outcome.result));
    return outcome;
  }

  /**
   * @param {Action} seen as the reader saw it
   * @param {Partial<Told>} changes what the reader changed; the rest stays as it is kept
   * @param {Subject} subject whom it is about
   */
  change(seen, changes, subject) {
    return this.#store.change((tables) => changeAction(tables, seen, changes, subject, now()), newsOf(seen));
  }

  /**
   * @param {Action} action
   * @returns {Promise<Came<RemovedAction>>} what putBack takes
   */
  remove(action) {
    return this.#store.change((tables) => removeAction(tables, action), newsOf(action));
  }

  /** @param {RemovedAction} removed */
  putBack(removed) {
    return this.#store.change((tables) => putActionBack(tables, removed), newsOf(removed.action));
  }
}

/**
 * @param {Action} action
 * @returns {import("./news.js").News}
 */
function newsOf({ tool, subjectId }) {
  return { act: "planned", tool, subjectId };
}

function now() {
  return new Date().toISOString();
}
