/**
 * Brings an engine to rest as the build does, and has everything that it forgets, or lacks, read again.
 *
 * node rest_of_memory.mjs PYODIDE LIBRARY REST AT_REST
 * Prints, as JSON, the modules that are whole again, and how often the rest was fetched.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Of a mistake inside Pyodide, Node would print the source, which is one line of a megabyte.
process.on("uncaughtException", ({ message, stack }) => {
  console.error(stack ?? message);
  process.exit(1);
});

const [pyodide, library, rest, atRest] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
const lock = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const lockFileContents = JSON.stringify({ info: lock.info, packages: {} });
const python = await loadPyodide({ indexURL: pyodide, stdLibURL: library, lockFileContents });
python.runPython(readFileSync(atRest, "utf8"));
const content = readFileSync(rest);
let fetched = 0;
Object.assign(globalThis, {
  fetchRest: () => ((fetched += 1), new Uint8Array(content)),
  hashOfRest: createHash("sha256").update(content).digest("hex"),
});
const names = python.runPython(`
lacking = names_of_rest().splitlines()
for name in lacking:
    getattr(importlib.import_module(name), "__all__", None)
"\\n".join(name for name in lacking if not isinstance(sys.modules[name], Forgotten))
`);
process.stdout.write(JSON.stringify({ whole: names.split("\n"), fetched }), () => process.exit());
