// @ts-check
/** Keeps the site for times without a network, when nobody waits for anything, and notices a new edition of it. */
import { isOutOfDate } from "./edition.js";
import { savesData } from "./quiet-moment.js";
import { SiteNews } from "./site-news.js";
import { ask, container, isDeclined, register } from "../offline/talk.js";

/** What a page names that has another name in another edition; the index of search holds every text. */
const NAMED = "link[data-playbook-script], link[rel=stylesheet], site-search, tool-form";

export async function serveOffline() {
  const known = container()?.controller;
  if (!known && (savesData() || isDeclined())) return;
  const registration = await register();
  if (!registration) return;
  watch(registration);
  const { active } = (await container()?.ready) ?? {};
  if (active) keep(active);
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    const isRenewal = registration.active !== null;
    worker?.addEventListener("statechange", async () => {
      if (worker.state !== "activated" || !isRenewal) return;
      keep(worker);
      if (await isOutOfDate(filesOfPage())) SiteNews.tell("updated");
    });
  });
  const look = () => {
    if (document.visibilityState === "visible") registration.update().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
}

/** @param {ServiceWorker} worker */
function keep(worker) {
  const { language = "" } = document.documentElement.dataset;
  if (!savesData() && !isDeclined()) void ask(worker, { ask: "keep", part: language, byItself: true });
}

/** @returns {string[]} */
function filesOfPage() {
  return [...document.querySelectorAll(NAMED)].flatMap((element) => {
    if (element instanceof HTMLLinkElement) return [element.href];
    const { script = "", index = "", definition = "" } = element instanceof HTMLElement ? element.dataset : {};
    return [script, index, definition];
  });
}
