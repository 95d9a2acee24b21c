/**
 * Makes an index of search, cuts texts and finds what is typed, without a browser.
 *
 * node search.mjs NODE_MODULES SCRIPTS < { order, texts, sizes } or { file, texts, sizes }, as JSON
 * With sizes, the index is read in parts that are as large at most. Prints, as JSON, the file of the index, how many
 * words MiniSearch reads from it, the files that stand beside the first, and for each text its words and groups, what
 * is found, cut where it fits, and which files were read for it.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

// A module without a file is named by all that is in it.
process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const [modules, scripts] = process.argv.slice(2);
const parts = ["search", "words", "fields"].map((name) => `export * from "./${name}.js";`);
const contents = `${parts.join("")} export { default as MiniSearch } from "minisearch";`;
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", nodePaths: [modules], write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { firstFile, INDEX, makeIndexFile, MiniSearch, SearchEngine, SearchWords } = await import(
  `data:text/javascript;base64,${source}`
);

const { order, texts, sizes, ...given } = JSON.parse(await text(process.stdin));
const made = given.file ?? makeIndexFile(order);
const beside = {};
const first = sizes ? firstFile(made, addBeside, sizes) : JSON.stringify(made);
// What a page reads has been text.
const file = JSON.parse(first);
const read = [];
const engine = new SearchEngine(file, async (name) => {
  read.push(name);
  return beside[name];
});
const words = new SearchWords(file);
const answers = [];
for (const typed of texts) {
  read.length = 0;
  const { results, cut } = await engine.find(typed, 8);
  answers.push({
    words: words.words(typed),
    groups: words.groups(typed),
    found: results.map(({ address }) => address),
    results: results.map((result) => ({ ...result, title: cut(result.title), note: cut(result.note) })),
    read: [...read],
  });
}
process.stdout.write(JSON.stringify({ file, beside, terms: MiniSearch.loadJS(file.index, INDEX).termCount, answers }));

function addBeside(name, content) {
  const own = `${name}-${Object.keys(beside).length}.json`;
  beside[own] = content;
  return own;
}
