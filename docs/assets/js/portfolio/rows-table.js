// @ts-check
/** Shows a long list as a table of which only the rows in sight stand in the page. */

/** Rows beside those in sight, so that a key or a wheel finds the next ones there. */
const BESIDE = 12;

export class RowsTable {
  #frame;
  #body;
  #make;
  /** @type {readonly number[]} */
  #places = [];
  /** The rows that stand in the page: from, and up to. */
  #shown = { from: 0, to: 0 };
  #height = 40;
  #above = spacer();
  #below = spacer();

  /**
   * @param {HTMLElement} frame scrolls; holds a table with a body
   * @param {(place: number) => HTMLElement} make the row of an account
   * @param {AbortSignal} signal ends what listens
   */
  constructor(frame, make, signal) {
    this.#frame = frame;
    this.#body = /** @type {HTMLTableSectionElement} */ (frame.querySelector("tbody"));
    this.#make = make;
    frame.addEventListener("scroll", () => this.#render(), { signal });
    addEventListener("resize", () => this.#render(), { signal });
  }

  /** @param {readonly number[]} places of the accounts, in their order */
  show(places) {
    this.#places = places;
    this.#frame.scrollTop = 0;
    this.#frame.querySelector("table")?.setAttribute("aria-rowcount", String(places.length + 1));
    this.#begin();
    const first = this.#above.nextElementSibling;
    const height = first === this.#below ? 0 : (first?.getBoundingClientRect().height ?? 0);
    if (height && height !== this.#height) {
      this.#height = height;
      this.#begin();
    }
  }

  /** Make the rows in sight anew: what they say has changed. */
  refresh() {
    this.#begin();
  }

  /** Stand anew with what is in sight. */
  #begin() {
    for (const row of this.#body.querySelectorAll("tr")) row.remove();
    this.#body.append(this.#above, this.#below);
    this.#shown = { from: 0, to: 0 };
    this.#render();
  }

  #render() {
    const { scrollTop, clientHeight } = this.#frame;
    const count = this.#places.length;
    const from = Math.min(count, Math.max(0, Math.floor(scrollTop / this.#height) - BESIDE));
    const to = Math.min(count, from + Math.ceil(clientHeight / this.#height) + 2 * BESIDE);
    const { from: first, to: end } = this.#shown;
    const keeps = from < end && to > first;
    const had = this.#body.contains(document.activeElement);
    // What stays is not touched, so that it keeps the focus.
    for (let at = first; at < end; at += 1) if (!keeps || at < from || at >= to) this.#take(at < from || !keeps);
    const [low, high] = keeps ? [Math.max(first, from), Math.min(end, to)] : [to, to];
    for (let at = from; at < low; at += 1) this.#put(at, at === from ? this.#above : this.#rowAfter(at - from));
    for (let at = high; at < to; at += 1) this.#below.before(this.#row(at));
    this.#shown = { from, to };
    stretch(this.#above, from * this.#height);
    stretch(this.#below, (count - to) * this.#height);
    if (had && !this.#body.contains(document.activeElement)) this.#frame.focus({ preventScroll: true });
  }

  /** @param {boolean} isFirst */
  #take(isFirst) {
    (isFirst ? this.#above.nextElementSibling : this.#below.previousElementSibling)?.remove();
  }

  /**
   * @param {number} at
   * @param {Element} before
   */
  #put(at, before) {
    before.after(this.#row(at));
  }

  /** @param {number} number of rows before */
  #rowAfter(number) {
    return /** @type {Element} */ (this.#body.children[number + this.#offset]);
  }

  /** Templates stand before the rows. */
  get #offset() {
    return [...this.#body.children].indexOf(this.#above);
  }

  /** @param {number} at */
  #row(at) {
    const row = this.#make(this.#places[at] ?? 0);
    row.ariaRowIndex = String(at + 2);
    return row;
  }
}

function spacer() {
  const row = document.createElement("tr");
  row.ariaHidden = "true";
  row.append(document.createElement("td"));
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {number} height
 */
function stretch(row, height) {
  row.hidden = height === 0;
  row.style.height = `${height}px`;
}
