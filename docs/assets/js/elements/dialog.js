// @ts-check
/** Opens dialogs that a page's templates hold; they work where confirm() does not. */

/**
 * @param {string} selector of the template
 * @returns {HTMLDialogElement | null} a fresh copy; null where the page has none
 */
export function dialogFrom(selector) {
  const template = document.querySelector(selector);
  const dialog = template instanceof HTMLTemplateElement
    ? document.importNode(template.content, true).firstElementChild
    : null;
  return dialog instanceof HTMLDialogElement ? dialog : null;
}

/**
 * Show a dialog until it is closed, then give the focus back.
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<string | null>} what it was closed with; null where the reader took it back
 */
export function openDialog(dialog) {
  const before = document.activeElement;
  return new Promise((resolve) => {
    const leaves = new AbortController();
    addEventListener("popstate", () => dialog.close(), { signal: leaves.signal });
    dialog.addEventListener("close", () => {
      leaves.abort();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
