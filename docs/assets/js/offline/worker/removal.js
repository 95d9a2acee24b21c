// @ts-check
/** Stands in the place of the worker where the site keeps nothing any more: removes what was kept, and itself. */
import { keptNames } from "./shelf.js";

const scope = /** @type {ServiceWorkerScope} */ (/** @type {unknown} */ (globalThis));

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  const names = await keptNames(new URL(".", location.href).pathname);
  await Promise.all(names.map((name) => caches.delete(name)));
  await scope.registration.unregister();
}
