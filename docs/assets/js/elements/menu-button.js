// @ts-check
/** <menu-button>: opens and closes the drawer of a narrow page by keyboard too, which the theme's label cannot. */
import { ElementError } from "./element-error.js";
import { PageElement } from "./page-element.js";
import { isComposing } from "./typing.js";

const DRAWER = "__drawer";
const MENU = ".md-sidebar--primary .md-nav--primary";

export class MenuButton extends PageElement {
  static tag = "menu-button";

  /** @param {AbortSignal} signal */
  start(signal) {
    const button = this.querySelector("button");
    const drawer = document.getElementById(DRAWER);
    if (!button || !(drawer instanceof HTMLInputElement)) throw new ElementError(this, "needs a <button> and the drawer");
    const show = () => button.setAttribute("aria-expanded", String(drawer.checked));
    show();
    drawer.addEventListener("change", show, { signal });
    button.addEventListener("click", () => this.#open(drawer), { signal });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || isComposing(event) || !drawer.checked) return;
      drawer.click();
      button.focus();
    }, { signal });
  }

  /** @param {HTMLInputElement} drawer */
  #open(drawer) {
    drawer.click();
    const menu = document.querySelector(MENU);
    if (!drawer.checked || !(menu instanceof HTMLElement)) return;
    menu.tabIndex = -1;
    menu.focus({ preventScroll: true });
  }
}
