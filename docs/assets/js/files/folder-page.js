// @ts-check
/** What a page of a copy does for itself, since no server answers: it names files, and says what the browser keeps apart. */

const PAGE = "index.html";

/** What a reader does with a link goes through one of these first; scripts write links to pages, not to files. */
for (const event of ["click", "auxclick", "contextmenu", "dragstart"]) {
  document.addEventListener(event, ({ target }) => nameFile(target), { capture: true });
}

// Support: Chromium keeps one storage for all files, file://; Firefox 153 gives each an origin of its own, and a storage.
if (location.origin === "null") {
  for (const notice of document.querySelectorAll("[data-apart]")) notice.toggleAttribute("hidden", false);
}

/** @param {EventTarget | null} target */
function nameFile(target) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += PAGE;
}
