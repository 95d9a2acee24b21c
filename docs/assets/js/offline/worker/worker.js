// @ts-check
/**
 * Serves the site where there is no network: files whose names hold a hash from what is kept, pages from the network
 * as long as there is one.
 *
 * A new edition of it takes over at once: what pages of an earlier one need is kept until no page is open.
 */
import { Filling } from "./filling.js";
import { Shelf } from "./shelf.js";

/** @typedef {{ ask: "state" | "keep", part?: string, byItself?: boolean }} Question */
/** @typedef {{ name: string, bytes: number, state: "kept" | "earlier" | "none" }} Part */
/**
 * @typedef {object} Reply
 * @property {boolean} [away] whether the last page did not come from the network
 * @property {Part[]} [parts]
 * @property {import("./filling.js").Outcome} [outcome]
 */

/** Milliseconds: a network that gives nothing for so long is none, where the page is kept. */
const PATIENCE = 5000;

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (globalThis));
const root = new URL(".", location.href).pathname;
const forever = new RegExp(EDITION.forever);
const shelf = new Shelf(root, EDITION.list);
const filling = new Filling(shelf, forever);
let isAway = false;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(takeOver()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !pathname.startsWith(root)) return;
  if (request.mode === "navigate") event.waitUntil(tidyBetweenVisits());
  if (forever.test(pathname)) event.respondWith(keptFirst(request));
  // A script that asks with "no-cache" wants to know what the site says now.
  else if (request.mode === "navigate" || request.cache !== "no-cache") event.respondWith(networkFirst(event, pathname));
});
scope.addEventListener("message", (event) => {
  const [port] = event.ports;
  const answering = answer(/** @type {Question} */ (event.data)).catch((error) => {
    console.warn(error);
    return /** @type {Reply} */ ({ outcome: "failed" });
  });
  event.waitUntil(answering.then((reply) => port?.postMessage(reply)));
});

async function takeOver() {
  // The network need not wait until the worker has woken up.
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}

async function tidyBetweenVisits() {
  const open = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!open.length) await shelf.tidy();
}

/** @param {Request} request */
async function keptFirst(request) {
  return (await shelf.find(request.url)) ?? fetch(request);
}

/**
 * @param {FetchEvent} event
 * @param {string} path
 * @returns {Promise<Response>}
 */
async function networkFirst({ request, preloadResponse }, path) {
  const network = Promise.resolve(preloadResponse).then((response) => response ?? fetch(request));
  // Support: Firefox 153 does not refuse what it could not preload, but gives a response that says so.
  const coming = network.then((response) => (response.type === "error" ? undefined : noted(response, false)), () => undefined);
  const kept = await shelf.find(path.replace(/\/index\.html$/, "/"));
  const come = await (kept ? Promise.race([coming, patience()]) : coming);
  if (come) return come;
  isAway = true;
  if (kept) return kept;
  // What is saved as a file must not become a page that says it is not there.
  const isPage = request.mode === "navigate" && /\/([^./]*|index\.html)$/.test(path);
  const instead = insteadOf(path);
  const canTell = isPage && path !== instead.pathname && (await shelf.find(instead.pathname));
  return canTell ? Response.redirect(instead.href) : Response.error();
}

/**
 * @param {Response} response
 * @param {boolean} away
 */
function noted(response, away) {
  isAway = away;
  return response;
}

/** @returns {Promise<undefined>} */
function patience() {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/**
 * The address of the page that says what to do, in the language of the one that was asked for.
 * @param {string} path
 */
function insteadOf(path) {
  const folder = path.slice(root.length).split("/")[0] ?? "";
  const page = EDITION.offline[folder] ?? EDITION.offline[""] ?? "";
  return new URL(`${root}${page}?page=${encodeURIComponent(path)}`, location.href);
}

/**
 * @param {Question} question
 * @returns {Promise<Reply>}
 */
async function answer({ ask, part = "", byItself = false }) {
  if (ask === "state") return { away: isAway, parts: await states() };
  const wanted = byItself ? await keptByItself(part) : [part];
  /** @type {import("./filling.js").Outcome[]} */
  const outcomes = [];
  for (const each of wanted) outcomes.push(await filling.keep(each));
  return { outcome: outcomes.find((outcome) => outcome !== "kept") ?? "kept", parts: await states() };
}

/**
 * What is kept without a question: what was begun, what was kept of an earlier edition, or else the language that is
 * read.
 * @param {string} language
 */
async function keptByItself(language) {
  const wanted = new Set([...(await shelf.begunParts()), ...(await shelf.earlierParts())]);
  wanted.delete("shared");
  return wanted.size ? [...wanted] : [language];
}

/** @returns {Promise<Part[]>} */
async function states() {
  const earlier = await shelf.earlierParts();
  return Promise.all(Object.keys(await filling.parts()).map(async (name) => {
    const state = (await shelf.isWhole(name)) ? "kept" : earlier.has(name) ? "earlier" : "none";
    return { name, bytes: await filling.bytesOf(name), state };
  }));
}
