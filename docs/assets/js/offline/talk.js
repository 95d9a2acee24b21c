// @ts-check
/** Finds the worker of this site, asks it, and removes it with all that it keeps. Knows no element. */
import { keptNames } from "./worker/shelf.js";

/** @typedef {import("./worker/worker.js").Question} Question */
/** @typedef {import("./worker/worker.js").Reply} Reply */

/** What the reader chose, written down as his choice of colours is. */
const CHOICE = ".__offline";

/** @returns {URL | null} address of the worker's script; none where the site has none or stands in a frame */
export function workerAddress() {
  const link = document.querySelector("link[data-offline-worker]");
  const address = link instanceof HTMLLinkElement ? link.dataset.offlineWorker : undefined;
  return address && window.parent === window ? new URL(address, document.baseURI) : null;
}

/** @returns {ServiceWorkerContainer | undefined} none without https, and where a browser keeps nothing for this site */
export function container() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/**
 * Let the browser know the worker.
 * @returns {Promise<ServiceWorkerRegistration | undefined>}
 */
export async function register() {
  const address = workerAddress();
  try {
    return address ? await container()?.register(address, { updateViaCache: "none" }) : undefined;
  } catch (error) {
    // As today, without it: storage is switched off, or the host has no such file.
    console.warn(error);
    return undefined;
  }
}

/**
 * @param {ServiceWorker} worker
 * @param {Question} question
 * @returns {Promise<Reply>}
 */
export function ask(worker, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(question, [port2]);
  });
}

/**
 * What the worker of this page says of itself; nothing where there is none.
 * @returns {Promise<Reply>}
 */
export async function askState() {
  const worker = container()?.controller;
  return worker ? ask(worker, { ask: "state" }) : {};
}

/**
 * Remove what is kept of a site's pages, and the worker.
 * @param {string} root path of the site's home page
 */
export async function forgetPages(root) {
  try {
    const registrations = (await container()?.getRegistrations()) ?? [];
    const own = registrations.filter(({ scope }) => new URL(scope).pathname === root);
    await Promise.all(own.map((registration) => registration.unregister()));
    await Promise.all((await keptNames(root)).map((name) => caches.delete(name)));
  } catch (error) {
    // Where the browser refuses its caches, nothing is kept in them.
    console.warn(error);
  }
}

/** Whether the reader said that nothing is to be kept by itself. */
export function isDeclined() {
  try {
    return localStorage.getItem(choiceKey()) !== null;
  } catch {
    return false;
  }
}

/** @param {boolean} declined */
export function noteChoice(declined) {
  try {
    if (declined) localStorage.setItem(choiceKey(), '"no"');
    else localStorage.removeItem(choiceKey());
  } catch {
    // Nothing is kept by itself in such a browser.
  }
}

function choiceKey() {
  return `${rootPath()}${CHOICE}`;
}

/** @returns {string} path of the site's home page */
export function rootPath() {
  const address = workerAddress();
  return address ? new URL(".", address).pathname : "/";
}
