// @ts-check
/** Everything that a playbook keeps in this browser, wherever it stands: listed, as one file, removed. */
import { isObject } from "./answer-record.js";
import { prefixOf } from "./first-edition.js";

/** @typedef {import("./site-store.js").SiteStore} SiteStore */
/**
 * @typedef {object} Everything
 * @property {Record<string, any[]>} tables
 * @property {{ key: string, text: string }[]} leftovers of the first edition
 * @property {string[]} choices names of what else the site remembers, as colours
 */

const FORMAT = "playbook-device/1";
/** What a page remembers of a choice: the address of a site, and what it is. */
const CHOICE = /^(.*)\.__\w+$/;

/**
 * @param {SiteStore} store
 * @param {string} root path of the site's home page
 * @returns {Promise<Everything | null>} null where the browser does not say
 */
export async function readEverything(store, root) {
  const tables = await store.everything();
  if (!tables.done) return null;
  const leftovers = store.leftovers().map(({ key, text }) => ({ key, text }));
  const choices = bothStorages().flatMap((storage) => ownKeys(storage, store.site, root));
  const others = choices.filter((key) => !leftovers.some((leftover) => leftover.key === key));
  return { tables: tables.result, leftovers, choices: others };
}

/**
 * All of it as one file, but for lists of accounts: their files are tables already, and may be large.
 * @param {string} site
 * @param {Everything} everything
 * @param {string} written the moment, ISO 8601
 */
export function writeEverything(site, { tables: { lists: _, ...tables }, leftovers }, written) {
  return `${JSON.stringify({ format: FORMAT, site, written, tables, leftovers }, null, 2)}\n`;
}

/**
 * The tables in a file that writeEverything made, of this playbook or another.
 * @param {string} text of a file, whoever wrote it
 * @returns {Record<string, unknown[]> | null} null where it is no such file
 */
export function readEverythingFrom(text) {
  let value;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
  return isObject(value) && value.format === FORMAT && isObject(value.tables) ? /** @type {any} */ (value.tables) : null;
}

/**
 * Remove all of it; what the browser refuses to remove is still listed afterwards.
 * @param {SiteStore} store
 * @param {string} root path of the site's home page
 */
export async function removeEverything(store, root) {
  await store.clear();
  for (const storage of bothStorages()) {
    for (const key of ownKeys(storage, store.site, root)) storage.removeItem(key);
  }
}

/** @returns {Storage[]} those that the browser lets this page have */
function bothStorages() {
  return [() => localStorage, () => sessionStorage].flatMap((get) => {
    try {
      return [get()];
    } catch {
      return [];
    }
  });
}

/**
 * @param {Storage} storage
 * @param {string} site
 * @param {string} root
 */
function ownKeys(storage, site, root) {
  return Object.keys(storage).filter(
    (key) => key.startsWith(prefixOf(site)) || key.startsWith("playbook:one-by-one") || CHOICE.exec(key)?.[1]?.startsWith(root),
  );
}
