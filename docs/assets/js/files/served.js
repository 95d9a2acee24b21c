// @ts-check
/**
 * How a page comes by files of the site that it needs later: it asks the server.
 *
 * In a copy of the site that is opened from a folder, folder.js stands in the place of this file.
 */

/** @typedef {Pick<Worker, "postMessage" | "terminate" | "addEventListener">} WorkerLike */

/** Whether a server may have a newer edition than the open page. */
export const IS_SERVED = true;

/**
 * @param {string} address absolute
 * @returns {Promise<string>} rejected where the file does not come
 */
export async function readText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  return response.text();
}

/**
 * @param {string} address absolute
 * @returns {Promise<any>} what the script exports
 */
export function readScript(address) {
  return import(address);
}

/**
 * @param {string} address absolute
 * @param {string} name
 * @returns {WorkerLike}
 */
export function startWorker(address, name) {
  return new Worker(address, { type: "module", name });
}
