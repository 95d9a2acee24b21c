// @ts-check
/**
 * Runs the engine off the page: a JSON text in, a JSON text out.
 *
 * Bundled with Pyodide's loader into one script; ENGINE_FILES is put in by that build.
 */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { holdLife } from "./life.js";
import { EngineSnapshot } from "./snapshot.js";
import { acceptAnyType } from "./web-assembly.js";

/** @typedef {{ id: number, text: string }} Message one request, or the answer to it */
/** @typedef {Awaited<ReturnType<typeof loadPyodide>>} Python */

const life = holdLife(self.name);
void life.then(() => postMessage({ held: true }));
const broken = acceptAnyType();
broken.catch(() => undefined);
const snapshot = new EngineSnapshot(import.meta.url);

const engine = start();
engine.then(
  () => postMessage({ ready: true }),
  (/** @type {unknown} */ error) => postMessage({ failed: String(error) }),
);

addEventListener("message", async (/** @type {MessageEvent<Message>} */ event) => {
  const { id, text } = event.data;
  await life;
  postMessage({ received: id });
  const score = await engine.catch(() => null);
  if (!score) return;
  try {
    postMessage({ id, text: score(text) });
  } catch (error) {
    // The engine says what is wrong with an input; what it throws is a fault of its own or of its memory.
    postMessage({ failed: String(error) });
  }
});

/** Start Python from where an earlier visit left it, or from the beginning. */
async function start() {
  const kept = await snapshot.read().catch(() => null);
  if (!kept) return begin();
  try {
    const score = scoreOf(await load({ _loadSnapshot: kept }));
    await snapshot.confirm();
    return score;
  } catch (error) {
    console.warn("The engine could not go on from its snapshot.", error);
    await snapshot.forget();
    return begin();
  }
}

/** Start Python from the beginning, and keep its memory for a later visit before any request is read. */
async function begin() {
  const kept = await snapshot.hasRoom().catch(() => false);
  const python = await load(kept ? { _makeSnapshot: true } : {});
  python.runPython("import assessments.browser");
  if (kept) keep(python);
  return scoreOf(python);
}

/** @param {{ _loadSnapshot?: Uint8Array, _makeSnapshot?: boolean }} memory where to begin */
function load(memory) {
  const settings = {
    createPyodideModule,
    indexURL: new URL(ENGINE_FILES.wasmFolder, import.meta.url).href,
    lockFileContents: ENGINE_FILES.lock,
    stdLibURL: new URL(ENGINE_FILES.library, import.meta.url).href,
  };
  return Promise.race([loadPyodide({ ...settings, ...memory }), broken]);
}

/**
 * The engine's one function.
 * @param {Python} python
 * @returns {(text: string) => string}
 */
function scoreOf(python) {
  return python.runPython("from assessments.browser import score; score");
}

/**
 * Take the memory now; to store it may last longer than the first answer.
 * @param {Python} python
 */
function keep(python) {
  try {
    const memory = /** @type {any} */ (python).makeMemorySnapshot();
    snapshot.keep(memory).catch((error) => console.warn("The engine could not keep a snapshot.", error));
  } catch (error) {
    console.warn("The engine could not make a snapshot.", error);
  }
}
