/**
 * Cuts texts into words as the page does, and tells what MiniSearch makes of an index.
 *
 * node search_words.mjs WORDS_JS MINISEARCH INDEX_JSON < texts, one JSON text a line
 * Prints, as JSON, for each text its words and groups and how it reads without slips, which documents MiniSearch
 * finds for two words, and how many words it knows.
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [script, library, index] = process.argv.slice(2);
const address = pathToFileURL(script).href;
const { SearchWords } = await import(address);
const { Spelling } = await import(new URL("spelling.js", address).href);
const { default: MiniSearch } = await import(pathToFileURL(library).href);
const file = JSON.parse(await readFile(index, "utf8"));
const words = new SearchWords(file);
const spelling = new Spelling(new Map(file.index.index.map(([word]) => [word, 1])), []);
const cut = [];
const mended = [];
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  cut.push([words.words(text), words.groups(text)]);
  mended.push(words.mended(text, (word) => spelling.mend(word)));
}
const fields = Object.keys(file.index.fieldIds);
const search = MiniSearch.loadJS(file.index, { fields, tokenize: (text) => [text], processTerm: (term) => term });
const found = Object.fromEntries(["trust", "信任"].map((word) => [word, search.search(word).map(({ id }) => id)]));
process.stdout.write(JSON.stringify({ cut, mended, found, terms: search.termCount }));
