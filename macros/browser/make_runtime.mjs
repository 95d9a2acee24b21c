/**
 * Makes every file that the browser needs to run the engine, under names that hold their content's hash.
 *
 * node make_runtime.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of the worker and of each file, relative to TARGET.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [project, modules, target] = process.argv.slice(2);
const pyodide = join(modules, "pyodide");
/** @type {Promise<string[]>[]} files on their way to the disk; compressing them takes the time */
const written = [];

const lock = await emptyLock();
const wasm = await readFile(join(pyodide, "pyodide.asm.wasm"));
const wasmFolder = `pyodide-${hash(wasm)}`;
publish(`${wasmFolder}/pyodide.asm.wasm`, wasm);
const library = publishHashed("engine", "zip", await packLibrary());
const worker = publishHashed("worker", "js", await bundleWorker());
const files = await Promise.all(written);
process.stdout.write(JSON.stringify({ worker, library, files: files.flat().sort() }));

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
  python.globals.get("pack")("/project", `/lib/python3${version}.zip`, "/tmp/library.zip");
  return python.FS.readFile("/tmp/library.zip");
}

/** The worker with Pyodide's loader inside, which saves a round trip. */
async function bundleWorker() {
  const esbuild = createRequire(join(modules, "index.js"))("esbuild");
  const bundle = await esbuild.build({
    entryPoints: [join(project, "docs", "assets", "js", "engine-worker.js")],
    bundle: true,
    define: { ENGINE_FILES: JSON.stringify({ wasmFolder, library, lock }) },
    external: ["node:*"],
    format: "esm",
    legalComments: "none",
    logLevel: "error",
    minify: true,
    nodePaths: [modules],
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return Buffer.from(bundle.outputFiles[0].contents);
}

/** Publish *content* as NAME-HASH.EXTENSION and return that name. */
function publishHashed(name, extension, content) {
  const file = `${name}-${hash(content)}.${extension}`;
  publish(file, content);
  return file;
}

/** Begin to write a file and its compressed twins. */
function publish(file, content) {
  written.push(writeWithTwins(file, content));
}

/** Write a file and its Brotli and gzip twins, unless an earlier run did; return their names. */
async function writeWithTwins(file, content) {
  const path = join(target, file);
  const names = [file, `${file}.br`, `${file}.gz`];
  if (await exists(`${path}.gz`)) return names;
  await mkdir(dirname(path), { recursive: true });
  await write(path, content);
  await write(`${path}.br`, await brotli(content));
  // The last one: where it stands, the other two are whole.
  await write(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  return names;
}

/** Write a file so that nobody ever sees half of it. */
async function write(path, content) {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

/** Compress as much as Brotli can without a window that some browsers refuse. */
function brotli(content) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return promisify(brotliCompress)(content, { params });
}

function exists(path) {
  return stat(path).then(() => true, () => false);
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
