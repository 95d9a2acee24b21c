// @ts-check
/** Writes what a session says into the page's places, beside its people and its questions. */
import { agreedInput } from "./session.js";
import { TeamReport } from "./team-report.js";

/** @typedef {import("../engine/client.js").Block} Block */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./asking.js").TeamTool} TeamTool */
/** @typedef {import("./reading.js").Tool} Tool */
/** @typedef {import("./session.js").SessionData} SessionData */

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {string} text
 */
export function tell(root, selector, text) {
  const place = root.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

/**
 * Show only the parts of the page that say something now.
 * @param {HTMLElement} root
 * @param {Record<string, boolean>} shown
 */
export function showParts(root, shown) {
  for (const part of root.querySelectorAll("[data-shown]")) {
    part.toggleAttribute("hidden", !(part instanceof HTMLElement && shown[part.dataset.shown ?? ""]));
  }
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {readonly Block[]} blocks nothing is shown where there are none
 */
export function showReport(root, selector, blocks) {
  const place = root.querySelector(selector);
  if (!(place instanceof TeamReport)) return;
  if (blocks.length) place.show(blocks);
  else place.clear();
}

/**
 * @param {HTMLElement} root
 * @param {SessionData} data
 * @param {Readonly<Record<string, Tool>>} tools
 */
export function showChoice(root, { tool }, tools) {
  const choice = root.querySelector("select[data-tool]");
  if (choice instanceof HTMLSelectElement) choice.value = tool;
  const { address = "", sheet = "" } = tools[tool] ?? {};
  for (const [selector, href] of [["[data-tool-page]", address], ["[data-tool-sheet]", sheet]]) {
    const link = root.querySelector(selector ?? "");
    if (link instanceof HTMLAnchorElement) Object.assign(link, { hidden: !tool, href });
  }
}

/**
 * What is known of the agreed result: whom it is about, in whose name, when.
 * @param {HTMLElement} root
 * @param {SessionData} data
 * @param {Words} words
 */
export function showAbout(root, data, words) {
  const texts = { subject: data.subject, respondent: data.respondent || words.say("by-team"), occasion: data.occasion };
  for (const [name, text] of Object.entries(texts)) {
    const field = root.querySelector(`[data-field="${name}"]`);
    if (field instanceof HTMLInputElement && !field.matches(":focus")) field.value = text;
  }
  const invited = root.querySelector("[data-invited]");
  if (invited instanceof HTMLTextAreaElement && !invited.matches(":focus")) invited.value = data.invited;
}

/**
 * @param {HTMLElement} root
 * @param {readonly string[]} names
 */
export function showSubjects(root, names) {
  root.querySelector("[data-subjects]")?.replaceChildren(...names.map((name) => {
    const option = document.createElement("option");
    option.value = name;
    return option;
  }));
}

/**
 * The facts that a tool asks for beside its questions, each to be ticked by the team.
 * @param {HTMLElement} root
 * @param {SessionData} data
 * @param {TeamTool} tool
 */
export async function showFlags(root, data, tool) {
  const { flags } = await tool.shape();
  const box = root.querySelector("[data-flags]");
  if (!(box instanceof HTMLElement)) return;
  box.hidden = !flags.length;
  for (const line of box.querySelectorAll("label")) line.remove();
  const { language = "" } = document.documentElement.dataset;
  const set = new Set(agreedInput(data).flags);
  for (const { id, label } of flags) {
    const line = document.createElement("label");
    const tick = Object.assign(document.createElement("input"), { type: "checkbox", value: id, checked: set.has(id) });
    line.append(tick, ` ${label[language] ?? id}`);
    box.append(line);
  }
}
