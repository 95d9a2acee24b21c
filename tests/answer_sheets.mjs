/**
 * Opens answer sheets as the page does, one after the other.
 *
 * node answer_sheets.mjs NODE_MODULES SCRIPTS
 * Each line of standard input is {"path": workbook, "definition": the tool's, "choices": words of every language} as
 * JSON; each line printed is the file of answers that it holds, and what is told of its cells: key and values.
 */
import { createRequire } from "node:module";
import { openAsBlob } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, scripts] = process.argv.slice(2);
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const entry = join(scripts, "sheets", "answer-sheet.js");
const built = await esbuild.build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { openSheet } = await import(`data:text/javascript;base64,${source}`);
const marks = { decimal: ".", group: ",", groupedFrom: 10_000, percent: "", multiples: [{ word: "万", zeros: 4 }] };
const words = { say: (key, values = {}) => JSON.stringify({ key, ...values }) };

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await look(JSON.parse(line)))}\n`);
}

/** What the page would find in a workbook. */
async function look({ path, definition, choices }) {
  const definitionOf = async (tool) => (tool === definition.id ? definition : null);
  try {
    const { text, told } = await openSheet(await openAsBlob(path), { definitionOf, marks, choices, words });
    return { answers: text ? JSON.parse(text) : null, told: told.map((said) => JSON.parse(said)) };
  } catch (error) {
    return { error: String(error), told: [] };
  }
}
