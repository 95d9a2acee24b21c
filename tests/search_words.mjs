/**
 * Cuts texts into words as the page does, and tells what MiniSearch makes of an index.
 *
 * node search_words.mjs WORDS_JS MINISEARCH INDEX_JSON < texts, one JSON text a line
 * Prints, as JSON, for each text its words and groups, and for each document what MiniSearch knows of it.
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [script, library, index] = process.argv.slice(2);
const { SearchWords } = await import(pathToFileURL(script).href);
const { default: MiniSearch } = await import(pathToFileURL(library).href);
const file = JSON.parse(await readFile(index, "utf8"));
const words = new SearchWords(file);
const cut = [];
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  cut.push([words.words(text), words.groups(text)]);
}
const fields = Object.keys(file.index.fieldIds);
const search = MiniSearch.loadJS(file.index, { fields, tokenize: (text) => [text], processTerm: (term) => term });
const found = Object.fromEntries(["trust", "信任"].map((word) => [word, search.search(word).map(({ id }) => id)]));
process.stdout.write(JSON.stringify({ cut, found, terms: search.termCount }));
