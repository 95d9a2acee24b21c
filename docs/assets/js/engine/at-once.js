// @ts-check
/** Part of the worker's bundle: files that come while Python stands in the middle of a call and cannot wait otherwise. */

/**
 * No page is blocked by its worker.
 * @param {URL} address
 * @returns {ArrayBuffer} what stands there
 */
export function fetchAtOnce(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address} is answered with ${request.status}.`);
  return request.response;
}
