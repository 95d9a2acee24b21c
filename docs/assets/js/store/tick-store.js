// @ts-check
/** Keeps the ticks of lists on this device, and tells the other windows. */

/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/** @template Outcome @typedef {import("./site-store.js").Outcome<Outcome>} Came */

export class TickStore {
  #store;

  /** @param {SiteStore} store */
  constructor(store) {
    this.#store = store;
  }

  /**
   * @param {string} list its id
   * @returns {Promise<Came<string[]>>} names of the ticked items
   */
  of(list) {
    return this.#store.read(async (tables) => (await tables.checklists.get(list))?.ticked ?? []);
  }

  /**
   * Remember one tick; those of other windows stay.
   * @param {string} list its id
   * @param {string} item
   * @param {boolean} isTicked
   */
  set(list, item, isTicked) {
    return this.#store.change(async (tables) => {
      const { ticked = [] } = /** @type {{ ticked?: string[] }} */ ((await tables.checklists.get(list)) ?? {});
      const others = ticked.filter((name) => name !== item);
      await tables.checklists.put({ id: list, ticked: isTicked ? [...others, item] : others });
    }, { act: "ticked", tool: list });
  }
}
