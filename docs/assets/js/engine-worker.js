// @ts-check
/**
 * Runs the engine off the page: a JSON text in, a JSON text out.
 *
 * Bundled with Pyodide's loader into one script; ENGINE_FILES is put in by that build.
 */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";

/** @typedef {{ id: number, text: string }} Message one request, or the answer to it */

// Pyodide waits for ever where a page's policy forbids WebAssembly; the smallest module asks beforehand.
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

const engine = start();
engine.then(
  () => postMessage({ ready: true }),
  (/** @type {unknown} */ error) => postMessage({ failed: String(error) }),
);

addEventListener("message", async (/** @type {MessageEvent<Message>} */ event) => {
  const { id, text } = event.data;
  const score = await engine;
  postMessage({ id, text: score(text) });
});

/**
 * Start Python and hand out the engine's one function.
 * @returns {Promise<(text: string) => string>}
 */
async function start() {
  new WebAssembly.Module(EMPTY_MODULE);
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: new URL(ENGINE_FILES.wasmFolder, import.meta.url).href,
    lockFileContents: ENGINE_FILES.lock,
    stdLibURL: new URL(ENGINE_FILES.library, import.meta.url).href,
  });
  return python.runPython("from assessments.browser import score; score");
}
