/**
 * Makes the index of search in one language, with the script that pages read it with.
 *
 * node make_index.mjs PROJECT NODE_MODULES TARGET < what the index is made from, as JSON
 * Prints, as JSON, the name of the index and of each file, its parts among them, relative to TARGET.
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
const { script, language, ...order } = JSON.parse(await text(process.stdin));
const { firstFile, makeIndexFile } = await importScript(join(project, script));
const publisher = new Publisher(target);
const add = (name, text) => publisher.addHashed(`search-${language}-${name}`, "json", text);
const index = publisher.addHashed(`search-${language}`, "json", firstFile(makeIndexFile(order), add));
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ index, files }));

/** Node takes a file for a module by its ending, and ours ends as servers like it. */
async function importScript(path) {
  const source = await readFile(path, "base64");
  return import(`data:text/javascript;base64,${source}`);
}
