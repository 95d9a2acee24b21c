/**
 * Bundles the two scripts that may stand at the address of the worker for times without a network.
 *
 * node make_offline_workers.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of each script and of each file, relative to TARGET.
 */
import { join } from "node:path";
import { bundle, Publisher } from "./publishing.mjs";

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const folder = join(project, "docs", "assets", "js", "offline", "worker");
const made = {};
for (const name of ["worker", "removal"]) {
  made[name] = publisher.addHashed(name, "js", await bundle(modules, join(folder, `${name}.js`), { format: "iife" }));
}
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ ...made, files }));
