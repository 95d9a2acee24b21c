// @ts-check
/** Opens every box on paper, but keeps off it what a reader has left folded; afterwards all is as it was. */

const FOLDED = ".commentary details:not([open])";

/** Open boxes when the browser begins to print, and mark those that stay closed, for print.css. */
export function servePrint() {
  /** @type {Element[]} */
  let opened = [];
  const open = () => {
    for (const box of document.querySelectorAll(FOLDED)) box.toggleAttribute("data-folded", true);
    const closed = [...document.querySelectorAll("details:not([open])")];
    for (const box of closed) box.toggleAttribute("open", true);
    opened.push(...closed);
  };
  const close = () => {
    for (const box of opened) box.removeAttribute("open");
    for (const box of document.querySelectorAll("[data-folded]")) box.removeAttribute("data-folded");
    opened = [];
  };
  addEventListener("beforeprint", open);
  addEventListener("afterprint", close);
}
