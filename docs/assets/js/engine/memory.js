// @ts-check
/**
 * Lets Pyodide go on from the memory that the build took of the started engine.
 *
 * Part of the worker's bundle. The memory comes as a module of WebAssembly with nothing but data; an instance of it
 * over the fresh memory of Pyodide makes that the engine's: see macros/browser/engine_memory.mjs.
 */

/** Ends the address of a worker that is to start without it. */
export const FROM_THE_BEGINNING = "#from-the-beginning";
/** Bytes of a page, in which memory grows. */
const PAGE = 65_536;
/** What Pyodide must make again of JavaScript: nothing. */
const HEADER = { hiwireKeys: [null], immortalKeys: [] };

/**
 * @param {URL} address
 * @param {string} integrity the SHA-256: the browser refuses whatever else it gets
 * @returns {Promise<WebAssembly.Module>}
 */
export async function fetchMemory(address, integrity) {
  const response = await fetch(address, { integrity });
  return WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Pyodide's module, which will take the memory where it would restore a snapshot of its own.
 * @param {(settings: any) => Promise<any>} createPyodideModule
 * @param {Promise<WebAssembly.Module>} coming
 * @param {number} pages that the memory needs
 * @returns {(settings: any) => Promise<never>}
 */
export function goingOnFrom(createPyodideModule, coming, pages) {
  return async (settings) => {
    const keeping = keepFresh(settings, pages);
    const [python, data, fresh] = await Promise.all([createPyodideModule(settings), coming, keeping]);
    python.API.restoreSnapshot = () => {
      place(python, data, fresh);
      return HEADER;
    };
    return /** @type {never} */ (python);
  };
}

/**
 * Make room, and keep what stands in memory before anything else is written there.
 * @param {any} settings of Pyodide's module
 * @param {number} pages
 * @returns {Promise<{ memory: WebAssembly.Memory, content: Uint8Array }>} rejected where there is no room; Pyodide
 *   would tell nobody, and wait for ever
 */
function keepFresh(settings, pages) {
  const { instantiateWasm } = settings;
  return new Promise((resolve, reject) => {
    const keep = (/** @type {any} */ { memory, __heap_base }) => {
      const content = new Uint8Array(memory.buffer, 0, __heap_base.value).slice();
      memory.grow(pages - memory.buffer.byteLength / PAGE);
      resolve({ memory, content });
    };
    settings.instantiateWasm = (/** @type {unknown} */ imports, /** @type {Function} */ done) =>
      instantiateWasm(imports, (/** @type {WebAssembly.Instance} */ instance, /** @type {unknown} */ module) => {
        try {
          keep(instance.exports);
          done(instance, module);
        } catch (error) {
          reject(error);
        }
      });
  });
}

/**
 * Make the memory that of the started engine: first as it was before Pyodide wrote into it.
 * @param {any} python Pyodide's module
 * @param {WebAssembly.Module} data
 * @param {{ memory: WebAssembly.Memory, content: Uint8Array }} fresh
 */
function place(python, data, { memory, content }) {
  const { HEAPU8, HEAPU32 } = python;
  const end = HEAPU32[python._emscripten_get_sbrk_ptr() >>> 2];
  const trampoline = trampolineOf(python);
  const own = HEAPU32[trampoline];
  HEAPU8.fill(0, content.length, end);
  HEAPU8.set(content);
  new WebAssembly.Instance(data, { engine: { memory } });
  HEAPU32[trampoline] = own;
}

/**
 * The one word of memory that says what this browser can do: which function calls others, where it has one that
 * does so without JavaScript.
 * @param {any} python
 * @returns {number}
 */
function trampolineOf(python) {
  const offset = python.HEAPU32[python.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2];
  return (python.__PyRuntime + offset) >>> 2;
}
