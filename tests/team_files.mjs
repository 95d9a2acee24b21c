/**
 * Reads files as the page of a team does, one after the other.
 *
 * node team_files.mjs NODE_MODULES SCRIPTS TOOL
 * Each line of standard input is a file's text as JSON; each line printed says what it is, why it is refused, whom
 * it has answers of, and whether a session that holds them reads the same.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, scripts, tool] = process.argv.slice(2);
const names = ["team/reading", "team/session", "team/session-file", "store/answer-record"];
const contents = names.map((name) => `export * from "./${name}.js";`).join("");
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { addPerson, newSession, readFile, sideInput, sorted, writeSession } = await import(
  `data:text/javascript;base64,${source}`
);
const MARK = { tool, version: "1.0.0", hash: "h", structure: "s" };
const MOMENT = "2026-01-31T12:00:00.000Z";
const WANTED = {
  tool: "",
  questionnaires: new Set([tool]),
  tools: Object.fromEntries([tool, "ltv"].map((id) => [id, { title: id.toUpperCase(), address: "", kind: "account" }])),
};

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(look(JSON.parse(line)))}\n`);
}

/** What the page would find in a text. */
function look(text) {
  try {
    const found = readFile(text, WANTED);
    if (found.is === "refused") return { is: found.why, who: [], again: true };
    const data = found.is === "session" ? found.session.data : sessionOf(found);
    const again = readFile(writeSession(data, MARK, MOMENT), WANTED);
    const who = data.people.map(({ record }) => record.respondent ?? "");
    const same = again.is === "session" && asData(again.session.data) === asData(data);
    return { is: found.is, who, again: same && sideInput(data, "us") !== undefined };
  } catch (error) {
    return { is: "error", who: [String(error)], again: false };
  }
}

/** A session as its file says it, whatever the order of its keys. */
function asData(data) {
  return sorted(JSON.parse(writeSession(data, MARK, MOMENT)));
}

function sessionOf({ tool: chosen, records }) {
  const data = newSession(chosen);
  for (const record of records) addPerson(data, { file: "a.json", record, match: "same" });
  return data;
}
