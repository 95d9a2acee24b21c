/**
 * Draws the icons of the site: its mark on a ground, small enough that a system may cut the corners round.
 *
 * node make_icons.mjs PROJECT NODE_MODULES TARGET < {mark, ground, sizes}, as JSON
 * Prints, as JSON, size -> file, and all files, relative to TARGET. WebAssembly draws, so the bytes are the same
 * everywhere.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Publisher } from "./publishing.mjs";

/** Of the mark's own 40: what is empty around it. */
const MARGIN = 13;

const [, modules, target] = process.argv.slice(2);
const { mark, ground, sizes } = JSON.parse(await text(process.stdin));
const required = createRequire(join(modules, "index.js"));
const resvg = required("@resvg/resvg-wasm");
await resvg.initWasm(await readFile(required.resolve("@resvg/resvg-wasm/index_bg.wasm")));
const publisher = new Publisher(target);
const edge = 40 + 2 * MARGIN;
const inner = mark.replace("<svg ", `<svg x="${MARGIN}" y="${MARGIN}" width="40" height="40" `);
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}">
  <rect width="${edge}" height="${edge}" fill="${ground}"/>${inner}</svg>`;
const icons = {};
for (const size of sizes) {
  const image = new resvg.Resvg(drawing, { fitTo: { mode: "width", value: size }, font: { loadSystemFonts: false } });
  icons[size] = publisher.addHashed(`icon-${size}`, "png", Buffer.from(image.render().asPng()));
}
const files = await publisher.finish();
process.stdout.write(JSON.stringify({ icons, files }));
