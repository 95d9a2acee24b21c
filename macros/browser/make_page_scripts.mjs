/**
 * Bundles the scripts of pages: the one that every page starts with, and each part that is loaded on demand.
 *
 * node make_page_scripts.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, which file is which part, and the name of each file, relative to TARGET.
 *
 * Whatever a script asks for with import() becomes a file of its own, with all that it needs inside: a
 * page waits for one answer, and what two parts share is too small to be a third file.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { bundle, Publisher, readLicences } from "./publishing.mjs";

/** Package -> the files that its licence wants to travel with it. */
const LICENCES = {
  echarts: ["LICENSE", "NOTICE", "licenses/LICENSE-d3"],
  idb: ["LICENSE"],
  "lean-qr": ["LICENSE"],
  zrender: ["LICENSE"],
  tslib: ["LICENSE.txt"],
};

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const scripts = join(project, "docs", "assets", "js");
const pictures = join(scripts, "pictures");
/** @type {Map<string, Promise<string>>} script -> the name of its file */
const made = new Map();

await publish(join(scripts, "playbook.js"));
const parts = Object.fromEntries(
  await Promise.all([...made].map(async ([script, file]) => [nameOf(script), await file])),
);
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ parts, files }));

/** Bundle a script, once, and return the name of its file. */
function publish(script) {
  if (!made.has(script)) made.set(script, makeFile(script));
  return made.get(script);
}

async function makeFile(script) {
  let packages = [];
  const keep = (metafile) => (packages = packagesIn(metafile));
  const content = await bundle(modules, script, {
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
    plugins: [pageScripts(keep)],
  });
  return publisher.addHashed(nameOf(script), "js", Buffer.concat([await notice(script, packages), content]));
}

/** Name of a part: a picture's folder, or the script's own name. */
function nameOf(script) {
  return basename(script, ".js").replace(/^picture:/, "");
}

/** What esbuild does not know: parts on demand, the list of all pictures, and a picture with its style. */
function pageScripts(keep) {
  return {
    name: "page-scripts",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ kind, path, resolveDir }) => {
        if (kind === "dynamic-import") {
          const script = path.startsWith("picture:") ? path : resolve(resolveDir, path);
          return { path: `./${await publish(script)}`, external: true };
        }
        if (path === "playbook:pictures") return { path, namespace: "pictures" };
        return path.startsWith("picture:") ? { path: path.slice("picture:".length), namespace: "picture" } : null;
      });
      build.onLoad({ filter: /./, namespace: "pictures" }, listPictures);
      build.onLoad({ filter: /./, namespace: "picture" }, ({ path }) => dressPicture(path));
      build.onLoad({ filter: /pictures[\\/][\w-]+[\\/]style\.css$/ }, async ({ path }) => {
        const { code } = await build.esbuild.transform(await readFile(path, "utf8"), { loader: "css", minify: true });
        return { contents: code.trim(), loader: "text" };
      });
      build.onEnd(({ metafile }) => {
        if (metafile) keep(metafile);
      });
    },
  };
}

/** A script that knows how to load each picture: every folder with a drawing is one. */
async function listPictures() {
  const names = (await readdir(pictures)).filter((name) => existsSync(join(pictures, name, "drawing.js")));
  const entries = names.sort().map((name) => `${JSON.stringify(name)}: () => import("picture:${name}")`);
  return { contents: `export const PICTURES = { ${entries.join(", ")} };`, resolveDir: pictures };
}

/** A picture's drawing, which brings its style along. */
function dressPicture(name) {
  const contents = [
    'import { wear } from "../shared/wear.js";',
    'import style from "./style.css";',
    "wear(style);",
    'export * from "./drawing.js";',
  ].join("\n");
  return { contents, resolveDir: join(pictures, name) };
}

/** The packages of which a bundle holds anything. */
function packagesIn({ inputs }) {
  const found = Object.keys(inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(found.filter(Boolean))];
}

/** A first line that says whose work is inside, and where its licences are. */
async function notice(script, packages) {
  if (!packages.length) return Buffer.alloc(0);
  const unknown = packages.filter((name) => !LICENCES[name]);
  if (unknown.length) throw new Error(`${unknown.join(", ")}: name the licence files in make_page_scripts.mjs`);
  const wanted = Object.fromEntries(Object.entries(LICENCES).filter(([name]) => packages.includes(name)));
  const file = publisher.addHashed(`${nameOf(script)}-licences`, "txt", await readLicences(modules, wanted));
  return Buffer.from(`/* Holds ${packages.sort().join(", ")}: see ${file} */\n`);
}
