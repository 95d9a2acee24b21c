// @ts-check
/** <page-address>: the address at which this page is open, which may be another than the one it was built for. */
import { PageElement } from "./page-element.js";

export class PageAddress extends PageElement {
  static tag = "page-address";

  start() {
    this.textContent = pageAddress();
  }
}

/** Without the place on the page. */
export function pageAddress() {
  const address = new URL(location.href);
  address.hash = address.search = "";
  return address.href;
}
