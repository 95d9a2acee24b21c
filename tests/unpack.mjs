/**
 * Tells which twins do not hold what their files hold.
 *
 * node unpack.mjs < [file, …], as JSON
 * Prints, as JSON, the path of each twin that is missing or holds something else.
 */
import { existsSync, readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const UNPACK = { br: brotliDecompressSync, gz: gunzipSync };
const wrong = [];
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  const content = readFileSync(file);
  for (const [ending, unpack] of Object.entries(UNPACK)) {
    const twin = `${file}.${ending}`;
    if (!existsSync(twin) || !unpack(readFileSync(twin)).equals(content)) wrong.push(twin);
  }
}
process.stdout.write(JSON.stringify(wrong));
