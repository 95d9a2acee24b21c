// @ts-check
/** Keeps the theme from noting in the history of a page where the reader was on the page before. */

/** What the theme puts another in place of when it changes pages. */
const PAGE = '[data-md-component="container"]';

/**
 * Whoever scrolls and presses a link at once begins at the top of the next page, or at its place. The theme notes
 * where the reader is a moment after the last scroll, in whatever entry of the history is there by then.
 */
export function forgetLatePlaces() {
  /** @type {Element | null} */
  let left = null;
  const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)];
  history.pushState = (state, ...where) => {
    push(state, ...where);
    // The theme begins each page without a place.
    if (state === null) left = document.querySelector(PAGE);
  };
  history.replaceState = (state, unused, ...where) => {
    const isPlace = Number.isFinite(state?.y) && !where.length;
    if (isPlace && (left?.isConnected || Math.abs(state.y - scrollY) > 1)) return;
    replace(state, unused, ...where);
  };
}
