/**
 * Says what a chart asks of its library, without a browser and without the library.
 *
 * node charts.mjs NODE_MODULES SCRIPT FUNCTION < [[argument, …], …]
 * A place gets what measures text; "measure" stands for what measures text of ten pixels.
 * Every character counts as half as wide as it is high, a Chinese one as wide.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, script, name] = process.argv.slice(2);
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({ entryPoints: [script], bundle: true, format: "esm", write: false });
const made = await import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`);

const measure = {
  family: "sans",
  width: (text, size) => [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? size : size / 2), 0),
};
function completed(argument) {
  if (argument === "measure") return (text) => measure.width(text, 10);
  return argument?.language ? { ...argument, measure } : argument;
}

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map((given) => made[name](...given.map(completed)))));
