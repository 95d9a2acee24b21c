/**
 * Makes an index of search, cuts texts and finds what is typed, without a browser.
 *
 * node search.mjs NODE_MODULES SCRIPTS < { order, texts } or { file, texts }, as JSON
 * Prints, as JSON, the file of the index, how many words MiniSearch reads from it, and for each text its words and
 * groups, how it reads without slips, what is found, and the title that is found first, cut where it fits.
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
const parts = ["search", "words", "spelling", "fields"].map((name) => `export * from "./${name}.js";`);
const contents = `${parts.join("")} export { default as MiniSearch } from "minisearch";`;
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", nodePaths: [modules], write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { INDEX, makeIndexFile, MiniSearch, SearchEngine, SearchWords, Spelling } = await import(
  `data:text/javascript;base64,${source}`
);

const { order, texts, ...given } = JSON.parse(await text(process.stdin));
// What a page reads has been text.
const file = given.file ?? JSON.parse(JSON.stringify(makeIndexFile(order)));
const engine = new SearchEngine(file);
const words = new SearchWords(file);
const spelling = new Spelling(new Map(file.index.index.map(([word]) => [word, 1])), [], words.stem);
const answers = texts.map((typed) => {
  const found = engine.find(typed, 8);
  return {
    words: words.words(typed),
    groups: words.groups(typed),
    mended: words.mended(typed, (word) => spelling.mend(word)),
    found: found.map(({ address }) => address),
    marked: found.slice(0, 1).flatMap(({ title }) => engine.parts(title, typed).filter(([, is]) => is).map(([part]) => part)),
  };
});
process.stdout.write(JSON.stringify({ file, terms: MiniSearch.loadJS(file.index, INDEX).termCount, answers }));
