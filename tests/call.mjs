/**
 * Calls a function of one of the page's scripts that knows no page.
 *
 * node call.mjs NODE_MODULES SCRIPT FUNCTION < [[argument, …], …]
 * Prints, as JSON, what it returns for each list of arguments.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const [modules, script, name] = process.argv.slice(2);
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({ entryPoints: [script], bundle: true, format: "esm", write: false });
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const made = await import(`data:text/javascript;base64,${source}`);
const asked = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(asked.map((given) => made[name](...given))));
