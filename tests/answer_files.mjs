/**
 * Reads files of answers as the page does, one after the other.
 *
 * node answer_files.mjs NODE_MODULES SCRIPTS TOOL
 * Each line of standard input is a file's text as JSON; each line printed says what it is, and whether
 * what was written of it reads the same.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, scripts, tool] = process.argv.slice(2);
const names = ["answer-file", "answer-record"];
const contents = names.map((name) => `export * from "./store/${name}.js";`).join("");
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { countAnswers, readAnswers, sameAnswers, saysNothing, writeAnswers } = await import(
  `data:text/javascript;base64,${source}`
);

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(look(JSON.parse(line)))}\n`);
}

/** What the page would find in a text. */
function look(text) {
  try {
    const content = readAnswers(text, tool);
    const ends = content.is !== "answers" || isWhole(content.record);
    return { is: content.is, places: content.places ?? [], ends };
  } catch (error) {
    return { is: "error", places: [String(error)], ends: false };
  }
}

/** Whether a record survives being written, counted and read. */
function isWhole(record) {
  const again = readAnswers(writeAnswers(record, null), tool);
  return countAnswers(record.input) >= 0 && saysNothing(record) !== undefined && sameAnswers(record, again.record) &&
    JSON.stringify(again.record) === JSON.stringify(record);
}
