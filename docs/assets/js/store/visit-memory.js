// @ts-check
/** Remembers choices for one visit; where the browser keeps nothing, for one page. Knows no page. */

export class VisitMemory {
  /** @type {Set<string>} */
  #here = new Set();

  /** @param {string} name */
  has(name) {
    return this.#try((storage) => storage.getItem(name) !== null) ?? this.#here.has(name);
  }

  /** @param {string} name */
  keep(name) {
    this.#here.add(name);
    this.#try((storage) => storage.setItem(name, "yes"));
  }

  /** @param {string} name */
  forget(name) {
    this.#here.delete(name);
    this.#try((storage) => storage.removeItem(name));
  }

  /**
   * @template Result
   * @param {(storage: Storage) => Result} use
   * @returns {Result | undefined} undefined where the browser refuses, as in a private window or a foreign frame
   */
  #try(use) {
    try {
      return use(sessionStorage);
    } catch {
      return undefined;
    }
  }
}
