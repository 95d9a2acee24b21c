/** Writes files for the site under names that hold their content's hash. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The files of one build, on their way to a folder. */
export class Publisher {
  #folder;
  /** @type {Promise<string>[]} */
  #written = [];

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /** Begin to write *content* as NAME-HASH.EXTENSION and return that name. */
  addHashed(name, extension, content) {
    const file = `${name}-${hash(content)}.${extension}`;
    this.add(file, content);
    return file;
  }

  /** Begin to write a file. */
  add(file, content) {
    this.#written.push(writeNew(this.#folder, file, content));
  }

  /** Wait for everything and return the sorted names. */
  async finish() {
    const files = await Promise.all(this.#written);
    return files.sort();
  }
}

export function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/**
 * Join a script of docs/assets/js and what it imports into one minified module.
 * @param {string} modules the folder node_modules
 * @param {string} script
 * @param {import("esbuild").BuildOptions} [options]
 */
export async function bundle(modules, script, options = {}) {
  const esbuild = createRequire(join(modules, "index.js"))("esbuild");
  const made = await esbuild.build({
    entryPoints: [script],
    bundle: true,
    format: "esm",
    legalComments: "none",
    logLevel: "error",
    minify: true,
    nodePaths: [modules],
    platform: "browser",
    target: "es2022",
    write: false,
    ...options,
  });
  return Buffer.from(made.outputFiles[0].contents);
}

/**
 * The licences that must travel with packages, one after the other.
 * @param {string} modules the folder node_modules
 * @param {Record<string, string[]>} licences package -> its files that say so
 */
export async function readLicences(modules, licences) {
  const texts = [];
  for (const [name, files] of Object.entries(licences)) {
    const about = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
    texts.push(`${name} ${about.version} (${about.license})`);
    for (const file of files) texts.push(await readFile(join(modules, name, file), "utf8"));
  }
  return Buffer.from(texts.join("\n\n"));
}

/** Write a file, unless an earlier run did, and return its name. */
async function writeNew(folder, file, content) {
  const path = join(folder, file);
  if (!(await exists(path))) {
    await mkdir(dirname(path), { recursive: true });
    await write(path, content);
  }
  return file;
}

/** Write a file so that nobody ever sees half of it. */
export async function write(path, content) {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

export function exists(path) {
  return stat(path).then(() => true, () => false);
}
