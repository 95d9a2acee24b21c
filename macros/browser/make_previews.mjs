/**
 * Draws the pictures that other programs show beside a link, each once: one that is there already is not drawn anew.
 *
 * node make_previews.mjs PROJECT NODE_MODULES TARGET < {mark, colours, previews: {name: preview}}, as JSON
 * Prints, as JSON, the file of each preview that the font can write, and all files, relative to TARGET. WebAssembly draws, and nothing of the
 * machine comes in, neither its fonts nor its marks of numbers, so the bytes are the same everywhere.
 */
import { readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { drawing, SIZE } from "./preview_drawing.mjs";
import { typesetter, UnknownCharacter } from "./preview_text.mjs";
import { hash, Publisher } from "./publishing.mjs";

const [, modules, target] = process.argv.slice(2);
const { mark, colours, previews } = JSON.parse(await text(process.stdin));
const publisher = new Publisher(target);
const named = {};
const files = [];
let renderer = null;
for (const [name, preview] of Object.entries(previews)) {
  const file = `${name}-${hash(JSON.stringify([mark, colours, preview]))}.png`;
  if (!await isThere(join(target, file)) && !await draw(file, preview)) continue;
  named[name] = file;
  files.push(file);
}
await publisher.finish();
process.stdout.write(JSON.stringify({ named, files: files.sort() }));

/** Draw a preview, unless the font lacks a character of it: no picture is better than one with holes. */
async function draw(file, preview) {
  renderer ??= await startRenderer();
  try {
    publisher.add(file, renderer(preview));
    return true;
  } catch (error) {
    if (!(error instanceof UnknownCharacter)) throw error;
    return false;
  }
}

async function startRenderer() {
  const required = createRequire(join(modules, "index.js"));
  const resvg = required("@resvg/resvg-wasm");
  await resvg.initWasm(await readFile(required.resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const set = await typesetter(modules);
  return (preview) => {
    const image = new resvg.Resvg(drawing(preview, colours, set()), {
      fitTo: { mode: "width", value: SIZE.width },
      font: { loadSystemFonts: false },
    });
    // What WebAssembly holds, nobody else frees.
    const drawn = image.render();
    const png = drawn.asPng();
    drawn.free();
    image.free();
    return png;
  };
}

async function isThere(path) {
  return stat(path).then(() => true, () => false);
}
