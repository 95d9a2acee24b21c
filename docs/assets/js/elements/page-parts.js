// @ts-check
/**
 * Loads what only some pages need, when such a page is there; pages change in place.
 *
 * A page of another edition of the site, reached from this one, is loaded anew, with its own scripts.
 */

/** The head of each page names the script that it starts with. */
const OWN_SCRIPT = "link[data-playbook-script]";

/**
 * @param {Record<string, () => Promise<unknown>>} parts selector of what needs a part -> loads it
 * @param {string} script address of the script that every page of this edition starts with
 */
export function servePages(parts, script) {
  const waiting = new Map(Object.entries(parts));
  /** @type {WeakSet<Element>} */
  const tried = new WeakSet();
  const look = () => {
    const own = document.querySelector(OWN_SCRIPT);
    if (own instanceof HTMLLinkElement && own.href !== script) return location.reload();
    for (const [selector, load] of waiting) {
      const place = document.querySelector(selector);
      if (!place || tried.has(place)) continue;
      tried.add(place);
      load().then(() => {
        if (place.isConnected && !place.hasAttribute("data-started")) throw new Error(`<${selector}> has not started`);
        waiting.delete(selector);
      }).catch((error) => {
        console.error(error);
        // The page says by itself how to go on; the next page tries again.
        place.toggleAttribute("data-failed", true);
      });
    }
  };
  // A box may hold what needs a part, once it is open.
  document.addEventListener("toggle", look, { capture: true });
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();
}
