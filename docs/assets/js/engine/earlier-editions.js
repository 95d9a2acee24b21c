// @ts-check
/**
 * Deletes what earlier editions kept of the engine in this browser.
 *
 * The first one kept the memory of an engine that had scored: whatever a person typed stood in it.
 */

/** Begins the name of each of their caches. */
const FAMILY = "playbook-engine";

export async function forgetEarlierEditions() {
  try {
    const names = (await globalThis.caches?.keys()) ?? [];
    const theirs = names.filter((name) => name.startsWith(FAMILY));
    await Promise.all(theirs.map((name) => caches.delete(name)));
  } catch {
    // Support: a browser that refuses its cache, as in a closed frame, keeps nothing there either.
  }
}
