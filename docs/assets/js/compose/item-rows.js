// @ts-check
/** Shows the lines of a plan: when, what, for how long, and what does not fit there. */
import { clock, linkOf, minutesOf } from "./plan.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Fault} Fault */
/** @typedef {import("./desk.js").Looked} Looked */
/** @typedef {import("../elements/words.js").Words} Words */
/**
 * @typedef {object} Tellers
 * @property {Words} words
 * @property {(link: string) => string} titleOf
 * @property {(link: string) => string} addressOf empty where there is no such page
 * @property {(fault: Fault) => Node[]} tell
 */

/** Kinds that name a part of a module. */
const PARTS = ["module", "exercise", "discussion"];

export class ItemRows {
  #list;
  #template;
  #tellers;

  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template
   * @param {Tellers} tellers
   */
  constructor(list, template, tellers) {
    this.#list = list;
    this.#template = template;
    this.#tellers = tellers;
  }

  /** @param {Plan} plan */
  draw(plan) {
    let day = 1;
    const rows = plan.items.map((item, place) => {
      if (item.kind === "day") day += 1;
      return this.#row(item, place, place === plan.items.length - 1, day);
    });
    this.#list.replaceChildren(...rows);
  }

  /**
   * Show what was found: when each line begins, and what does not fit.
   * @param {Looked} looked
   */
  tell({ plan, days, faults }) {
    const begin = minutesOf(plan.begin);
    let day = 1;
    let within = 0;
    for (const [place, row] of [...this.#list.children].entries()) {
      const item = plan.items[place];
      if (item?.kind === "day") [day, within] = [day + 1, 0];
      const start = item?.kind === "day" ? undefined : days.find(({ number }) => number === day)?.starts[within++];
      const time = row.querySelector("[data-time]");
      if (time) time.textContent = start === undefined ? "" : clock(begin + start);
      const own = faults.filter(({ at }) => at === place);
      row.toggleAttribute("data-faulty", own.length > 0);
      row.querySelector("[data-item-faults]")?.replaceChildren(...own.map((fault) => entry(this.#tellers.tell(fault))));
    }
  }

  /**
   * Put the focus where it was before the lines were drawn anew.
   * @param {number} place
   * @param {string} act
   */
  focus(place, act) {
    const row = this.#list.children[Math.min(place, this.#list.children.length - 1)];
    const wanted = row?.querySelector(`[data-act="${act}"]:not(:disabled), [name="${act}"]:not([hidden])`);
    const other = row?.querySelector("[data-act]:not(:disabled)");
    const found = wanted ?? other;
    if (found instanceof HTMLElement) found.focus();
    return found !== undefined && found !== null;
  }

  /**
   * What a line is called.
   * @param {Item} item
   */
  nameOf(item) {
    const link = linkOf(item);
    return link ? this.#tellers.titleOf(link) : item.text || this.#tellers.words.say(`kind-${item.kind}`);
  }

  /**
   * @param {Item} item
   * @param {number} place
   * @param {boolean} isLast
   * @param {number} day
   */
  #row(item, place, isLast, day) {
    const { words } = this.#tellers;
    const row = /** @type {HTMLElement} */ (this.#template.content.firstElementChild?.cloneNode(true));
    row.dataset.place = String(place);
    row.dataset.kind = item.kind;
    const name = item.kind === "day" ? words.say("day", { number: day }) : this.nameOf(item);
    this.#what(row, item, name);
    const minutes = field(row, "minutes");
    minutes.value = String(item.minutes ?? "");
    minutes.setAttribute("aria-label", words.say("of-line", { what: words.say("name-minutes"), title: name }));
    if (item.kind === "day") minutes.closest("label")?.remove();
    for (const button of row.querySelectorAll("button")) {
      const act = button.dataset.act ?? "";
      button.setAttribute("aria-label", words.say("of-line", { what: words.say(`name-${act}`), title: name }));
      button.disabled = (act === "up" && place === 0) || (act === "down" && isLast);
    }
    return row;
  }

  /**
   * @param {HTMLElement} row
   * @param {Item} item
   * @param {string} name
   */
  #what(row, item, name) {
    const { words, addressOf } = this.#tellers;
    const link = linkOf(item);
    const isPart = PARTS.includes(item.kind);
    const kind = /** @type {HTMLElement} */ (row.querySelector("[data-kind]"));
    kind.textContent = item.kind === "day" ? name : words.say(`kind-${item.kind}`);
    kind.hidden = isPart;
    const title = /** @type {HTMLAnchorElement} */ (row.querySelector("[data-title]"));
    title.hidden = !link;
    title.textContent = link ? name : "";
    const address = addressOf(link);
    if (address) title.href = address;
    else title.removeAttribute("href");
    const text = field(row, "text");
    text.hidden = item.kind !== "activity";
    text.value = item.text ?? "";
    const part = field(row, "part");
    part.hidden = !isPart;
    if (isPart) part.value = item.kind;
    part.setAttribute("aria-label", `${part.getAttribute("aria-label")}: ${name}`);
  }
}

/** @param {Node[]} content */
export function entry(content) {
  const line = document.createElement("li");
  line.append(...content);
  return line;
}

/**
 * @param {HTMLElement} row
 * @param {string} name
 */
function field(row, name) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (row.querySelector(`[name="${name}"]`));
}
