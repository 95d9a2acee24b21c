// @ts-check
/**
 * What follows the reader down a page: the lists at its sides end where the page does, the list of its sections marks
 * where he is, and a narrow header says which page it is.
 */

const WIDE = { navigation: "(min-width: 76.25em)", toc: "(min-width: 60em)" };
/** Part of the distance above the content that belongs to the section before. */
const NEAR = 0.8;

export class Bars {
  /** @type {HTMLElement} */
  #header;
  /** @type {HTMLElement | null} */
  #main = null;
  /** @type {{ bar: HTMLElement, wrap: HTMLElement, wide: MediaQueryList }[]} */
  #sides = [];
  /** @type {{ link: HTMLElement, place: HTMLElement }[][]} */
  #lists = [];
  /** @type {HTMLElement | null} */
  #title = null;
  #frame = 0;
  #isNew = false;
  /** Called when the page is laid out, so that measuring it costs nothing. */
  #observer = new ResizeObserver(() => this.#follow());

  /** @param {HTMLElement} header */
  constructor(header) {
    this.#header = header;
    addEventListener("scroll", () => this.#later(), { passive: true });
    addEventListener("resize", () => this.#later());
  }

  /** Begin with the page that is shown now. */
  begin() {
    this.#main = document.querySelector(".md-main");
    this.#title = document.querySelector(".md-content h1");
    this.#sides = [...document.querySelectorAll(".md-sidebar")].flatMap(sideOf);
    this.#lists = [...document.querySelectorAll('[data-md-component="toc"]')].map(linksOf);
    this.#observer.disconnect();
    this.#isNew = true;
    if (this.#main) this.#observer.observe(this.#main);
  }

  #later() {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => this.#follow());
  }

  /** Measure first, then write: the browser lays the page out once. */
  #follow() {
    this.#frame = 0;
    const inner = this.#main?.firstElementChild;
    if (!this.#main || !inner) return;
    const top = this.#header.offsetHeight;
    const around = inner.getBoundingClientRect().top - this.#main.getBoundingClientRect().top;
    const height = this.#seen(top, around);
    const isPast = this.#title !== null && this.#title.offsetHeight > 0 && this.#title.getBoundingClientRect().bottom <= top;
    const isEnd = scrollY + innerHeight >= Math.floor(document.body.getBoundingClientRect().height);
    const passed = this.#lists.map((list) => list.map(({ place }) => isEnd || topOf(place) < top + NEAR * around));
    const arounds = this.#sides.map(({ wrap }) => wrap.offsetTop);
    for (const [number, side] of this.#sides.entries()) lay(side, top, height - 2 * (arounds[number] ?? 0));
    this.#header.querySelector(".md-header__title")?.classList.toggle("md-header__title--active", isPast);
    for (const [number, list] of this.#lists.entries()) mark(list, passed[number] ?? []);
    if (this.#isNew) for (const { bar, wrap } of this.#sides) showActive(bar, wrap);
    this.#isNew = false;
  }

  /**
   * Pixels of the window that the sides of the page may fill.
   * @param {number} top pixels of the header
   * @param {number} around pixels between the page and what stands in it
   */
  #seen(top, around) {
    const { top: begins, bottom: ends } = /** @type {HTMLElement} */ (this.#main).getBoundingClientRect();
    const height = innerHeight - Math.max(0, begins, top) - Math.max(0, innerHeight - ends);
    return Math.max(0, height) + Math.min(around, Math.max(0, top - begins)) - around;
  }
}

/**
 * @param {Element} bar
 */
function sideOf(bar) {
  const wrap = bar.querySelector(".md-sidebar__scrollwrap");
  if (!(bar instanceof HTMLElement) || !(wrap instanceof HTMLElement)) return [];
  const wide = matchMedia(bar.dataset.mdType === "navigation" ? WIDE.navigation : WIDE.toc);
  return [{ bar, wrap, wide }];
}

/**
 * @param {{ bar: HTMLElement, wrap: HTMLElement, wide: MediaQueryList }} side
 * @param {number} top
 * @param {number} height
 */
function lay({ bar, wrap, wide }, top, height) {
  wrap.style.height = wide.matches ? `${height}px` : "";
  bar.style.top = wide.matches ? `${top}px` : "";
}

/**
 * Bring the page that is shown into view in the list of pages.
 * @param {HTMLElement} bar
 * @param {HTMLElement} wrap
 */
function showActive(bar, wrap) {
  for (const link of bar.querySelectorAll(".md-nav__link--active[href]")) {
    if (link instanceof HTMLElement && link.clientHeight) centre(link, wrap);
  }
}

/**
 * @param {HTMLElement} link
 * @param {HTMLElement} wrap
 */
function centre(link, wrap) {
  wrap.scrollTo({ top: link.offsetTop - wrap.offsetTop - wrap.offsetHeight / 2 });
}

/** @param {Element} list */
function linksOf(list) {
  return [...list.querySelectorAll(".md-nav__link")].flatMap((link) => {
    if (!(link instanceof HTMLAnchorElement)) return [];
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return place ? [{ link, place }] : [];
  });
}

/**
 * Pixels from the top of the window; of what is hidden, those of what it stands in.
 * @param {HTMLElement} place
 */
function topOf(place) {
  /** @type {HTMLElement} */
  let shown = place;
  while (!shown.offsetHeight && shown.parentElement) shown = shown.parentElement;
  return shown.getBoundingClientRect().top;
}

/**
 * @param {{ link: HTMLElement, place: HTMLElement }[]} list
 * @param {boolean[]} passed
 */
function mark(list, passed) {
  const last = passed.lastIndexOf(true);
  for (const [number, { link }] of list.entries()) {
    const wasActive = link.classList.contains("md-nav__link--active");
    link.classList.toggle("md-nav__link--passed", number <= last);
    link.classList.toggle("md-nav__link--active", number === last);
    const wrap = link.closest(".md-sidebar__scrollwrap");
    if (number === last && !wasActive && link.offsetHeight && wrap instanceof HTMLElement) centre(link, wrap);
  }
}
