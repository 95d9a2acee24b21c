// @ts-check
/**
 * In the worker of a copy that was opened from a folder: the files that the engine asks for stand in the worker's own
 * script, before this one.
 */

/** @type {Record<string, string>} path of a file beside the worker -> its bytes, by gzip and base64 */
const files = Reflect.get(globalThis, "playbookFiles");

// From a folder only a classic worker starts. Pyodide wants a module, asks by this function, and needs nothing of it.
Object.assign(globalThis, {
  importScripts: () => {
    throw new TypeError("No scripts are loaded here");
  },
});

globalThis.fetch = async (address) => {
  const name = new URL(String(address)).pathname.slice(1);
  const text = files[name];
  if (text === undefined) throw new TypeError(`This copy has no file ${name}`);
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const content = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(content, { headers: { "Content-Type": "application/wasm" } });
};
