// @ts-check
/** Files between the page and the reader. */
import { mayBlockDownloads } from "./frame.js";

/**
 * Hand the reader a file that was made here, and its text as well where a frame may block downloads.
 * @param {string} name
 * @param {string} text
 * @param {string} type such as text/csv
 */
export function download(name, text, type) {
  hand(name, new Blob([text], { type: `${type};charset=utf-8` }));
  if (!mayBlockDownloads()) return;
  document.querySelector("frame-download")?.dispatchEvent(new CustomEvent("offer", { detail: { name, text } }));
}

/**
 * Hand the reader a file that is no text.
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} type such as application/zip
 */
export function downloadBytes(name, bytes, type) {
  hand(name, new Blob([bytes], { type }));
}

/**
 * @param {string} name
 * @param {Blob} content
 */
function hand(name, content) {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Ask the reader for one file.
 * @param {string} accept such as .json
 * @returns {Promise<File | null>} null when none was chosen
 */
export async function askForFile(accept) {
  const [file] = await askForFiles(accept, false);
  return file ?? null;
}

/**
 * Ask the reader for files.
 * @param {string} accept such as .json
 * @param {boolean} [multiple] whether there may be several
 * @returns {Promise<File[]>} none when none was chosen
 */
export function askForFiles(accept, multiple = true) {
  const input = Object.assign(document.createElement("input"), { type: "file", accept, multiple });
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
