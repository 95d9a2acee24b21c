// @ts-check
/** Remembers choices for one visit; where the browser keeps nothing, for one page. Knows no page. */

export class VisitMemory {
  /** @type {Map<string, string>} */
  #here = new Map();

  /** @param {string} name */
  has(name) {
    return this.read(name) !== null;
  }

  /**
   * @param {string} name
   * @returns {string | null}
   */
  read(name) {
    return this.#try((storage) => storage.getItem(name)) ?? this.#here.get(name) ?? null;
  }

  /** @param {string} name */
  keep(name) {
    this.write(name, "yes");
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  write(name, text) {
    this.#here.set(name, text);
    this.#try((storage) => storage.setItem(name, text));
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
