// @ts-check
/**
 * What a page was still writing when it was left. A database ends with its page, so these writings wait in
 * localStorage, one text for each page under playbook:SITE:unwritten:PAGE, for the next page to write them.
 */
import { isDraft, isObject } from "./answer-record.js";
import { prefixOf } from "./first-edition.js";

/** @typedef {import("./drafts.js").Writing} Writing */

/** @param {string} site */
function start(site) {
  return `${prefixOf(site)}unwritten:`;
}

/**
 * Leave writings behind, in their order; none take back what was left.
 * @param {string} site
 * @param {string} page tells apart two pages that are left at once
 * @param {readonly Writing[]} writings
 */
export function leaveUnwritten(site, page, writings) {
  try {
    if (writings.length) localStorage.setItem(start(site) + page, JSON.stringify(writings));
    else localStorage.removeItem(start(site) + page);
  } catch {
    // The browser keeps nothing for this page, or has no room.
  }
}

/**
 * Take what other pages left behind.
 * @param {string} site
 * @param {(writings: Writing[]) => Promise<boolean>} finish returns whether nothing is left to do
 */
export async function takeUnwritten(site, finish) {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(start(site)))) {
      const writings = writingsIn(localStorage.getItem(key));
      if (writings && (await finish(writings))) localStorage.removeItem(key);
    }
  } catch {
    // The browser keeps nothing for this page.
  }
}

/**
 * @param {string | null} text
 * @returns {Writing[] | null} null where this edition cannot read them
 */
function writingsIn(text) {
  try {
    const writings = JSON.parse(text ?? "");
    return Array.isArray(writings) && writings.every(isWriting) ? writings : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Writing}
 */
function isWriting(value) {
  if (!isObject(value)) return false;
  const { draft, subject, seen } = value;
  const isSubject = isObject(subject) && ["id", "kind", "name"].every((name) => typeof subject[name] === "string");
  return isDraft(draft) && isSubject && (seen === null || typeof seen === "string");
}
