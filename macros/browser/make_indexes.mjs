/**
 * Makes the index of search in each language, with the script that pages read it with.
 *
 * node make_indexes.mjs PROJECT NODE_MODULES TARGET < what each index is made from, as JSON
 * Prints, as JSON, the name of each language's index and of each file, relative to TARGET.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Publisher } from "./publishing.mjs";

// A module without a file is named by all that is in it.
process.on("uncaughtException", ({ stack }) => {
  console.error(stack.replaceAll(/data:[^\s)]+(?=:\d+:\d+)/g, script));
  process.exit(1);
});

const [project, , target] = process.argv.slice(2);
const { script, traditional, shared, languages } = JSON.parse(await text(process.stdin));
const { makeIndexFile } = await importScript(join(project, script));
const publisher = new Publisher(target);
const indexes = {};
for (const [language, own] of Object.entries(languages)) {
  const index = JSON.stringify(makeIndexFile({ traditional, ...shared, ...own }));
  indexes[language] = publisher.addHashed(`search-${language}`, "json", index);
}
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ indexes, files }));

/** Node takes a file for a module by its ending, and ours ends as servers like it. */
async function importScript(path) {
  const source = await readFile(path, "base64");
  return import(`data:text/javascript;base64,${source}`);
}
