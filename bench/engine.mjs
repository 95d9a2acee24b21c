/**
 * Answers requests to the engine in Pyodide, one JSON text a line, and prints how many milliseconds
 * each took.
 *
 * node engine.mjs NODE_MODULES LIBRARY_ZIP < requests
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [modules, library] = process.argv.slice(2);
const pyodide = join(modules, "pyodide");
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const { info } = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
const python = await loadPyodide({
  indexURL: pyodide,
  lockFileContents: JSON.stringify({ info, packages: {} }),
  stdLibURL: library,
});
const score = python.runPython("from assessments.browser import score; score");
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const start = performance.now();
  score(request);
  process.stdout.write(`${performance.now() - start}\n`);
}
