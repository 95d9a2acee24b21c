// @ts-check
/** Keeps a list on this device where the reader asks for it, and opens one that was kept. */
import { storeOf } from "../store/answer-store.js";
import { randomId } from "../store/subjects.js";
import { NOTHING_SCORED, firstView, newWork, visit } from "./visit.js";

/** @typedef {import("../store/list-store.js").WithFile} WithFile */
/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

/** Ends the address of a list that was kept. */
const KEPT = /^#list=(.+)$/;

export class Keeping {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  async keep() {
    const { desk, result, tool, kept, settings, concentration } = visit.work;
    const map = desk?.reading.map;
    if (!desk || !result || !map) return;
    const { column, decimal } = concentration ?? { column: "", decimal: "" };
    const list = {
      ...{ id: kept || randomId(), name: desk.file.name, isSample: desk.file.isSample, tool, saved: new Date().toISOString() },
      ...{ accounts: result.columns.account.length, size: desk.file.bytes.byteLength, choice: desk.reading.choice, map, settings },
      overrides: result.overridden.list.map(({ account, band, reason, until }) => ({ account, band, reason, until })),
      sizes: column ? { column, decimal } : null,
    };
    await this.#store.open();
    const outcome = await this.#store.lists.keep({ list, bytes: desk.file.bytes });
    const isKept = outcome.done && this.#store.keeps;
    if (isKept) visit.work.kept = list.id;
    this.show();
    this.#page.say(isKept ? "list-kept" : "list-not-kept", { file: list.name });
  }

  /** Say whether this list is kept. */
  show() {
    this.#page.querySelector("[data-kept]")?.toggleAttribute("hidden", !visit.work.kept);
  }

  /** Open the list that the page's address names, unless it is open already. */
  async come() {
    const id = decodeURIComponent(KEPT.exec(location.hash)?.[1] ?? "");
    if (!id || visit.work.kept === id) return;
    await this.#store.open();
    const outcome = await this.#store.lists.of(id);
    if (outcome.done && outcome.result && this.#page.questionnaires[outcome.result.list.tool]) await this.#open(outcome.result);
    else this.#page.say("list-not-here");
  }

  /** @param {WithFile} kept */
  async #open({ list, bytes }) {
    const { id, name, isSample, tool, choice, map, settings, overrides, sizes } = list;
    visit.become(newWork(tool));
    const isOpen = await this.#page.work("reading", { file: name }, name, async (isOn) => {
      const desk = await this.#page.deskOf({ name, bytes, isSample });
      const look = await desk.open(choice);
      Object.assign(visit.work, { desk, look, map, kept: id });
      const result = await desk.score(/** @type {import("./desk.js").ListMap} */ (map), { isOn }, overrides);
      const concentration = sizes && result.sizes.includes(sizes.column) ? await desk.concentration(sizes, { isOn }) : null;
      Object.assign(visit.work, { ...NOTHING_SCORED, result, concentration, settings, view: firstView() });
      await this.#page.showAnew();
      this.#page.say("list-opened", { file: name });
    });
    if (isOpen && Object.keys(settings).length) await this.#page.trying.whatIf(settings);
    else if (!isOpen) await this.#page.showAnew();
  }

  get #store() {
    return storeOf(this.#page.dataset.site ?? "");
  }
}
