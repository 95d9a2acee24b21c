// @ts-check
/** Serves what stands around the content of a page: header, lists of pages and sections, drawer, colours. */
import { Bars } from "./bars.js";
import { serveColours } from "./colours.js";
import { servePagesInPlace, SHOWN } from "./in-place.js";

const DRAWER = "__drawer";
/** Milliseconds after which a page is drawn. */
const SOON = 200;

export function serveChrome() {
  const header = document.querySelector('[data-md-component="header"]');
  // In a frame or a package a page stands alone.
  if (!(header instanceof HTMLElement)) return;
  const bars = new Bars(header);
  const begin = () => {
    bars.begin();
    setTimeout(reachBoxes, SOON);
  };
  serveColours();
  servePagesInPlace();
  document.addEventListener(SHOWN, begin);
  document.addEventListener(SHOWN, closeDrawer);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(".md-sidebar--primary a")) closeDrawer();
  });
  addEventListener("keydown", ({ key, target }) => {
    // A label that opens a part of the list has the focus like a button.
    if (key === "Enter" && target instanceof HTMLLabelElement) target.click();
  });
  begin();
}

function closeDrawer() {
  const drawer = document.getElementById(DRAWER);
  if (drawer instanceof HTMLInputElement && drawer.checked) drawer.click();
}

/** Let the keyboard move what is wider than the page. */
function reachBoxes() {
  for (const box of document.querySelectorAll("pre > code")) {
    if (box instanceof HTMLElement && box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}
