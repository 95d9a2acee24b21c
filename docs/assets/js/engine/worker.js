// @ts-check
/**
 * Runs the engine off the page: a JSON text in, a JSON text out.
 *
 * Bundled with Pyodide's loader into one script; ENGINE_FILES is put in by that build.
 */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { EngineSnapshot } from "./snapshot.js";

/** @typedef {{ id: number, text: string }} Message one request, or the answer to it */
/** @typedef {Awaited<ReturnType<typeof loadPyodide>>} Python */

// Pyodide waits for ever where a page's policy forbids WebAssembly; the smallest module asks beforehand.
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
/** Milliseconds without a request before the memory is kept for a later visit. */
const PAUSE = 2000;

const broken = tellOfBrokenWebAssembly();
broken.catch(() => undefined);
const snapshot = new EngineSnapshot(import.meta.url);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

const engine = start();
engine.then(
  () => postMessage({ ready: true }),
  (/** @type {unknown} */ error) => postMessage({ failed: String(error) }),
);

addEventListener("message", async (/** @type {MessageEvent<Message>} */ event) => {
  const { id, text } = event.data;
  const started = await engine.catch(() => null);
  if (!started) return;
  const { python, score, restored } = started;
  postMessage({ id, text: score(text) });
  clearTimeout(pause);
  if (!restored) pause = setTimeout(() => keep(python), PAUSE);
});

/** Start Python from where an earlier visit left it, or from the beginning. */
async function start() {
  new WebAssembly.Module(EMPTY_MODULE);
  const kept = await snapshot.read().catch(() => null);
  if (!kept) return begin();
  try {
    const started = await begin(kept);
    await snapshot.confirm();
    return started;
  } catch (error) {
    console.warn("The engine could not go on from its snapshot.", error);
    await snapshot.forget();
    return begin();
  }
}

/**
 * Load Python and hand out the engine's one function.
 * @param {Uint8Array} [kept] memory of an earlier visit
 */
async function begin(kept) {
  /** @type {Parameters<typeof loadPyodide>[0] & { _loadSnapshot?: Uint8Array }} */
  const settings = {
    createPyodideModule,
    indexURL: new URL(ENGINE_FILES.wasmFolder, import.meta.url).href,
    lockFileContents: ENGINE_FILES.lock,
    stdLibURL: new URL(ENGINE_FILES.library, import.meta.url).href,
  };
  const memory = kept ? { _loadSnapshot: kept } : { _makeSnapshot: true };
  const python = await Promise.race([loadPyodide({ ...settings, ...memory }), broken]);
  /** @type {(text: string) => string} */
  const score = python.runPython("from assessments.browser import score; score");
  return { python, score, restored: kept !== undefined };
}

/**
 * Pyodide waits for ever for a file of WebAssembly that does not arrive or has a wrong type.
 * @returns {Promise<never>} rejected as soon as that is known
 */
function tellOfBrokenWebAssembly() {
  const { instantiateStreaming } = WebAssembly;
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = (source, imports) => {
      const made = instantiateStreaming(source, imports);
      made.catch(reject);
      return made;
    };
  });
}

/** @param {Python} python */
async function keep(python) {
  const { makeMemorySnapshot, _module } = /** @type {any} */ (python);
  try {
    await snapshot.keep(() => makeMemorySnapshot.call(python), _module.HEAP8.length);
  } catch (error) {
    console.warn("The engine could not keep a snapshot.", error);
    await snapshot.forget();
  }
}
