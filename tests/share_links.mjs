/**
 * Makes and reads links with answers as the page does, one request after the other.
 *
 * node share_links.mjs NODE_MODULES SCRIPTS
 * Each line of standard input is a request as JSON, each line printed its answer:
 * {"write": shared} -> {"link"}; {"read": text, "tool"} -> {"shared"} or {"code"};
 * {"definition", "input"} -> what stays of the input where no name does: {"input", "names"}.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, scripts] = process.argv.slice(2);
const names = ["share-link", "unnamed-answers"];
const contents = names.map((name) => `export * from "./store/${name}.js";`).join("");
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { LinkError, readLink, withoutNames, writeLink } = await import(`data:text/javascript;base64,${source}`);

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}

/** What the page would make of a request. */
async function answer({ write, read, tool, definition, input }) {
  try {
    if (write) return { link: await writeLink("https://playbook.example/a/tool/", write) };
    if (definition) return withoutNames(definition, input);
    return { shared: await readLink(read, tool) };
  } catch (error) {
    return error instanceof LinkError ? { code: error.code } : { fault: String(error) };
  }
}
