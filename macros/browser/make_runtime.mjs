/**
 * Makes every file that the browser needs to run the engine, under names that hold their content's hash.
 *
 * node make_runtime.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of the worker and of each file, relative to TARGET.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, hash, Publisher } from "./publishing.mjs";

const [project, modules, target] = process.argv.slice(2);
const pyodide = join(modules, "pyodide");
const publisher = new Publisher(target);

const lock = await emptyLock();
const wasm = await readFile(join(pyodide, "pyodide.asm.wasm"));
const wasmFolder = `pyodide-${hash(wasm)}`;
publisher.add(`${wasmFolder}/pyodide.asm.wasm`, wasm);
const library = publisher.addHashed("engine", "zip", await packLibrary());
const worker = publisher.addHashed("worker", "js", await bundleWorker());
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ worker, library, files }));

/** A package index without packages: it saves the visitor 119 KB. */
async function emptyLock() {
  const full = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  return JSON.stringify({ info: full.info, packages: {} });
}

/** The zip of bytecode, made by Pyodide's own Python. */
async function packLibrary() {
  const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")).href);
  const python = await loadPyodide({ indexURL: pyodide, lockFileContents: lock });
  python.FS.mkdirTree("/project/assessments");
  const mounted = { root: join(project, "assessments") };
  python.FS.mount(python.FS.filesystems.NODEFS, mounted, "/project/assessments");
  const packer = await readFile(join(project, "macros", "browser", "lean_library.py"), "utf8");
  // The packer must not find itself among the modules that it packs, so it runs as __main__.
  python.runPython(packer, { filename: "lean_library.py" });
  const version = lock.match(/"python":"3\.(\d+)/)[1];
  python.globals.get("pack")("/project", `/lib/python3${version}.zip`, "/library.zip");
  return python.FS.readFile("/library.zip");
}

/** The worker with Pyodide's loader inside, which saves a round trip. */
function bundleWorker() {
  return bundle(modules, join(project, "docs", "assets", "js", "engine", "worker.js"), {
    define: { ENGINE_FILES: JSON.stringify({ wasmFolder, library, lock }) },
    external: ["node:*"],
  });
}
