/** Let a stock Pyodide load the engine from an address, and print what it answers to what is read. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, way, address] = process.argv.slice(2);
const stock = createRequire(join(modules, "index.js")).resolve("pyodide/pyodide.mjs");
const { loadPyodide } = await import(pathToFileURL(stock).href);
const lock = await (await fetch(`${address}pyodide-lock.json`)).text();
const name = "trust-playbook-engine";
const byLock = way === "lock";
// A browser takes the address of the lock file as lockFileURL; under Node that must be a path.
const python = await loadPyodide({
  indexURL: `${dirname(stock)}/`,
  ...(byLock ? { lockFileContents: lock, packageBaseUrl: address } : {}),
});
const wheel = new URL(JSON.parse(lock).packages[name].file_name, address).href;
const loaded = await python.loadPackage(byLock ? name : wheel, { messageCallback() {} });
if (loaded.length !== 1) throw new Error(`loaded: ${JSON.stringify(loaded)}`);
python.globals.set("given", readFileSync(0, "utf8"));
console.log(python.runPython(`
import json
from assessments import read_json, score, write_json
definition, answers = json.loads(given)
write_json(score(read_json(definition), read_json(answers)).as_data())
`));
