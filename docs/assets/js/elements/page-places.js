// @ts-check
/** Leads to places on a page, also into boxes that are closed. */

/** Follow links to places, on this page and from others. */
export function servePlaces() {
  let seen = "";
  /** @type {HTMLElement | null} */
  let shown = null;
  const arrive = () => {
    if (location.href === seen && shown?.isConnected) return;
    const place = location.hash ? placeOf(location.hash) : null;
    if (openBox(place)) [seen, shown] = [location.href, place];
  };
  document.addEventListener("click", (event) => {
    const link = placeLink(event.target);
    const place = link && placeOf(link.hash);
    if (!place || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hash !== location.hash) history.pushState(history.state, "", link.hash);
    openBox(place);
    place.scrollIntoView();
    focusOn(place);
  });
  addEventListener("hashchange", arrive);
  // Pages change in place, and what a script brings may hold the place that the address names.
  new MutationObserver(arrive).observe(document.documentElement, { childList: true, subtree: true });
  arrive();
}

/**
 * The link around an element that leads to a place on this page.
 * @param {EventTarget | null} target
 */
function placeLink(target) {
  const link = target instanceof Element ? target.closest("a") : null;
  const here = location.origin + location.pathname + location.search;
  return link?.hash && link.origin + link.pathname + link.search === here ? link : null;
}

/** @param {string} hash whoever wrote it */
function placeOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/**
 * Open the box that holds a place, or that stands below its heading.
 * @param {HTMLElement | null} place
 * @returns {boolean} whether there is such a place
 */
function openBox(place) {
  if (!place) return false;
  const below = place.matches("h2, h3, h4") ? place.nextElementSibling : null;
  let box = below instanceof HTMLDetailsElement ? below : place.closest("details");
  const isClosed = box !== null && !box.open;
  for (; box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  if (isClosed) place.scrollIntoView();
  return true;
}

/**
 * Let the keyboard go on from a place, as after any link.
 * @param {HTMLElement} place
 */
function focusOn(place) {
  place.focus({ preventScroll: true });
  if (document.activeElement === place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
}
