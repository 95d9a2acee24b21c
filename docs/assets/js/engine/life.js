// @ts-check
/**
 * Tells the page that its worker is gone, which no event of a browser does.
 *
 * The worker holds a lock for as long as it lives; the page waits for the same lock.
 */

/**
 * Hold the lock, in the worker.
 * @param {string} name of the worker
 * @returns {Promise<void>} resolved when the page may wait, or when there are no locks
 */
export function holdLife(name) {
  return new Promise((resolve) => {
    const hold = () => {
      resolve();
      return new Promise(() => undefined);
    };
    const held = locks()?.request(name, hold);
    if (held) held.catch(() => resolve());
    else resolve();
  });
}

/**
 * Wait in the page for the end of a worker that holds its lock.
 * @param {string} name of the worker
 * @param {() => void} gone
 */
export function awaitDeath(name, gone) {
  locks()?.request(name, gone).catch(() => undefined);
}

/** Support: without https there are no locks; then the client's patience alone tells. */
function locks() {
  return /** @type {LockManager | undefined} */ (globalThis.navigator?.locks);
}
