// @ts-check
/** Gives the document the head of another page: its styles first, the rest when the page itself is shown. */

/** What scripts have put into the head for the whole visit. */
const OF_THE_VISIT = 'meta[name="theme-color"], meta[name="color-scheme"]';

/**
 * Fetch the styles that a page needs and this one does not have.
 * @param {Document} page its addresses are made whole
 * @param {URL} url its address
 * @param {URL} first what the addresses of the styles that are here count from
 * @param {AbortSignal} signal
 * @returns {Promise<() => void>} what puts the rest of the head in place, and removes what is of the old page alone
 */
export async function dress(page, url, first, signal) {
  for (const link of page.head.querySelectorAll("link")) makeWhole(link, url);
  const here = new Map([...document.head.children].map((each) => [wholeOf(each, first), each]));
  /** @type {Set<Element>} */
  const kept = new Set();
  /** @type {[Element, Element | null][]} */
  const later = [];
  const arriving = [];
  /** @type {Element | null} */
  let next = null;
  for (const each of [...page.head.children].reverse()) {
    const same = here.get(each.outerHTML);
    if (!same && each instanceof HTMLLinkElement && each.rel === "stylesheet") arriving.push(arrival(each, signal));
    if (!same && each.matches('link[rel="stylesheet"]')) document.head.insertBefore(each, next);
    else if (!same) later.push([each, next]);
    next = same ?? each;
    kept.add(next);
  }
  await Promise.all(arriving);
  signal.throwIfAborted();
  return () => {
    for (const each of here.values()) if (!kept.has(each) && !each.matches(OF_THE_VISIT)) each.remove();
    for (const [each, before] of later) document.head.insertBefore(each, before?.isConnected ? before : null);
  };
}

/**
 * @param {Element} link
 * @param {URL} base
 */
function makeWhole(link, base) {
  link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
}

/**
 * An element as it is written with a whole address.
 * @param {Element} element
 * @param {URL} base
 */
function wholeOf(element, base) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  if (copy instanceof HTMLLinkElement) makeWhole(copy, base);
  return copy.outerHTML;
}

/**
 * @param {HTMLLinkElement} sheet
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>} settled when the sheet is there, or cannot be had
 */
function arrival(sheet, signal) {
  return new Promise((settle) => {
    for (const event of ["load", "error"]) sheet.addEventListener(event, settle, { once: true });
    signal.addEventListener("abort", settle, { once: true });
  });
}
