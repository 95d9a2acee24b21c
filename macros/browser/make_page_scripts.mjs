/**
 * Bundles the scripts of pages: the one that every page starts with, and each part that is loaded on demand.
 *
 * node make_page_scripts.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, which file is which part, and the name of each file, relative to TARGET.
 *
 * Whatever a script asks for with import() becomes a file of its own, with all that it needs inside: a
 * page waits for one answer, and what two parts share is too small to be a third file. So does what it
 * imports as "part:SCRIPT", which is a function that loads the script, once more after it did not come.
 */
import { basename, join, resolve } from "node:path";
import { bundleParts, bundlePictures, notice } from "./page_parts.mjs";
import { bundle, Publisher } from "./publishing.mjs";

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const scripts = join(project, "docs", "assets", "js");
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
  let built;
  const keep = (metafile) => (built = metafile);
  const content = await bundle(modules, script, {
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
    plugins: [partsOnDemand(keep)],
  });
  const head = await notice(publisher, modules, nameOf(script), built);
  return publisher.addHashed(nameOf(script), "js", Buffer.concat([head, content]));
}

/** Name of a part: a picture's folder, or the script's own name. */
function nameOf(script) {
  return basename(script, ".js").replace(/^picture:/, "");
}

/** A script that loads a part; a browser that has failed to load an address may not ask for it again. */
function loaderOf(file) {
  return `
    const address = new URL(${JSON.stringify(`./${file}`)}, import.meta.url).href;
    let tries = 0;
    export const load = () => import(tries++ ? address + "#" + tries : address);
  `;
}

/** What esbuild does not know: parts on demand, and pictures. */
function partsOnDemand(keep) {
  return {
    name: "page-scripts",
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return null;
        const script = path.startsWith("picture:") ? path : resolve(resolveDir, path);
        return { path: `./${await publish(script)}`, external: true };
      });
      bundleParts(build, async (path) => loaderOf(await publish(path)));
      bundlePictures(build, scripts);
      build.onEnd(({ metafile }) => {
        if (metafile) keep(metafile);
      });
    },
  };
}
