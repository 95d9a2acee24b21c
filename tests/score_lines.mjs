/**
 * Answers requests to the engine, one JSON text a line, as score_lines.py does, but in the worker that pages use.
 *
 * node score_lines.mjs WORKER [FRAGMENT] < requests
 * A line for another door is an object: {"text", "door", "file": its bytes in base64}.
 * Node plays a browser's worker; a worker that cannot start as it is asked to does not start at all.
 */
import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { copyFile, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [worker, fragment = ""] = process.argv.slice(2);
const place = pathToFileURL(worker);
/** @type {Map<number, (text: string) => void>} */
const waiting = new Map();
let listen = () => undefined;
// So Pyodide takes Node for a browser.
Object.assign(process, { browser: true, type: "renderer" });
Object.assign(globalThis, {
  WorkerGlobalScope: class {
    static [Symbol.hasInstance] = () => true;
  },
  addEventListener: (_, heard) => (listen = heard),
  fetch: readFromDisk,
  location: new URL(fragment, place),
  postMessage: hear,
  self: globalThis,
  XMLHttpRequest: class {
    open(_, address) {
      this.place = beside(address);
    }
    send() {
      Object.assign(this, { status: 200, response: readFileSync(this.place) });
      console.error("A function is called that the primary module lacks.");
    }
  },
});
console.warn = (...words) => fail(words.join(" "));

// Node takes a file for a module by its ending.
const folder = await mkdtemp(join(tmpdir(), "playbook-worker-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const copy = join(folder, "worker.mjs");
await copyFile(worker, copy);
await import(pathToFileURL(copy).href + fragment);
let id = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const answer = new Promise((resolve) => waiting.set(++id, resolve));
  const { text = "", door, file } = asObject(JSON.parse(line));
  listen({ data: { id, text, ...(door && { door }), ...(file && { bytes: new Uint8Array(Buffer.from(file, "base64")) }) } });
  process.stdout.write(`${JSON.stringify(await answer)}\n`);
}
// Pyodide would wait for more.
process.stdout.write("", () => process.exit());

function asObject(line) {
  return typeof line === "string" ? { text: line } : line;
}

/** Where a file of the runtime lies, of which the copied worker says that it lies beside the copy. */
function beside(address) {
  const { href } = new URL(address);
  return new URL(href.slice(pathToFileURL(folder).href.length + 1), place);
}

/** A file beside the worker, as a server would send it. */
async function readFromDisk(address, { integrity } = {}) {
  const file = beside(address);
  const content = await readFile(file);
  const found = `sha256-${createHash("sha256").update(content).digest("base64")}`;
  if (integrity && integrity !== found) fail(`${file} is ${found}, not ${integrity}`);
  const type = file.pathname.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(content, { headers: { "Content-Type": type } });
}

function hear({ id: answered, text, failed }) {
  if (failed !== undefined) fail(failed);
  waiting.get(answered)?.(text);
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
