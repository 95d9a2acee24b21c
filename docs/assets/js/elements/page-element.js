// @ts-check
/** What all elements of the page share: a name, a life that ends, and a sign that they have started. */

export class PageElement extends HTMLElement {
  /** Name in the page. */
  static tag = "";
  #connection = new AbortController();

  static define(tag = this.tag, registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  connectedCallback() {
    this.#connection = new AbortController();
    this.start(this.#connection.signal);
    // The controls inside appear now, and not before: see needs-script in the styles.
    this.toggleAttribute("data-started", true);
  }

  disconnectedCallback() {
    this.#connection.abort();
  }

  /**
   * Begin to serve the page.
   * @param {AbortSignal} _signal ends what listens, when the element leaves the page
   */
  start(_signal) {}
}
