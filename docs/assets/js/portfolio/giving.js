// @ts-check
/** Hands files to the reader: results, problems, who moved, an empty list. */
import { downloadBytes } from "../elements/download.js";
import { dayOf, fileName } from "../store/answer-file.js";
import { visit } from "./visit.js";

/** @typedef {import("./desk.js").ListDesk} ListDesk */
/** @typedef {import("./portfolio-list.js").PortfolioList} PortfolioList */

/** @type {Record<string, string>} */
const MEDIA = { ".csv": "text/csv", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

export class Giving {
  #page;

  /** @param {PortfolioList} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {Parameters<ListDesk["write"]>[0]} request @param {string} ending */
  async give(request, ending) {
    const { desk, tool } = visit.work;
    if (!desk) return;
    await this.#page.work("writing", {}, "", async (isOn) => {
      const bytes = await desk.write(request, { isOn });
      this.#hand(request.act === "write" ? tool : `${tool}-${request.act}`, ending, bytes);
    });
  }

  async giveTemplate() {
    await this.#page.work("writing", {}, "", async () => {
      const desk = await this.#page.deskOf({ name: "", bytes: new Uint8Array(), isSample: false });
      this.#hand(`${visit.work.tool}-list`, ".csv", await desk.template());
    });
  }

  /** @param {string} name @param {string} ending @param {Uint8Array<ArrayBuffer>} bytes */
  #hand(name, ending, bytes) {
    downloadBytes(fileName(name, "", dayOf(new Date().toISOString()), ending.slice(1)), bytes, MEDIA[ending] ?? "");
    this.#page.say("saved");
  }
}
