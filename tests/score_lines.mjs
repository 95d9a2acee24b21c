/**
 * Answers requests to the engine, one JSON text a line, as score_lines.py does, but in Pyodide.
 *
 * node score_lines.mjs PYODIDE_FOLDER LIBRARY_ZIP < requests
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [pyodide, library] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const { info } = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
const python = await loadPyodide({
  indexURL: pyodide,
  lockFileContents: JSON.stringify({ info, packages: {} }),
  stdLibURL: library,
});
const score = python.runPython("from assessments.browser import score; score");
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(score(JSON.parse(line)))}\n`);
}
