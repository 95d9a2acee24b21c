/**
 * Bundles the script of the first page of a package, a classic one: learning systems know no modules.
 *
 * node make_launcher.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of the script and of each file, relative to TARGET.
 */
import { join } from "node:path";
import { bundle, Publisher } from "./publishing.mjs";

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const source = join(project, "docs", "assets", "js", "launcher", "launcher.js");
const script = publisher.addHashed("launcher", "js", await bundle(modules, source, { format: "iife" }));
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ script, files }));
