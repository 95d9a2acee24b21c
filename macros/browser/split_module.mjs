/**
 * Splits Pyodide's module in two, as wasm-split of Binaryen does.
 *
 * The primary module holds the functions that the engine is known to call, and begins with it. Each other function of it
 * fetches the secondary module, once, and calls there. The secondary one holds every function, over the memory, the
 * tables and the globals of the primary one. Which functions are called stands in called_functions.json, written by
 * bench/called_functions.py for one edition of Pyodide: an input that nobody thought of costs a wait, and no more.
 */
import { createHash } from "node:crypto";
import * as wasm from "./web_assembly.mjs";

const { CONSTANT, END, KIND, SECTION, listOf, named, signed, unsigned } = wasm;
/** Instructions and types that are written here. */
const [CALL, CALL_BY_TABLE, GET_LOCAL, GET_OF_TABLE, IS_NULL, IF, NOTHING] = [0x10, 0x11, 0x20, 0x25, 0xd1, 0x04, 0x40];
const FUNCTION_REFERENCE = 0x70;
/** An import of nothing for nothing that only a developer's tools would call: it makes way for what fetches the rest. */
const MAKES_WAY = "emscripten_debugger";
/** Begins a list of functions for a table that is named. */
const INTO_TABLE = 2;

/** @typedef {{ module: string, functions: [number, number][] }} Called SHA-256 of the module as Pyodide ships it; first and last number of each run */

/**
 * @param {Buffer} module of which no function has gone
 * @param {Buffer} shipped the module as Pyodide ships it
 * @param {Called} called
 * @returns {{ primary: Buffer, secondary: Buffer }}
 */
export function splitModule(module, shipped, { module: expected, functions }) {
  if (createHash("sha256").update(shipped).digest("hex") !== expected) {
    throw new Error("called_functions.json is of another Pyodide: run `python tasks.py bench called_functions`");
  }
  const parts = partsOf(module);
  const left = leftOut(parts, functions);
  return { primary: primaryOf(parts, left), secondary: secondaryOf(parts, left) };
}

/** What a module holds, as far as it matters here. */
function partsOf(module) {
  const sections = [...wasm.sectionsOf(module)];
  const content = (id) => sections.find((each) => each.id === id).content;
  const imports = [...wasm.importsOf(content(SECTION.imports))];
  const parts = {
    sections,
    imports,
    types: [...wasm.typesOf(content(SECTION.types))],
    functions: [...wasm.functionsOf(content(SECTION.functions))],
    bodies: [...wasm.bodiesOf(content(SECTION.code))],
    exports: [...wasm.exportsOf(content(SECTION.exports))],
    tables: [...wasm.declaredIn(content(SECTION.tables), KIND.table)],
    memories: [...wasm.declaredIn(content(SECTION.memories), KIND.memory)],
    tags: [...wasm.declaredIn(content(SECTION.tags), KIND.tag)],
    globals: [...wasm.globalsOf(content(SECTION.globals))],
    /** How many things of a kind come from outside; those of the module are numbered from there. */
    imported: (kind) => imports.filter((each) => each.kind === kind).length,
  };
  const mutable = parts.globals.filter(({ isMutable }) => isMutable).length;
  const isSplit = parts.globals.slice(0, mutable).every(({ isMutable }) => isMutable);
  // What the secondary module imports is numbered before what it holds itself.
  if (!isSplit) throw new Error("A global that changes stands behind one that does not: see split_module.mjs");
  return { ...parts, changing: parts.globals.slice(0, mutable), constant: parts.globals.slice(mutable) };
}

/** The numbers of the functions that stand in no run, from the first function of the module. */
function leftOut({ bodies, imported }, runs) {
  const kept = new Set(runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at)));
  const first = imported(KIND.function);
  return bodies.map((_, at) => at).filter((at) => !kept.has(first + at));
}

