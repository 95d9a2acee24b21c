// @ts-check
/**
 * Runs the engine off the page: a JSON text in, a JSON text out.
 *
 * It goes on from the memory that the build took of the started engine, which holds what scores, with a module of
 * Python that holds what the engine is known to call; the rest of both is fetched when it is asked for. Where the
 * memory does not arrive as it was built, or does not fit, and in a worker whose address says so, the engine starts from
 * the beginning, which takes longer.
 * Bundled with Pyodide's loader into one script; ENGINE_FILES is put in by that build.
 */
import { loadPyodide } from "pyodide";
import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { holdLife } from "./life.js";
import { fetchMemory, FROM_THE_BEGINNING, goingOnFrom } from "./memory.js";
import { lendRest } from "./rest.js";
import { withSecondary } from "./secondary.js";
import { acceptAnyType } from "./web-assembly.js";

/** @typedef {"score" | "compose" | "portfolio"} Door what a request goes to: the engine, what the composer loads beside it, lists */
/** @typedef {{ id: number, text: string, door?: Door, bytes?: Uint8Array }} Message one request, or the answer to it */
/** @typedef {(text: string, bytes?: Uint8Array) => string} Answerer */

const life = holdLife(self.name);
void life.then(() => postMessage({ held: true }));
const broken = acceptAnyType();
broken.catch(() => undefined);

// Where its library does not come, Pyodide forgets a promise of its own; the page is told all the same, below.
addEventListener("unhandledrejection", (event) => event.preventDefault());
const engine = start();
/** @type {Promise<Answerer> | null} */
let composer = null;
/** @type {Answerer | null} */
let lists = null;
engine.then(
  () => postMessage({ ready: true }),
  (/** @type {unknown} */ error) => postMessage({ failed: String(error) }),
);

addEventListener("message", async (/** @type {MessageEvent<Message>} */ event) => {
  const { id, text, door, bytes } = event.data;
  await life;
  postMessage({ received: id });
  const started = await engine.catch(() => null);
  if (!started) return;
  try {
    postMessage({ id, text: (await doorOf(door, started))(text, bytes) });
  } catch (error) {
    // The engine says what is wrong with an input; what it throws is a fault of its own or of its memory.
    postMessage({ failed: String(error) });
  }
});

/**
 * @param {Door | undefined} door
 * @param {{ python: any, score: Answerer }} started
 * @returns {Answerer | Promise<Answerer>}
 */
function doorOf(door, { python, score }) {
  if (door === "compose") return (composer ??= openCourses(python));
  return door === "portfolio" ? (lists ??= openLists(python)) : score;
}

/**
 * The door of lists of accounts: the engine holds it, and it is opened when a page first knocks.
 * @param {any} python
 * @returns {Answerer}
 */
function openLists(python) {
  const answer = python.runPython("from assessments.portfolio.browser import answer; answer");
  return (text, bytes) => (bytes ? answer(text, python.toPy(bytes)) : answer(text));
}

/**
 * Fetch what only the composer needs, and import it.
 * @param {any} python
 * @returns {Promise<Answerer>}
 */
async function openCourses(python) {
  const { file, integrity } = ENGINE_FILES.courses;
  const response = await fetch(address(file), { integrity });
  python.FS.writeFile(`/${file}`, new Uint8Array(await response.arrayBuffer()));
  python.runPython(`import sys; sys.path.append("/${file}")`);
  const compose = python.runPython("from macros.courses.browser import compose; compose");
  return (/** @type {string} */ text) => compose(text);
}

/**
 * @returns {Promise<{ python: any, score: Answerer }>} Python, and the engine's one function
 */
async function start() {
  if (location.hash === FROM_THE_BEGINNING) return begin();
  try {
    return await goOn();
  } catch (error) {
    console.warn("The engine starts from the beginning.", error);
    return begin();
  }
}

/** Start Python where the build left it. */
function goOn() {
  const { file, integrity, pages } = ENGINE_FILES.memory;
  const memory = fetchMemory(address(file), integrity);
  lendRest(address(ENGINE_FILES.rest.file), ENGINE_FILES.rest.hash);
  const { createModule, lost } = withSecondary(createPyodideModule, address(ENGINE_FILES.secondary));
  const python = load(goingOnFrom(createModule, memory, pages), {
    indexURL: address(ENGINE_FILES.primaryFolder).href,
    _loadSnapshot: new Uint8Array(0),
    stdLibURL: address(ENGINE_FILES.empty).href,
  });
  return Promise.race([python, lost]);
}

/** Start the whole Python and import the engine. */
function begin() {
  return load(createPyodideModule, {
    indexURL: address(ENGINE_FILES.wasmFolder).href,
    stdLibURL: address(ENGINE_FILES.library).href,
  });
}

/**
 * @param {(settings: any) => Promise<never>} createModule
 * @param {{ indexURL: string, stdLibURL: string, _loadSnapshot?: Uint8Array }} settings
 */
async function load(createModule, settings) {
  const python = await Promise.race([
    loadPyodide({
      createPyodideModule: createModule,
      lockFileContents: ENGINE_FILES.lock,
      ...settings,
    }),
    broken,
  ]);
  const score = python.runPython("from assessments.browser import score; score");
  // Whoever waits for a function of Python's asks it whether it is a promise: that, too, may fail.
  return { python, score: (/** @type {string} */ text) => score(text) };
}

/**
 * @param {string} file
 * @returns {URL} of a file beside this one
 */
function address(file) {
  return new URL(file, import.meta.url);
}
