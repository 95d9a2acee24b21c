/**
 * Drives one Firefox, over WebDriver BiDi, by what it is told.
 *
 * node firefox.mjs NODE_MODULES FIREFOX DOWNLOADS
 * Each line that it reads is a deed as JSON, { deed, … }; for each it prints a line of JSON: what came of it as
 * { value }, or { error }. `faults` lists what has gone wrong on pages of the visit since it was asked last.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [modules, executablePath, downloads] = process.argv.slice(2);
const entry = createRequire(join(modules, "index.js")).resolve("puppeteer-core");
const { default: puppeteer } = await import(pathToFileURL(entry).href);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath,
  extraPrefsFirefox: { "browser.download.dir": downloads, "browser.download.folderList": 2 },
});
/** @type {import("puppeteer-core").BrowserContext | undefined} */
let context;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {string[]} */
const faults = [];

const call = (script, given) => `(${script})(${JSON.stringify(given)})`;
const deeds = {
  /** Begin a visit without a past. */
  async visit() {
    await context?.close();
    context = await browser.createBrowserContext();
    page = await context.newPage();
    faults.length = 0;
    page.on("pageerror", (error) => faults.push(String(error)));
  },
  goto: async ({ address }) => void (await page.goto(address)),
  reload: async () => void (await page.reload()),
  size: ({ width, height }) => page.setViewport({ width, height }),
  press: ({ key }) => page.keyboard.press(key),
  type: ({ text }) => page.keyboard.type(text),
  run: ({ script, given }) => page.evaluate(call(script, given)),
  wait: async ({ script, given, timeout }) =>
    void (await page.waitForFunction(call(script, given), { timeout, polling: 50 })),
  faults: () => faults.splice(0),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { deed, ...given } = JSON.parse(line);
  /** @type {object} */
  let said;
  try {
    said = { value: (await deeds[deed](given)) ?? null };
  } catch (error) {
    said = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
await browser.close();
