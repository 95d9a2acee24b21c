// @ts-check
/** The menu of what a tool's page can print. */

/**
 * Close the menu of sheets when the reader goes on elsewhere, or takes it back.
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
export function serveMenu(page, signal) {
  const menu = page.querySelector("details.print-menu");
  menu?.addEventListener("focusout", (event) => {
    const { relatedTarget } = /** @type {FocusEvent} */ (event);
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.removeAttribute("open");
  }, { signal });
  menu?.addEventListener("keydown", (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== "Escape" || !menu.hasAttribute("open")) return;
    menu.removeAttribute("open");
    menu.querySelector("summary")?.focus();
  }, { signal });
}
