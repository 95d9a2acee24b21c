// @ts-check
/** Keeps off paper what a reader has left folded: the theme opens every box before the browser prints. */

const FOLDED = ".commentary details:not([open])";

/** Mark the boxes that are closed when the browser begins to print, for print.css. */
export function servePrint() {
  // A listener that captures is called before the theme's own.
  addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll(FOLDED)) box.toggleAttribute("data-folded", true);
  }, { capture: true });
  addEventListener("afterprint", () => {
    for (const box of document.querySelectorAll("[data-folded]")) box.removeAttribute("data-folded");
  });
}
