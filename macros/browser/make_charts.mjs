/**
 * Bundles what draws charts with the parts of the charting library that it uses.
 *
 * node make_charts.mjs PROJECT NODE_MODULES TARGET
 * Prints, as JSON, the name of the script and of each file, relative to TARGET.
 */
import { join } from "node:path";
import { bundle, Publisher, readLicences } from "./publishing.mjs";

/** Package -> the files that its licence wants to travel with it. */
const LICENCES = {
  echarts: ["LICENSE", "NOTICE", "licenses/LICENSE-d3"],
  zrender: ["LICENSE"],
  tslib: ["LICENSE.txt"],
};

const [project, modules, target] = process.argv.slice(2);
const publisher = new Publisher(target);
const licences = publisher.addHashed("charts-licences", "txt", await readLicences(modules, LICENCES));
const source = join(project, "docs", "assets", "js", "pictures", "charts", "charts.js");
const banner = { js: `/* Holds Apache ECharts, zrender and tslib: see ${licences} */` };
const define = { "process.env.NODE_ENV": '"production"' };
const script = publisher.addHashed("charts", "js", await bundle(modules, source, { banner, define }));
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ script, files }));
