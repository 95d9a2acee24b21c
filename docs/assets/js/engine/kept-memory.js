// @ts-check
/**
 * Where this browser keeps the started engine between visits, and how to be rid of what it kept before.
 *
 * The first edition kept the memory of an engine that had scored: whatever a person typed stood in it.
 */

/** The cache of this edition: its memory was taken before the engine read anything. */
export const CACHE = "playbook-engine-clean";
const FAMILY = "playbook-engine";

/** Delete what earlier editions kept. */
export async function forgetEarlierEditions() {
  try {
    const names = (await globalThis.caches?.keys()) ?? [];
    const ours = names.filter((name) => name.startsWith(FAMILY) && name !== CACHE);
    await Promise.all(ours.map((name) => caches.delete(name)));
  } catch {
    // Support: a browser that refuses its cache, as in a closed frame, keeps nothing there either.
  }
}
