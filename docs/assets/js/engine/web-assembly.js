// @ts-check
/** Part of the worker's bundle: WebAssembly as servers really send it, and an end where it cannot run. */

// Pyodide waits for ever where a page's policy forbids WebAssembly; the smallest module asks beforehand.
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const TYPE = "application/wasm";

/**
 * Take a file of WebAssembly under any type: many servers do not know it, and browsers insist on its own.
 * @returns {Promise<never>} rejected as soon as it is known that the file will not run, for which Pyodide would
 *   wait for ever
 */
export function acceptAnyType() {
  return new Promise((_, reject) => {
    try {
      new WebAssembly.Module(EMPTY_MODULE);
    } catch (error) {
      reject(error);
      return;
    }
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = (source, imports) => {
      const made = Promise.resolve(source).then((response) => instantiateStreaming(typed(response), imports));
      made.catch(reject);
      return made;
    };
  });
}

/** @param {Response} response */
function typed(response) {
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  // As it came where it may be, for the browser keeps what it compiled of such a one.
  if (response.headers.get("Content-Type") === TYPE) return response;
  return new Response(response.body, { headers: { "Content-Type": TYPE } });
}
