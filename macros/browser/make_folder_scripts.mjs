/**
 * Makes the scripts of a copy of the site that is opened from a folder: classic ones, for browsers let such pages
 * load neither modules nor files.
 *
 * node make_folder_scripts.mjs PROJECT NODE_MODULES TARGET < which built files they are made of, as JSON
 * Prints, as JSON, the name of the script of all pages, which file stands for which of the site, and the name of each
 * file, relative to TARGET.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bundleParts, bundlePictures, notice } from "./page_parts.mjs";
import { bundle, Publisher } from "./publishing.mjs";

/** What scripts take for their own address in the worker, which has none that files stand beside. */
const NOWHERE = JSON.stringify("playbook://copy/worker.js");
/** Holds what a script exports until it is handed over. */
const EXPORTS = "playbookExports";

const [project, modules, target] = process.argv.slice(2);
const given = JSON.parse(await text(process.stdin));
const publisher = new Publisher(target);
const scripts = join(project, "docs", "assets", "js");
const page = await makePageScript();
const [search, worker] = await Promise.all([wrapSearch(), wrapWorker()]);
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ page, search, worker, files }));

/** All that pages may need, in one script; what is loaded on demand elsewhere waits in it. */
async function makePageScript() {
  let built;
  const content = await bundle(modules, "", {
    entryPoints: undefined,
    stdin: {
      contents: 'import "./files/folder-page.js"; import "./playbook.js";',
      resolveDir: scripts,
    },
    define: { "process.env.NODE_ENV": '"production"', "import.meta.url": "document.currentScript.src" },
    format: "iife",
    metafile: true,
    plugins: [{
      name: "folder",
      setup(build) {
        build.onResolve({ filter: /\/files\/served\.js$/ }, () => ({ path: join(scripts, "files", "folder.js") }));
        bundleParts(build, (path) => `export const load = () => import(${JSON.stringify(path)});`);
        bundlePictures(build, scripts);
        build.onEnd(({ metafile }) => {
          built = metafile;
        });
      },
    }],
  });
  const head = await notice(publisher, modules, "playbook-folder", built);
  return publisher.addHashed("playbook-folder", "js", Buffer.concat([head, content]));
}

/** What finds pages, which hands over what it exports. */
async function wrapSearch() {
  const content = await bundle(modules, join(project, given.search), { format: "iife", globalName: EXPORTS });
  return publisher.addHashed("search-folder", "js", Buffer.concat([content, Buffer.from(`playbookFile(${EXPORTS});\n`)]));
}

/** The engine's worker as a text, with the files that it asks for before it. */
async function wrapWorker() {
  const packed = await Promise.all(given.engine.map(async ({ name, path }) => {
    const content = await promisify(gzip)(await readFile(join(project, path)), { level: 9 });
    return [name, content.toString("base64")];
  }));
  const script = await bundle(modules, "", {
    entryPoints: undefined,
    stdin: {
      contents: `import "./files/folder-worker.js"; import ${JSON.stringify(join(project, given.worker))};`,
      resolveDir: scripts,
    },
    define: { "import.meta.url": NOWHERE },
    external: ["node:*"],
    format: "iife",
  });
  const source = `globalThis.playbookFiles = ${JSON.stringify(Object.fromEntries(packed))};\n${script}`;
  return publisher.addHashed("worker-folder", "js", `playbookFile(${JSON.stringify(source)});\n`);
}
