// @ts-check
/**
 * The files that a site keeps in this browser: one cache for each part of each edition.
 *
 * A name that holds a hash means the same bytes in every edition, and a page of an edition is put in only after the
 * files that it names; so what is found here fits together. Knows no request and no page.
 */

/** Where a file is, however it was asked for: what stands after the ? and what the browser accepts do not count. */
const ANYHOW = { ignoreSearch: true, ignoreVary: true };

export class Shelf {
  /**
   * @param {string} root path of the folder of the site
   * @param {string} list path of the list of this edition's files, which tells editions apart
   */
  constructor(root, list) {
    this.root = root;
    this.list = list;
  }

  /** @param {string} part */
  open(part) {
    return caches.open(this.#name(this.list, part));
  }

  /**
   * A file of any edition, this one first.
   * @param {string} address
   * @returns {Promise<Response | undefined>} none also where the browser does not let its caches be read
   */
  async find(address) {
    try {
      const names = await this.#names();
      const own = names.filter(({ list }) => list === this.list);
      for (const { name } of [...own, ...names.filter(({ list }) => list !== this.list)]) {
        const found = await (await caches.open(name)).match(address, ANYHOW);
        if (found) return found;
      }
    } catch (error) {
      console.warn(error);
    }
    return undefined;
  }

  /**
   * Whether every file of a part is there.
   * @param {string} part
   * @param {string} [list] of its edition
   */
  async isWhole(part, list = this.list) {
    const name = this.#name(list, part);
    return (await caches.has(name)) && (await (await caches.open(name)).match(this.root + list)) !== undefined;
  }

  /** @returns {Promise<string[]>} parts of this edition of which something is there */
  async begunParts() {
    return (await this.#names()).filter(({ list }) => list === this.list).map(({ part }) => part);
  }

  /** @returns {Promise<Set<string>>} parts that are whole in another edition */
  async earlierParts() {
    const earlier = (await this.#names()).filter(({ list }) => list !== this.list);
    const whole = await Promise.all(earlier.map(({ list, part }) => this.isWhole(part, list)));
    return new Set(earlier.filter((_, index) => whole[index]).map(({ part }) => part));
  }

  /** Remove other editions as far as this one has all that they have; to be called when no page is open. */
  async tidy() {
    const names = await this.#names();
    for (const list of new Set(names.map((each) => each.list))) {
      if (list === this.list) continue;
      const theirs = names.filter((each) => each.list === list);
      const lacking = await Promise.all(theirs.map(async ({ part }) =>
        (await this.isWhole(part, list)) && !(await this.isWhole(part))));
      // Of an edition whose own files never came whole, nothing works.
      const isUseful = lacking.some(Boolean) && (await this.isWhole("shared", list));
      if (!isUseful) await Promise.all(theirs.map(({ name }) => caches.delete(name)));
    }
  }

  /** @param {string} part of this edition */
  async drop(part) {
    await caches.delete(this.#name(this.list, part));
  }

  /**
   * @param {string} list
   * @param {string} part
   */
  #name(list, part) {
    return [...familyOf(this.root), list, part].join(" ");
  }

  async #names() {
    const names = await keptNames(this.root);
    return names.map((name) => {
      const [, , list = "", part = ""] = name.split(" ");
      return { name, list, part };
    });
  }
}

/**
 * The names of all caches of a site, of whatever edition.
 * @param {string} root path of the folder of the site
 */
export async function keptNames(root) {
  const family = familyOf(root);
  return (await caches.keys()).filter((name) => family.every((word, index) => name.split(" ")[index] === word));
}

/** @param {string} root */
function familyOf(root) {
  return ["playbook-pages", root];
}
