// @ts-check
/** The actions of every subject and tool: what is overdue first; filtered by owner and subject, edited in place. */
import { ActionDesk } from "../actions/action-desk.js";
import { ActionFiles } from "../actions/action-files.js";
import { shownDate } from "../actions/action-row.js";
import { endOfMonth, endOfWeek, nearness, NEARNESS, today } from "../actions/days.js";
import { slot } from "../elements/slots.js";
import { inOrder } from "../store/actions.js";
import { nameKey, nobody } from "../store/subjects.js";

/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("../store/actions.js").Action} Action */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/result-store.js").Kept} Kept */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/**
 * @typedef {object} Parts
 * @property {HTMLElement} place
 * @property {string} site
 * @property {Words} words
 * @property {() => AnswerStore} store
 * @property {Readonly<Record<string, { title: string, address: string, kind: string }>>} tools
 * @property {() => string} sample what says that the actions are invented; empty where they are the reader's
 * @property {() => Promise<unknown>} again reads what is kept, and shows it
 */

/** Actions of a group that are shown before the reader asks for all: nobody reads more at once. */
const FIRST = 50;
/** The values of the filters that mean: no filter, and nobody. */
const [ALL, NOBODY] = ["", "-"];

export class PlanBoard {
  #parts;
  #desk;
  #files;
  /** @type {Pick<Kept, "actions" | "subjects">} */
  #kept = { actions: [], subjects: [] };
  /** @type {Map<string, Subject>} */
  #subjects = new Map();
  /** @type {Set<string>} the groups of which the reader wants to see all */
  #whole = new Set();
  #day = "";

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    const { place, site, words, store, tools, sample } = parts;
    this.#parts = parts;
    /** @param {Action} action */
    const placeOf = (action) => {
      const { title = action.tool, address = "" } = tools[action.tool] ?? {};
      return { subject: this.#subjectOf(action), tool: title, address: new URL(address, document.baseURI).href };
    };
    this.#files = new ActionFiles({ site, words, place: placeOf, sample });
    this.#desk = new ActionDesk({
      ...{ root: place, words, store, files: this.#files, place: placeOf },
      named: (action) => {
        const { subject, tool, address } = placeOf(action);
        return { subject: subject.name || words.say("nobody"), tool, address };
      },
      again: parts.again,
    }, signal);
    place.addEventListener("change", ({ target }) => target instanceof HTMLSelectElement && this.#filter(target), { signal });
    place.addEventListener("click", ({ target }) => this.#click(target), { signal });
    // A page that stood open over midnight.
    document.addEventListener("visibilitychange", () => this.#renewDay(), { signal });
    addEventListener("pageshow", () => this.#renewDay(), { signal });
    addEventListener("focus", () => this.#renewDay(), { signal });
  }

  /** @param {Pick<Kept, "actions" | "subjects">} kept */
  show({ actions, subjects }) {
    this.#kept = { actions: inOrder(actions), subjects };
    this.#subjects = new Map(subjects.map((subject) => [subject.id, subject]));
    this.#offerFilters();
    this.#render();
  }

  /** Forget what was done, as when other results are shown. */
  async leave() {
    await this.#desk.leave();
    this.#desk.say("");
    this.#whole.clear();
  }

  /** Show every action, as on paper, not only the first ones of each group. */
  showWhole() {
    const isPart = [...this.#parts.place.querySelectorAll('[data-act="show-all"]')].some((button) => !button.hasAttribute("hidden"));
    if (!isPart) return;
    for (const near of NEARNESS) this.#whole.add(near);
    this.#render();
  }

  #render() {
    const { place, words } = this.#parts;
    const day = today();
    this.#day = day;
    const shown = this.#filtered();
    /** @type {Map<string, Action[]>} */
    const groups = new Map(NEARNESS.map((near) => [near, []]));
    for (const action of shown) groups.get(nearness(action, day))?.push(action);
    const days = { week: endOfWeek(day), month: endOfMonth(day) };
    this.#desk.show(NEARNESS.flatMap((near) => {
      const holder = this.#group(near)?.querySelector("ul");
      const actions = groups.get(near) ?? [];
      return holder ? [{ holder, actions: this.#whole.has(near) ? actions : actions.slice(0, FIRST) }] : [];
    }));
    for (const near of NEARNESS) {
      const group = this.#group(near);
      if (!group) continue;
      const number = groups.get(near)?.length ?? 0;
      const title = slot(group, "title");
      const until = near === "week" || near === "month" ? { day: shownDate(days[near]) } : {};
      if (title) title.textContent = words.say("plan-group", { title: words.say(`plan-${near}`, until), number });
      group.hidden = !group.querySelector("li");
      const more = group.querySelector('[data-act="show-all"]');
      const rest = this.#whole.has(near) ? 0 : Math.max(0, number - FIRST);
      more?.toggleAttribute("hidden", !rest);
      if (more) more.textContent = words.say("plan-more", { number: rest });
    }
    const { length } = this.#kept.actions;
    place.toggleAttribute("data-nothing", !length);
    const count = place.querySelector("[data-plan-count]");
    const isPart = shown.length < length;
    if (count) count.textContent = isPart ? words.say("plan-found", { number: shown.length, total: length }) : "";
  }

  #filtered() {
    const [owner, subject] = [this.#chosen("owner"), this.#chosen("subject")];
    return this.#kept.actions.filter((action) =>
      [ALL, nameKey(action.owner) || NOBODY].includes(owner) && [ALL, action.subjectId || NOBODY].includes(subject));
  }

  /** Offer those that there are; what was chosen stays, unless it is gone. */
  #offerFilters() {
    const { words } = this.#parts;
    const owners = new Map();
    const subjects = new Map();
    // Of two spellings of one name the one of the first action is offered.
    for (const action of [...this.#kept.actions].reverse()) {
      owners.set(nameKey(action.owner) || NOBODY, action.owner || words.say("plan-no-owner"));
      subjects.set(action.subjectId || NOBODY, this.#subjectOf(action).name || words.say("nobody"));
    }
    offer(this.#field("owner"), owners);
    const names = [...owners].filter(([key]) => key !== NOBODY).map(([, name]) => new Option(name, name));
    this.#parts.place.querySelector("datalist")?.replaceChildren(...names);
    offer(this.#field("subject"), subjects);
  }

  /** @param {HTMLSelectElement} field */
  #filter(field) {
    if (field !== this.#field("owner") && field !== this.#field("subject")) return;
    this.#whole.clear();
    this.#render();
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { act } = button?.dataset ?? {};
    if (act === "show-all") this.#showAll(button?.closest("[data-group]"));
    const subject = this.#chosen("subject");
    const about = this.#subjects.get(subject)?.name ?? "";
    if (act === "plan-csv") this.#files.offerTable("csv", this.#filtered(), about);
    if (act === "plan-markdown") this.#files.offerTable("markdown", this.#filtered(), about);
    if (act !== "plan-calendar") return;
    const number = this.#files.offerCalendar(this.#filtered(), about);
    this.#desk.say(number ? "plan-reminders" : "plan-no-dates", { number });
  }

  /** @param {Element | null | undefined} group */
  #showAll(group) {
    if (!(group instanceof HTMLElement)) return;
    this.#whole.add(group.dataset.group ?? "");
    this.#render();
    const next = group.querySelectorAll("li")[FIRST]?.querySelector("input");
    next?.focus();
  }

  #renewDay() {
    if (this.#day && this.#day !== today()) this.#render();
  }

  /** @param {Action} action */
  #subjectOf({ subjectId, tool }) {
    return this.#subjects.get(subjectId) ?? nobody(this.#parts.tools[tool]?.kind ?? "");
  }

  /** @param {string} near */
  #group(near) {
    const group = this.#parts.place.querySelector(`[data-group="${near}"]`);
    return group instanceof HTMLElement ? group : null;
  }

  /** @param {"owner" | "subject"} name */
  #field(name) {
    const field = this.#parts.place.querySelector(`select[data-filter="${name}"]`);
    return field instanceof HTMLSelectElement ? field : null;
  }

  /** @param {"owner" | "subject"} name */
  #chosen(name) {
    return this.#field(name)?.value ?? ALL;
  }
}

/**
 * @param {HTMLSelectElement | null} field its first option stands for all
 * @param {Map<string, string>} options value -> what it is called
 */
function offer(field, options) {
  if (!field) return;
  const { value } = field;
  const sorted = [...options].sort(([, one], [, other]) => one.localeCompare(other));
  field.replaceChildren(...[...field.options].slice(0, 1), ...sorted.map(([key, text]) => new Option(text, key)));
  field.value = options.has(value) ? value : ALL;
}
