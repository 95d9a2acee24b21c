/**
 * Bundles what makes and reads an index of search, and reads the table of traditional characters.
 *
 * node make_search.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of the script and of each file, relative to TARGET, and the table.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle, Publisher, readLicences } from "./publishing.mjs";

/** Package -> the files that its licence wants to travel with it. */
const LICENCES = {
  minisearch: ["LICENSE.txt"],
  "opencc-js": ["LICENSE", "THIRD_PARTY_LICENSES.md", "LICENSES/Apache-2.0.txt"],
};

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const licences = publisher.addHashed("search-licences", "txt", await readLicences(modules, LICENCES));
const source = join(project, "docs", "assets", "js", "search", "search.js");
const banner = { js: `/* Holds MiniSearch; the index holds characters of OpenCC: see ${licences} */` };
const script = publisher.addHashed("search", "js", await bundle(modules, source, { banner }));
const traditional = await readTraditional();
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ script, files, traditional }));

/** Traditional character -> the simplified one that OpenCC writes for it. */
async function readTraditional() {
  const path = createRequire(join(modules, "index.js")).resolve("opencc-js/dict/TSCharacters");
  const { default: table } = await import(pathToFileURL(path).href);
  const pairs = table.split("|").map((entry) => entry.split(" "));
  return Object.fromEntries(pairs.filter(([old, plain]) => plain && [...plain][0] !== old));
}
