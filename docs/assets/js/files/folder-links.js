// @ts-check
/** In a copy that was opened from a folder: links that scripts write lead to a page's file, for no server finds it. */

const PAGE = "index.html";

/** What a reader does with a link goes through one of these first. */
for (const event of ["click", "auxclick", "contextmenu", "dragstart"]) {
  document.addEventListener(event, ({ target }) => nameFile(target), { capture: true });
}

/** @param {EventTarget | null} target */
function nameFile(target) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += PAGE;
}
