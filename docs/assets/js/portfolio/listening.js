// @ts-check
/** What a reader does on the page of a list, and which act answers it. */
import { askForFile } from "../elements/download.js";
import { focusFirstOf, isFocusLost } from "../elements/focus.js";
import { oneAct } from "../elements/one-act.js";
import { MAP_FILES, saveMap, takeMap } from "./map-file.js";
import { showRatio } from "./splitting.js";

/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

const FILES = ".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Acts that do not wait for what goes on; a reader who leaves the choice of a file may tell nobody. */
const AT_ONCE = new Set(["cancel", "sort", "file", "earlier", "take-map"]);

/**
 * @param {PortfolioList} page
 * @param {AbortSignal} signal ends what listens
 */
export function listenTo(page, signal) {
  let once = oneAct();
  page.addEventListener("click", ({ target }) => {
    const pressed = target instanceof Element ? target.closest("[data-act]") : null;
    if (!(pressed instanceof HTMLElement)) return;
    const act = actOf(page, pressed);
    // What is stopped may take a moment to end, and nothing else waits for that.
    if (pressed.dataset.act === "cancel") once = oneAct();
    if (AT_ONCE.has(pressed.dataset.act ?? "")) void act?.();
    else void once(act).then(() => isFocusLost() && goOn(page));
  }, { signal });
  page.addEventListener("change", ({ target }) => target instanceof HTMLElement && change(page, target), { signal });
  page.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches("[data-find]")) page.see({ find: target.value });
  }, { signal });
  listenToDrops(page, signal);
}

/**
 * @param {PortfolioList} page
 * @param {AbortSignal} signal
 */
function listenToDrops(page, signal) {
  const drop = page.querySelector("[data-drop]");
  page.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop?.toggleAttribute("data-over", true);
  }, { signal });
  page.addEventListener("dragleave", () => drop?.removeAttribute("data-over"), { signal });
  page.addEventListener("drop", (event) => {
    event.preventDefault();
    drop?.removeAttribute("data-over");
    const [file] = event.dataTransfer?.files ?? [];
    const isEarlier = event.target instanceof Element && event.target.closest("[data-earlier]");
    if (file) void (isEarlier ? page.comparing.take(file) : page.take(file));
  }, { signal });
}

/**
 * @param {PortfolioList} page
 * @param {HTMLElement} pressed
 * @returns {(() => unknown) | undefined}
 */
function actOf(page, pressed) {
  const { dataset } = pressed;
  /** @type {Record<string, () => unknown>} */
  const acts = {
    file: async () => page.take(await askForFile(FILES)),
    paste: () => page.paste(),
    sample: () => page.showSample(),
    clear: () => page.clear(),
    undo: () => page.undo(),
    template: () => page.giving.giveTemplate(),
    earlier: async () => page.comparing.take(await askForFile(FILES)),
    "save-map": () => saveMap(page),
    "take-map": async () => takeMap(page, await askForFile(MAP_FILES)),
    score: () => page.score(),
    cancel: () => page.stop(),
    sort: () => page.sortBy(dataset.sort ?? ""),
    account: () => page.overriding.showAccount(Number(dataset.place)),
    write: () => page.giving.give({ act: "write", ending: dataset.ending ?? "", keep: page.kept }, dataset.ending ?? ""),
    "what-if": () => page.trying.whatIf(),
    "own-settings": () => page.trying.own(),
    proposal: () => page.trying.propose(),
    split: () => page.trying.split(),
    bubbles: () => page.picture.draw(),
    keep: () => page.keeping.keep(),
    board: () => page.board.print(),
    problems: () => page.giving.give({ act: "problems" }, ".csv"),
    moves: () => page.giving.give({ act: "moves" }, ".csv"),
  };
  return acts[dataset.act ?? ""];
}

/** @param {PortfolioList} page */
function goOn(page) {
  focusFirstOf([page.querySelector('[id="portfolio.columns"]'), page.querySelector('[data-act="undo"]'), page.querySelector("[data-tool]")]);
}

/**
 * @param {PortfolioList} page
 * @param {HTMLElement} field
 */
function change(page, field) {
  if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement)) return;
  if (field.matches("[data-tool]")) return void page.choose(field.value);
  if (field.matches("[data-sheet]")) return void page.open({ sheet: field.value });
  if (field.matches("[data-separator]")) return void page.open({ separator: field.value });
  if (field.matches("[data-only]")) return page.see({ only: field.value });
  if (field.matches("[data-size], [data-size-decimal]")) return void page.sizing.pick();
  if (field.matches("[data-across], [data-up]")) return page.picture.forget();
  if (field.matches("[data-preset]")) return showRatio(page);
  const row = field.closest(".portfolio-map tr");
  if (row instanceof HTMLElement) page.mapped(row, field);
}
