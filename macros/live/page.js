// @ts-check
// What a page does while its author writes: when something was saved, the server's page takes the
// place of the one that is shown. Added by `playbook serve`; no built site holds it.

/** Parts of a page that are put in place of the shown ones, as between two pages. */
const PARTS = ["skip", "header-topic", "container"];
const PARSER = new DOMParser();

/** The document as the server sent it last, by address. @type {{address: string, page: Document} | null} */
let known = null;
/** @type {EventSource | null} */
let stream = null;
/** Of the last news; another server counts anew. */
let number = 0;
let queue = Promise.resolve();

/** @returns {string} */
const here = () => location.href.replace(/#.*/, "");

/** @returns {Promise<Document>} */
async function fetched() {
  const answer = await fetch(here(), { cache: "no-store" });
  return PARSER.parseFromString(await answer.text(), "text/html");
}

/** @param {Document} page @param {string} part */
const found = (page, part) => page.querySelector(`[data-md-component="${part}"]`);

/** Show what the server has now. */
async function renew() {
  const address = here();
  const page = await fetched();
  const before = known?.address === address ? known.page : null;
  known = { address, page };
  if (!before || here() !== address) return;
  document.title = page.title;
  const changed = PARTS.filter((part) => found(page, part)?.outerHTML !== found(before, part)?.outerHTML);
  if (!changed.length) return;
  // What somebody fills in is kept by its own script, which begins with its page.
  if (document.querySelector("article form") || changed.some((part) => !found(page, part))) {
    location.reload();
    return;
  }
  const { scrollX, scrollY } = window;
  for (const part of changed) {
    found(document, part)?.replaceWith(document.importNode(/** @type {Element} */ (found(page, part)), true));
  }
  // What stands around the content looks at it anew.
  document.dispatchEvent(new Event("playbook:page"));
  scrollTo(scrollX, scrollY);
}

/** @param {string} problems */
function tell(problems) {
  const old = document.getElementById("saved-problems");
  old?.remove();
  if (!problems) return;
  const shown = document.createElement("pre");
  shown.id = "saved-problems";
  shown.setAttribute("role", "alert");
  shown.textContent = problems;
  shown.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:99;margin:0;max-height:40vh;overflow:auto;padding:1em;" +
    "background:#7a1020;color:#fff;font:14px/1.4 monospace;white-space:pre-wrap";
  document.body.append(shown);
}

/** @param {MessageEvent<string>} event */
function hear(event) {
  const news = JSON.parse(event.data);
  tell(news.problems);
  if (news.number !== number) queue = queue.then(renew).catch(() => undefined);
  number = news.number;
}

function listen() {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource("/.live/news");
  stream.addEventListener("message", hear);
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => stream?.close());
queue = queue.then(renew).catch(() => undefined);
listen();
