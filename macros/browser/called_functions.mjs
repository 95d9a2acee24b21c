/**
 * Leaves of Pyodide's module the functions that the engine calls; each other one becomes a trap.
 *
 * Only for an engine that goes on from the memory of the build: where it stumbles into a trap, it starts from the
 * beginning, with the whole module. Which functions are called is written down in called_functions.json by
 * bench/called_functions.py, for one edition of Pyodide.
 */
import { createHash } from "node:crypto";
import { bodiesOf, importsOf, KIND, listOf, moduleOf, SECTION, sectionsOf, unsigned } from "./web_assembly.mjs";

/** A body without variables that does nothing but trap. */
const TRAP = Buffer.from([0, 0, 0x0b]);

/** @typedef {{ module: string, functions: [number, number][] }} Called SHA-256 of the module as Pyodide ships it; first and last number of each run */

/**
 * @param {Buffer} wasm the module, of which no function has gone
 * @param {Buffer} shipped the module as Pyodide ships it
 * @param {Called} called
 * @returns {Buffer}
 */
export function onlyCalled(wasm, shipped, { module, functions }) {
  if (createHash("sha256").update(shipped).digest("hex") !== module) {
    throw new Error("called_functions.json is of another Pyodide: run `python tasks.py bench called_functions`");
  }
  const sections = [...sectionsOf(wasm)];
  const [imports, code] = [SECTION.imports, SECTION.code].map((id) => sections.find((each) => each.id === id));
  // Functions are numbered from those that come from outside.
  let number = [...importsOf(imports.content)].filter(({ kind }) => kind === KIND.function).length;
  const runs = [...functions];
  const isCalled = () => {
    while (runs.length && runs[0][1] < number) runs.shift();
    return runs.length > 0 && runs[0][0] <= number;
  };
  const bodies = [];
  for (const body of bodiesOf(code.content)) {
    const kept = isCalled() ? body : TRAP;
    bodies.push(Buffer.concat([Buffer.from(unsigned(kept.length)), kept]));
    number += 1;
  }
  code.content = listOf(bodies);
  return moduleOf(sections);
}
