/**
 * Makes the calendar of one small course as its page does, one plan after the other.
 *
 * node appointments.mjs NODE_MODULES SCRIPTS
 * Each line of standard input is a plan as JSON; each line printed has its events, and the file.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";

const [modules, scripts] = process.argv.slice(2);
const names = ["course/appointments", "actions/calendar"];
const contents = names.map((name) => `export * from "./${name}.js";`).join("");
const esbuild = createRequire(join(modules, "index.js"))("esbuild");
const built = await esbuild.build({
  stdin: { contents, resolveDir: scripts }, bundle: true, format: "esm", write: false,
});
const source = Buffer.from(built.outputFiles[0].contents).toString("base64");
const { appointments, writeCalendar } = await import(`data:text/javascript;base64,${source}`);

const SESSIONS = [
  { id: "opening", day: 1, from: 0, over: 45, title: "Opening", text: "Talk" },
  { id: "closing", day: 2, from: 60, over: 90, title: "Closing", text: "Talk" },
];
const STEPS = [{ id: "ask", day: 30, text: "Ask" }];
const SHARED = {
  course: "one-day", site: "book", address: "https://example.org/c/one-day/",
  titleOf: ({ title }) => title, titleOfStep: ({ day }) => `after ${day}`,
};

for await (const line of createInterface({ input: process.stdin })) {
  const plan = { ...SHARED, ...JSON.parse(line) };
  const events = appointments(SESSIONS, STEPS, plan);
  const file = writeCalendar(events, plan.site, plan.now);
  process.stdout.write(`${JSON.stringify({ events, file })}\n`);
}
