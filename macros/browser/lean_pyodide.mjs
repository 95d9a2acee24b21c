/**
 * Cuts from Pyodide the names that only its packages would ask for: a browser links each of them at every start.
 *
 * No function goes, so that whatever is called is there; a name that were missed would be missed at once, by linking.
 */
import { exportsOf, importsOf, KIND, listOf, moduleOf, SECTION, sectionsOf } from "./web_assembly.mjs";

/** What is cut of a module's exports; memory, table and tags stay. */
const CUT = [KIND.function, KIND.global];
/** Begins the names of what Emscripten links by name: addresses, and pieces of JavaScript. */
const ADDRESSES = "GOT.";
const JAVASCRIPT = "__em_js__";
const NAME = /[A-Za-z_$][\w$]*/g;
/** An assignment of the function that hands out exports: variable, name for packages, name in the module. */
const ASSIGNMENT = /(?<=[;{])([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["([\w$]+)"\](?:\.value)?(?:;|$)/g;
const HANDING_OUT = "function assignWasmExports(wasmExports){";
/** The declaration of so many variables that they can only be exports. */
const VARIABLES = /var ([\w$]+(?:,[\w$]+){500,});/g;

/**
 * @param {string} glue pyodide.asm.mjs
 * @param {string} loader pyodide.mjs
 * @returns {string} the glue without the variables that neither script reads
 */
export function leanGlue(glue, loader) {
  const counts = new Map();
  for (const [name] of `${glue}${loader}`.matchAll(NAME)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const begin = glue.indexOf(HANDING_OUT);
  const end = glue.indexOf("}", begin);
  const gone = new Set();
  const assignments = glue.slice(begin, end).replace(ASSIGNMENT, (all, variable, name, exported) => {
    // Declared, assigned, handed to packages.
    const isRead = variable !== name || counts.get(name) > 3 || (exported !== name && counts.get(exported) > 1);
    if (isRead) return all;
    gone.add(name);
    return "";
  });
  if (begin < 0 || gone.size < 1000) throw new Error("pyodide.asm.mjs is not written as expected: see lean_pyodide.mjs");
  const lean = `${glue.slice(0, begin)}${assignments}${glue.slice(end)}`;
  return lean.replace(VARIABLES, (_, list) => `var ${list.split(",").filter((name) => !gone.has(name))};`);
}

/**
 * @param {Buffer} wasm pyodide.asm.wasm
 * @param {string} scripts that are all to link it
 * @returns {Buffer} the module without the functions and addresses among its exports that nobody names
 */
export function leanModule(wasm, scripts) {
  const sections = [...sectionsOf(wasm)];
  const [imports, exports] = [SECTION.imports, SECTION.exports].map((id) => sections.find((each) => each.id === id));
  const linked = [...importsOf(imports.content)].filter(({ module }) => module.startsWith(ADDRESSES));
  const wanted = new Set([...scripts.match(NAME), ...linked.map(({ name }) => name)]);
  const isWanted = ({ name, kind }) =>
    !CUT.includes(kind) || wanted.has(name) || wanted.has(`_${name}`) || name.startsWith(JAVASCRIPT);
  const kept = [...exportsOf(exports.content)].filter(isWanted);
  exports.content = listOf(kept.map(({ written }) => written));
  return moduleOf(sections);
}
