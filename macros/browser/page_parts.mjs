/** What the scripts of pages are bundled with: parts on demand, pictures with their styles, and whose work is inside. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readLicences } from "./publishing.mjs";

/** Package -> the files that its licence wants to travel with it. */
const LICENCES = {
  echarts: ["LICENSE", "NOTICE", "licenses/LICENSE-d3"],
  idb: ["LICENSE"],
  "lean-qr": ["LICENSE"],
  zrender: ["LICENSE"],
  tslib: ["LICENSE.txt"],
};

/**
 * Teach a build of esbuild what "part:SCRIPT" is: a script whose load() brings another one.
 * @param {import("esbuild").PluginBuild} build
 * @param {(script: string) => string | Promise<string>} contentsOf what that script says
 */
export function bundleParts(build, contentsOf) {
  build.onResolve({ filter: /^part:/ }, ({ path, resolveDir }) => (
    { path: join(resolveDir, path.slice("part:".length)), namespace: "part" }
  ));
  build.onLoad({ filter: /./, namespace: "part" }, async ({ path }) => (
    { contents: await contentsOf(path), resolveDir: dirname(path) }
  ));
}

/**
 * Teach a build of esbuild the list of all pictures, and a picture with its style.
 * @param {import("esbuild").PluginBuild} build
 * @param {string} scripts the folder docs/assets/js
 */
export function bundlePictures(build, scripts) {
  const pictures = join(scripts, "pictures");
  build.onResolve({ filter: /^playbook:pictures$/ }, ({ path }) => ({ path, namespace: "pictures" }));
  build.onResolve({ filter: /^picture:/ }, ({ path }) => ({ path: path.slice("picture:".length), namespace: "picture" }));
  build.onLoad({ filter: /./, namespace: "pictures" }, () => listPictures(pictures));
  build.onLoad({ filter: /./, namespace: "picture" }, ({ path }) => dressPicture(join(pictures, path)));
  build.onLoad({ filter: /pictures[\\/][\w-]+[\\/]style\.css$/ }, async ({ path }) => {
    const { code } = await build.esbuild.transform(await readFile(path, "utf8"), { loader: "css", minify: true });
    return { contents: code.trim(), loader: "text" };
  });
}

/** A script that knows how to load each picture: every folder with a drawing is one. */
async function listPictures(pictures) {
  const names = (await readdir(pictures)).filter((name) => existsSync(join(pictures, name, "drawing.js")));
  const entries = names.sort().map((name) => `${JSON.stringify(name)}: () => import("picture:${name}")`);
  return { contents: `export const PICTURES = { ${entries.join(", ")} };`, resolveDir: pictures };
}

/** A picture's drawing, which brings its style along. */
function dressPicture(folder) {
  const contents = [
    'import { wear } from "../shared/wear.js";',
    'import style from "./style.css";',
    "wear(style);",
    'export * from "./drawing.js";',
  ].join("\n");
  return { contents, resolveDir: folder };
}

/**
 * The first line of a script, which says whose work is inside, and where its licences are.
 * @param {import("./publishing.mjs").Publisher} publisher gets the file of the licences
 * @param {string} modules the folder node_modules
 * @param {string} name of the script
 * @param {import("esbuild").Metafile} metafile of its build
 */
export async function notice(publisher, modules, name, metafile) {
  const packages = packagesIn(metafile);
  if (!packages.length) return Buffer.alloc(0);
  const unknown = packages.filter((each) => !LICENCES[each]);
  if (unknown.length) throw new Error(`${unknown.join(", ")}: name the licence files in page_parts.mjs`);
  const wanted = Object.fromEntries(Object.entries(LICENCES).filter(([each]) => packages.includes(each)));
  const file = publisher.addHashed(`${name}-licences`, "txt", await readLicences(modules, wanted));
  return Buffer.from(`/* Holds ${packages.sort().join(", ")}: see ${file} */\n`);
}

/** The packages of which a bundle holds anything. */
function packagesIn({ inputs }) {
  const found = Object.keys(inputs).map((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]);
  return [...new Set(found.filter(Boolean))];
}
