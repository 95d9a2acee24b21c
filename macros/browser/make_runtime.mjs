/**
 * Makes every file that the browser needs to run the engine, under names that hold their content's hash.
 *
 * node make_runtime.mjs PROJECT NODE_MODULES TARGET [whole]
 * Whole leaves every function in the primary module, for who wants to see which of them are called.
 * Prints, as JSON, the name of the worker and of each file, relative to TARGET.
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { takeMemory } from "./engine_memory.mjs";
import { leanGlue, leanModule } from "./lean_pyodide.mjs";
import { bundle, hash, Publisher } from "./publishing.mjs";
import { splitModule } from "./split_module.mjs";

const WASM = "pyodide.asm.wasm";
/** A zip that holds nothing: only its last record, "PK", two marks and eighteen zeros. */
const EMPTY_ZIP = Buffer.concat([Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

// Of a mistake inside Pyodide, Node would print the source, which is one line of a megabyte.
process.on("uncaughtException", ({ message, stack }) => {
  console.error(stack ?? message);
  process.exit(1);
});

const [project, modules, target, whole] = process.argv.slice(2);
const pyodide = join(modules, "pyodide");
const publisher = new Publisher(target);

/** For what is needed here alone. */
const folder = await mkdtemp(join(tmpdir(), "playbook-runtime-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const lock = await emptyLock();
/** Where Pyodide keeps Python's standard library. */
const STANDARD = `/lib/python3${lock.match(/"python":"3\.(\d+)/)[1]}.zip`;
const { loadPyodide } = await importScript(join(pyodide, "pyodide.mjs"));
const { glue, wasmFolder, primaryFolder, secondary } = await addPyodide();
const packer = await openPacker();
const library = publisher.addHashed("engine", "zip", pack("pack", "/project", STANDARD));
const courses = addChecked("courses", "zip", pack("pack_courses", "/project", STANDARD));
const empty = publisher.addHashed("empty", "zip", EMPTY_ZIP);
const { memory, rest } = await addMemory();
const worker = publisher.addHashed("worker", "js", await bundleWorker());
const files = await publisher.finish();
const going_on = [memory.file, rest.file, join(primaryFolder, WASM), secondary];
process.stdout.write(JSON.stringify({ worker, library, memory: memory.file, going_on, courses: courses.file, files }));

/** A package index without packages: it saves the visitor 119 KB. */
async function emptyLock() {
  const full = JSON.parse(await readFile(join(pyodide, "pyodide-lock.json"), "utf8"));
  return JSON.stringify({ info: full.info, packages: {} });
}

/**
 * Pyodide's two halves without what only packages ask of them: the module as one file, and split in two for an engine
 * that goes on from the memory; the glue for the worker.
 */
async function addPyodide() {
  const read = (name) => readFile(join(pyodide, name), "utf8");
  const loader = await read("pyodide.mjs");
  const script = leanGlue(await read("pyodide.asm.mjs"), loader);
  const shipped = await readFile(join(pyodide, WASM));
  const wasm = leanModule(shipped, script + loader);
  const record = JSON.parse(await readFile(join(project, "macros", "browser", "called_functions.json"), "utf8"));
  const glue = join(folder, "pyodide.asm.mjs");
  await writeFile(glue, script);
  const add = (content) => {
    const name = `pyodide-${hash(content)}`;
    publisher.add(`${name}/${WASM}`, content);
    return name;
  };
  const wasmFolder = add(wasm);
  const split = splitModule(wasm, shipped, record);
  const secondary = publisher.addHashed("secondary", "wasm", split.secondary);
  return { glue, wasmFolder, primaryFolder: whole ? wasmFolder : add(split.primary), secondary };
}

/** Pyodide's own Python, with what packs zips of bytecode: the engine, what the composer needs beside it, the rest. */
async function openPacker() {
  const python = await loadPyodide({ indexURL: pyodide, lockFileContents: lock });
  for (const folder of ["assessments", "macros"]) {
    python.FS.mkdirTree(`/project/${folder}`);
    python.FS.mount(python.FS.filesystems.NODEFS, { root: join(project, folder) }, `/project/${folder}`);
  }
  const script = await readFile(join(project, "macros", "browser", "lean_library.py"), "utf8");
  // The packer must not find itself among the modules that it packs, so it runs as __main__.
  python.runPython(script, { filename: "lean_library.py" });
  return python;
}

/** What a function of the packer writes. */
function pack(name, ...given) {
  packer.globals.get(name)(...given, "/packed.zip");
  return packer.FS.readFile("/packed.zip");
}

/** Add a file which a browser refuses when it is not as it was built. */
function addChecked(name, extension, content) {
  const integrity = `sha256-${createHash("sha256").update(content).digest("base64")}`;
  return { file: publisher.addHashed(name, extension, content), integrity };
}

/** The memory of the started engine, made with the very files that a page loads, and the zip with what it lacks. */
async function addMemory() {
  await publisher.finish();
  const settings = { indexURL: join(target, wasmFolder), lockFileContents: lock, stdLibURL: join(target, library) };
  const { default: createPyodideModule } = await importScript(glue);
  const atRest = await readFile(join(project, "macros", "browser", "engine_at_rest.py"), "utf8");
  const { python, content, pages } = await takeMemory(loadPyodide, createPyodideModule, settings, atRest);
  const names = python.globals.get("names_of_rest")();
  packer.FS.writeFile("/engine.zip", await readFile(join(target, library)));
  const rest = pack("pack_some", names, "/engine.zip");
  return {
    memory: { ...addChecked("memory", "wasm", content), pages },
    rest: { file: publisher.addHashed("rest", "zip", rest), hash: createHash("sha256").update(rest).digest("hex") },
  };
}

/** The worker with Pyodide's loader inside, which saves a round trip. */
function bundleWorker() {
  return bundle(modules, join(project, "docs", "assets", "js", "engine", "worker.js"), {
    define: { ENGINE_FILES: JSON.stringify({ wasmFolder, primaryFolder, secondary, memory, library, rest, courses, empty, lock }) },
    alias: { "pyodide/pyodide.asm.mjs": glue },
    external: ["node:*"],
  });
}

function importScript(path) {
  return import(pathToFileURL(path).href);
}
