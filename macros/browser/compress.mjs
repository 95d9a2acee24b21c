/**
 * Puts beside each file of a site its Brotli and gzip twins, for servers that send what is ready made.
 *
 * node compress.mjs SITE CACHE
 * CACHE keeps each twin under the hash of the content, so that a file that stays as it is is compressed once.
 * Prints, as JSON, how many files have twins, how many twins had to be made, and the bytes of files and twins.
 */
import { copyFile, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { exists, hash, write } from "./publishing.mjs";

/** What holds text or is packed without compression; a server sends all else as it is. */
const COMPRESSED = /\.(?:css|csv|html|js|json|map|md|mjs|svg|txt|wasm|xml|zip)$/;
/** Bytes; a smaller file travels in one packet anyway. */
const SMALLEST = 500;
/** Of Brotli. A page changes with each build: the last step takes three times as long as all before it, for 2 %. */
const [QUICK, BEST] = [10, 11];
/** How many files are in memory at once. */
const WORKERS = 4;
const COMPRESS = {
  br: (content, quality) => promisify(brotliCompress)(content, { params: settings(content, quality) }),
  gz: (content) => promisify(gzip)(content, { level: 9 }),
};

const [site, cache] = process.argv.slice(2);
/** @type {Map<string, Promise<string>>} name in the cache -> the path, when it is there */
const twins = new Map();
const sums = { files: 0, made: 0, plain: 0, br: 0, gz: 0 };
await mkdir(cache, { recursive: true });
const names = (await readdir(site, { recursive: true })).filter((name) => COMPRESSED.test(name));
await Promise.all(Array.from({ length: WORKERS }, work));
for (const name of await readdir(cache)) if (!twins.has(name)) await rm(join(cache, name));
process.stdout.write(JSON.stringify(sums));

async function work() {
  for (let name = names.pop(); name !== undefined; name = names.pop()) await addTwins(join(site, name));
}

async function addTwins(path) {
  const content = await readFile(path);
  if (content.length < SMALLEST) return;
  const quality = path.endsWith(".html") ? QUICK : BEST;
  const key = `${hash(content)}-${quality}`;
  sums.files += 1;
  sums.plain += content.length;
  for (const ending of Object.keys(COMPRESS)) {
    const twin = await cached(`${key}.${ending}`, () => COMPRESS[ending](content, quality));
    const { size } = await stat(twin);
    if (size >= content.length) continue;
    await copyFile(twin, `${path}.${ending}`);
    sums[ending] += size;
  }
}

/** The path of a twin in the cache, made where it is missing; files of one content share it. */
function cached(name, make) {
  if (!twins.has(name)) twins.set(name, fetched(name, make));
  return twins.get(name);
}

async function fetched(name, make) {
  const path = join(cache, name);
  if (!(await exists(path))) {
    sums.made += 1;
    await write(path, await make());
  }
  return path;
}

/** As much as Brotli can do without a window that some browsers refuse. */
function settings(content, quality) {
  return {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
}
