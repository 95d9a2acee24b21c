/**
 * Takes the memory of the engine when it has started and has read nothing, for visits to begin from.
 *
 * It is kept as a module of WebAssembly that holds nothing but data: an instance of it over the fresh memory of
 * pyodide.asm.wasm is the engine's memory. Browsers read, check and place such data themselves.
 */
import nodeCrypto, { webcrypto } from "node:crypto";
import { CONSTANT, END, KIND, listOf, moduleOf, named, SECTION, signed, unsigned } from "./web_assembly.mjs";

/** Bytes of a page, in which memory grows. */
const PAGE = 65_536;
/** Bytes that are compared at once. */
const STEP = 16;
/** Bytes that are alike between two pieces of data and are written all the same, for a piece has a head of its own. */
const GAP = 32;
/** Bytes before the header of Pyodide's snapshot, which says what of JavaScript must be made again: here nothing. */
const BEFORE_HEADER = 48;
const HEADER = '{"hiwireKeys":[null],"immortalKeys":[]}';

/**
 * @param {(settings: object) => Promise<any>} loadPyodide
 * @param {(settings: object) => Promise<any>} createPyodideModule
 * @param {object} settings what a page gives to Pyodide, too
 * @param {string} rest Python that brings the engine to rest
 * @returns {Promise<{ python: any, content: Buffer, pages: number }>} the engine at rest, the module, and how many pages
 *   its data need
 */
export async function takeMemory(loadPyodide, createPyodideModule, settings, rest) {
  leaveNothingToChance();
  let fresh;
  let module;
  let mayGrow = true;
  const python = await loadPyodide({
    ...settings,
    _makeSnapshot: true,
    _sysExecutable: "./this.program",
    createPyodideModule: async (given) => {
      const { instantiateWasm } = given;
      given.instantiateWasm = (imports, done) => {
        const { emscripten_resize_heap: grow } = imports.env;
        imports.env.emscripten_resize_heap = (bytes) => mayGrow && grow(bytes);
        return instantiateWasm(imports, (instance, compiled) => {
          fresh = new Uint8Array(instance.exports.memory.buffer).slice();
          done(instance, compiled);
        });
      };
      module = await createPyodideModule(given);
      return module;
    },
  });
  python.runPython(rest);
  mayGrow = false;
  clearFreed(module);
  mayGrow = true;
  const memory = readSnapshot(python.makeMemorySnapshot());
  memory.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current());
  clearTrampoline(module, memory);
  return { python, content: asModule(memory, fresh), pages: memory.length / PAGE };
}

/** Two builds are alike to the bit: clock, chance, place, language and program are the same in each. */
function leaveNothingToChance() {
  const same = (view) => (Buffer.from(view.buffer, view.byteOffset, view.byteLength).fill(7), view);
  nodeCrypto.randomFillSync = same;
  webcrypto.getRandomValues = same;
  process.env.TZ = "UTC";
  Date.now = () => Date.UTC(2000, 0, 1);
  performance.now = () => 0;
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "" }, configurable: true });
}

/** Write zeros wherever memory was given back: take all of it, which the module may not enlarge now, and free it. */
function clearFreed(module) {
  const taken = [];
  for (let bytes = 2 ** 21; bytes >= 16; bytes = bytes > 512 ? (bytes * 0.75) & ~15 : bytes - 16) {
    for (let place = module._malloc(bytes); place; place = module._malloc(bytes)) {
      module.HEAPU8.fill(0, place, place + bytes);
      taken.push(place);
    }
  }
  taken.forEach((place) => module._free(place));
}

/** Each browser says itself which function calls others: see docs/assets/js/engine/memory.js. */
function clearTrampoline(module, memory) {
  const offset = memory.readUInt32LE(module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET);
  memory.writeUInt32LE(0, module.__PyRuntime + offset);
}

/** The memory in a snapshot of Pyodide. */
function readSnapshot(snapshot) {
  const [, begin, length] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 3);
  const header = new TextDecoder().decode(snapshot.subarray(BEFORE_HEADER, BEFORE_HEADER + length));
  if (header !== HEADER) throw new Error(`The engine holds something of JavaScript: ${header}`);
  return Buffer.from(snapshot.buffer, snapshot.byteOffset + begin);
}

/** Write as a module what a memory has and a fresh one has not. */
function asModule(memory, fresh) {
  const pieces = [...piecesOf(memory, Buffer.concat([fresh], memory.length))];
  const imported = [...named("engine"), ...named("memory"), KIND.memory, 0, ...unsigned(memory.length / PAGE)];
  const data = pieces.map(([begin, end]) =>
    Buffer.concat([Buffer.from([0, CONSTANT, ...signed(begin), END, ...unsigned(end - begin)]), memory.subarray(begin, end)]),
  );
  return moduleOf([
    { id: SECTION.imports, content: listOf([Buffer.from(imported)]) },
    { id: SECTION.data, content: listOf(data) },
  ]);
}

/** Begin and end of each piece of a memory that differs from a fresh one. */
function* piecesOf(memory, fresh) {
  let begin = -1;
  let end = 0;
  for (let at = 0; at < memory.length; at += STEP) {
    if (memory.compare(fresh, at, at + STEP, at, at + STEP) === 0) continue;
    if (begin >= 0 && at - end > GAP) {
      yield [begin, end];
      begin = at;
    } else if (begin < 0) begin = at;
    end = at + STEP;
  }
  if (begin >= 0) yield [begin, end];
}
