// @ts-check
/**
 * Changes pages in place: what stands around the content stays, and with it the engine of the visit.
 *
 * Only the address of a page is asked for; where anything but a page of this language comes, the browser goes there
 * by itself. A page is shown when its styles are there.
 */
import { dress } from "./head.js";

/** What a page brings with it; the rest of the header stays. */
const PARTS = ["skip", "logo", "header-topic", "tabs", "outdated", "container"];
/** Milliseconds after the last scroll when the place is noted in the history. */
const STILL = 100;
/** Sent to the document when another page is shown. */
export const SHOWN = "playbook:page";

export function servePagesInPlace() {
  if (!location.protocol.startsWith("http")) return;
  const pages = new PagesInPlace();
  document.addEventListener("click", (event) => pages.follow(event));
  addEventListener("popstate", () => void pages.goBack());
  addEventListener("scroll", () => pages.noteLater(), { passive: true });
  // Until then the browser may not move a page that is about to go; a page that is loaded anew is its own affair.
  history.scrollRestoration = "manual";
  addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
  addEventListener("pageshow", () => (history.scrollRestoration = "manual"));
}

class PagesInPlace {
  /** The address of the page that is shown: going back changes that of the window first. */
  #shown = new URL(location.href);
  /** What the addresses of the first style sheets count from. */
  #first = this.#shown;
  #asking = new AbortController();
  #noting = 0;

  constructor() {
    keepAddresses(document.head);
    for (const part of document.querySelectorAll(".md-header")) keepAddresses(part);
  }

  /** @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.defaultPrevented || event.button || isSpecial(event) || !leadsToPage(link)) return;
    const url = new URL(link.getAttribute("href") ?? "", this.#shown);
    if (url.origin !== location.origin || !url.pathname.endsWith("/")) return;
    event.preventDefault();
    void this.#show(url, () => this.#enter(url), () => location.assign(url));
  }

  async goBack() {
    clearTimeout(this.#noting);
    const url = new URL(location.href);
    if (isSamePage(url, this.#shown)) {
      this.#shown = url;
      // To a new place on the page that is shown, the browser itself has gone.
      if (Number.isFinite(history.state?.y)) scrollTo(0, history.state.y);
      else if (!url.hash) scrollTo(0, 0);
      return;
    }
    await this.#show(url, () => {}, () => location.reload());
  }

  /** Note where the reader is, once the page stands still. */
  noteLater() {
    clearTimeout(this.#noting);
    this.#noting = setTimeout(() => this.#note(), STILL);
  }

  #note() {
    if (isSamePage(new URL(location.href), this.#shown)) history.replaceState({ ...history.state, y: scrollY }, "");
  }

  /** @param {URL} url */
  #enter(url) {
    clearTimeout(this.#noting);
    this.#note();
    if (url.href === location.href) history.replaceState(null, "");
    else history.pushState(null, "", url);
  }

  /**
   * @param {URL} url
   * @param {() => void} enter makes it the address of the window
   * @param {() => void} leave lets the browser go there
   */
  async #show(url, enter, leave) {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    try {
      const page = await askFor(url, signal);
      const undress = await dress(page, url, this.#first, signal);
      enter();
      this.#shown = url;
      undress();
      for (const part of PARTS) replace(part, page);
    } catch (error) {
      if (!signal.aborted) leave();
      return;
    }
    document.dispatchEvent(new Event(SHOWN));
    this.#findPlace(url);
  }

  /** @param {URL} url */
  #findPlace({ hash }) {
    const y = history.state?.y;
    if (Number.isFinite(y)) scrollTo(0, y);
    // A place is :target only where the browser itself has gone there.
    else if (hash) location.replace(hash);
    else scrollTo(0, 0);
  }
}

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 */
async function askFor(url, signal) {
  const response = await fetch(url, { signal });
  const type = response.headers.get("Content-Type") ?? "";
  if (!response.ok || !type.startsWith("text/html")) throw new TypeError("not a page");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  signal.throwIfAborted();
  const isOfThisSite = page.documentElement.lang === document.documentElement.lang && found("header", page);
  if (!isOfThisSite || page.querySelector("meta[http-equiv=refresh]")) throw new TypeError("another kind of page");
  return page;
}

/** @param {MouseEvent} event */
function isSpecial({ ctrlKey, metaKey, shiftKey, altKey }) {
  return ctrlKey || metaKey || shiftKey || altKey;
}

/** @param {HTMLAnchorElement} link */
function leadsToPage({ target, download, hreflang }) {
  return !target && !download && (!hreflang || hreflang === document.documentElement.lang);
}

/**
 * @param {URL} one
 * @param {URL} other
 */
function isSamePage(one, other) {
  return one.pathname === other.pathname && one.search === other.search;
}

/**
 * @param {string} name
 * @param {Document} page
 */
function found(name, page) {
  return page.querySelector(`[data-md-component="${name}"]`);
}

/**
 * @param {string} name
 * @param {Document} page
 */
function replace(name, page) {
  const brought = found(name, page);
  if (brought) found(name, document)?.replaceWith(brought);
}

/**
 * Let what stays lead where it does now, whatever page is shown.
 * @param {Element} part
 */
function keepAddresses(part) {
  // A style sheet with another address is read anew, and the page styled once more.
  for (const each of part.querySelectorAll('a[href], link[href]:not([rel="stylesheet"])')) {
    if (each instanceof HTMLAnchorElement || each instanceof HTMLLinkElement) each.setAttribute("href", each.href);
  }
}