/** The module with a way to the secondary one in the place of each function that is left out. */
function primaryOf(parts, left) {
  const { imports, types, functions, imported } = parts;
  const nothing = types.findIndex(({ given, returned }) => !given && !returned);
  const fetches = imports.findIndex(({ name, type }) => name === MAKES_WAY && type.equals(Buffer.from(unsigned(nothing))));
  if (fetches < 0) throw new Error(`${MAKES_WAY} is no import that takes and returns nothing: see split_module.mjs`);
  const table = imported(KIND.table) + parts.tables.length;
  const isThere = imported(KIND.function) + functions.length;
  const first = [CONSTANT, 0, GET_OF_TABLE, ...unsigned(table)];
  const fetching = imports.slice(0, fetches).filter(({ kind }) => kind === KIND.function).length;
  const bodies = [...parts.bodies, body([...first, IS_NULL, IF, NOTHING, CALL, ...unsigned(fetching), END])];
  left.forEach((function_, place) => {
    const type = functions[function_];
    const given = Array.from({ length: types[type].given }, (_, at) => [GET_LOCAL, ...unsigned(at)]).flat();
    const called = [CONSTANT, ...signed(place), CALL_BY_TABLE, ...unsigned(type), ...unsigned(table)];
    bodies[function_] = body([CALL, ...unsigned(isThere), ...given, ...called]);
  });
  const lent = lentBy(parts, left.length);
  const exported = lent.map(({ name, kind, number }) => Buffer.from([...named(name), kind, ...unsigned(number)]));
  const way = Buffer.from([...named("secondary"), ...named("fetch"), KIND.function, ...unsigned(nothing)]);
  return changed(parts.sections, {
    [SECTION.imports]: listOf(imports.map(({ written }, at) => (at === fetches ? way : written))),
    [SECTION.functions]: listOf([...functions, nothing].map((type) => Buffer.from(unsigned(type)))),
    [SECTION.tables]: listOf([...parts.tables, tableOf(left.length)]),
    [SECTION.exports]: listOf([...parts.exports.map(({ written }) => written), ...exported]),
    [SECTION.code]: listOf(bodies.map(sized)),
  });
}

/** Every function, over what the primary module lends. */
function secondaryOf(parts, left) {
  const first = parts.imported(KIND.function);
  const borrowed = lentBy(parts, left.length).map(({ name, kind, type }) =>
    Buffer.concat([Buffer.from([...named("primary"), ...named(name), kind]), type]),
  );
  const table = parts.imported(KIND.table) + parts.tables.length;
  const functions = left.map((at) => Buffer.from(unsigned(first + at)));
  const place = Buffer.from([INTO_TABLE, ...unsigned(table), CONSTANT, 0, END, 0]);
  const content = {
    [SECTION.imports]: listOf([...parts.imports.map(({ written }) => written), ...borrowed]),
    [SECTION.globals]: listOf(parts.constant.map(({ written }) => written)),
    [SECTION.elements]: listOf([Buffer.concat([place, listOf(functions)])]),
  };
  const kept = [SECTION.types, SECTION.functions, SECTION.code, ...Object.keys(content).map(Number)];
  return changed(parts.sections.filter(({ id }) => kept.includes(id)), content);
}

/** What the primary module exports for the secondary one, in the order in which that numbers it. */
function lentBy(parts, size) {
  const lend = (kind, word, types) =>
    types.map((type, at) => ({ name: `lent ${word} ${at}`, kind, type, number: parts.imported(kind) + at }));
  return [
    ...lend(KIND.memory, "memory", parts.memories),
    ...lend(KIND.table, "table", [...parts.tables, tableOf(size)]),
    ...lend(KIND.tag, "tag", parts.tags),
    ...lend(KIND.global, "global", parts.changing.map(({ type }) => type)),
  ];
}

/** The type of a table of functions that does not grow. */
function tableOf(size) {
  return Buffer.from([FUNCTION_REFERENCE, 0, ...unsigned(size)]);
}

/** A function without variables of its own. */
function body(instructions) {
  return Buffer.from([0, ...instructions, END]);
}

function sized(written) {
  return Buffer.concat([Buffer.from(unsigned(written.length)), written]);
}

/** A module with other contents of some sections. */
function changed(sections, contents) {
  return wasm.moduleOf(sections.map(({ id, content }) => ({ id, content: contents[id] ?? content })));
}
