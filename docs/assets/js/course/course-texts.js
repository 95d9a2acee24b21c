// @ts-check
/** The texts by which a course takes a page: its link in Markdown, the code of a frame. Knows no page. */

/** Pixels, for a course that does not listen for the page's own height. */
const HEIGHT = 800;

/**
 * @param {string} title
 * @param {string} address
 */
export function markdownLink(title, address) {
  return `[${title.replace(/[\\[\]]/g, "\\$&")}](<${address}>)`;
}

/**
 * The code of a frame. What it may do is what pages use: the clipboard; where a course adds sandbox, it needs
 * allow-scripts allow-same-origin allow-forms allow-downloads allow-popups.
 * @param {string} title
 * @param {string} address
 */
export function frameCode(title, address) {
  const attributes = {
    src: address,
    title,
    width: "100%",
    height: String(HEIGHT),
    style: "border:0",
    loading: "lazy",
    allow: "clipboard-write",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
