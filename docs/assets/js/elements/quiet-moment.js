// @ts-check
/** When a page may do what nobody waits for, and whether its reader pays for each byte. */

/** @param {() => void} work to be done once the page has loaded and nothing else is to be done */
export function whenLoaded(work) {
  if (document.readyState === "complete") whenIdle(work);
  else addEventListener("load", () => whenIdle(work), { once: true });
}

/** @param {() => void} work */
export function whenIdle(work) {
  // Support: Safari has no requestIdleCallback.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}

/** Whether the reader has told the browser to save data; support: only Chromium tells. */
export function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return connection?.saveData === true;
}
