// @ts-check
/** What a page may do where another page shows it in a frame. */

/**
 * Whether the frame may keep downloads from the reader, which happens without a word. A frame of the same site
 * can be asked; of any other nobody can tell.
 */
export function mayBlockDownloads() {
  for (let view = window; view !== view.parent; view = /** @type {typeof window} */ (view.parent)) {
    const frame = elementAround(view);
    if (!frame || (frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-downloads"))) return true;
  }
  return false;
}

/**
 * @param {Window} view
 * @returns {HTMLIFrameElement | null} null where another site's page holds the frame
 */
function elementAround(view) {
  try {
    const { frameElement } = view;
    return frameElement?.tagName === "IFRAME" ? /** @type {HTMLIFrameElement} */ (frameElement) : null;
  } catch {
    return null;
  }
}
