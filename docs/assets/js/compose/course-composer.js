// @ts-check
/**
 * <course-composer>: composes a course of modules, tools and breaks, and hands it out as files.
 *
 * The plan lives in the address, behind #. data-shelf, data-worker and data-root name the list of what there is, the
 * worker of the engine and the root of the site; data-own is the root of the language of the page.
 */
import { engine } from "../engine/client.js";
import { pageAddress } from "../elements/page-address.js";
import { PageElement } from "../elements/page-element.js";
import { Words } from "../elements/words.js";
import { askForPlan } from "./asking-for-plan.js";
import { PlanDesk, ShelfError } from "./desk.js";
import { DAMAGE } from "./fault-teller.js";
import { HandingOut } from "./handing-out.js";
import { itemsOf, moved, newBreak, newId, newPlan, newActivity, replaced } from "./plan.js";
import { PlanView } from "./view.js";

/** @typedef {import("./plan.js").Item} Item */
/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("./plan.js").Fault} Fault */
/** @typedef {import("./desk.js").Looked} Looked */

/** Begins what stands behind # in the address of a plan. */
const MARK = "#plan=";

export class CourseComposer extends PageElement {
  static tag = "course-composer";
  /** @type {Words} */
  #words = new Words(document.createDocumentFragment());
  /** @type {PlanDesk} */
  #desk = /** @type {PlanDesk} */ (/** @type {unknown} */ (null));
  /** @type {PlanView} */
  #view = /** @type {PlanView} */ (/** @type {unknown} */ (null));
  /** @type {HandingOut} */
  #hands = /** @type {HandingOut} */ (/** @type {unknown} */ (null));
  /** @type {Plan | null} */
  #plan = null;
  /** @type {Looked | null} what was last found */
  #looked = null;
  /** @type {Promise<void> | null} the look that was last asked for */
  #pending = null;
  /** @type {Fault[]} what was damaged in the text that is open; told until another one is */
  #damaged = [];

  /** @param {AbortSignal} signal */
  start(signal) {
    this.#words = new Words(this);
    const { shelf = "", worker = "", root = "" } = this.dataset;
    const absolute = (/** @type {string} */ file) => file && new URL(file, pageAddress()).href;
    const addresses = { shelf: absolute(shelf), worker: absolute(worker), root: absolute(root) };
    this.#desk = new PlanDesk(addresses, this.#language);
    this.#view = new PlanView(this, this.#words, this.#language, {
      planNow: () => this.#plan,
      mend: (plan, { at }) => this.#mend(plan, at),
    });
    this.#hands = new HandingOut(this.#desk, this.#words, this.#view.part("[data-made]"), this.#view.part("[name=date]"));
    this.addEventListener("click", (event) => this.#act(event), { signal });
    this.addEventListener("change", ({ target }) => this.#changed(target), { signal });
    addEventListener("popstate", () => this.#arrive(), { signal });
    void this.#begin();
  }

  /** Read what the address holds; an empty plan where it holds none. */
  async #begin() {
    this.#view.say(this.#words.say("starting"));
    await this.#attempt(async () => {
      this.#view.shelf = await this.#desk.shelf();
      const hash = location.hash;
      const course = this.#courseNamed(hash.slice(1));
      if (course) return this.#read({ plan: course }, false);
      const looked = hash.startsWith(MARK) ? await this.#desk.look({ text: hash.slice(1) }) : null;
      if (looked && !looked.refused) return this.#show(looked);
      if (looked?.refused) this.#view.refuse("bad-address");
      const empty = await this.#desk.look({ plan: newPlan(this.#language) });
      if (empty) this.#show(empty);
    });
  }

  /** The reader went back or forth to another plan. */
  #arrive() {
    const hash = location.hash;
    if (this.#looked && hash !== `#${this.#looked.address}` && (hash.startsWith(MARK) || !hash)) void this.#begin();
  }

  /**
   * Take over what was read; the damaged places are told as long as it is open.
   * @param {Looked} looked
   */
  #show(looked) {
    this.#damaged = looked.faults.filter(({ code }) => DAMAGE.includes(code));
    this.#plan = looked.plan;
    this.#looked = looked;
    this.#view.fields.fill(looked.plan);
    this.#view.rows.draw(looked.plan);
    this.#view.tell(looked, this.#damaged);
    this.#view.say("");
    if (location.hash.startsWith(MARK)) this.dataset.sharedLink = location.hash;
  }

  /**
   * Change the plan, and look at it.
   * @param {Plan} plan
   * @param {{ draw?: boolean, step?: boolean, said?: string, focus?: [number, string] }} [how] step: one can go back
   */
  async #change(plan, { draw = true, step = false, said = "", focus } = {}) {
    this.#plan = plan;
    if (draw) this.#view.rows.draw(plan);
    if (focus && !this.#view.rows.focus(...focus)) this.#view.part("[name=page]").focus();
    this.#pending = this.#attempt(async () => {
      const looked = await this.#desk.look({ plan });
      if (!looked) return;
      this.#looked = looked;
      this.#view.tell({ ...looked, faults: [...this.#damaged, ...looked.faults] }, this.#damaged);
      this.#write(looked.address, step);
      this.#view.say(said);
    });
    await this.#pending;
  }

  /**
   * @param {string} address
   * @param {boolean} step
   */
  #write(address, step) {
    const hash = `#${address}`;
    if (step && location.hash !== hash) history.pushState(history.state, "", hash);
    else history.replaceState(history.state, "", hash);
    // The page in another language begins with the same plan.
    this.dataset.sharedLink = hash;
    this.#view.part("[data-refused]").hidden = true;
  }

  /**
   * @param {Plan} plan
   * @param {number | null} at place of the line that was mended
   */
  #mend(plan, at) {
    this.#view.fields.fill(plan);
    void this.#change(plan, at === null ? { draw: false } : { focus: [at, "minutes"] });
    if (at === null) this.#view.part("[name=end]").focus();
  }

  /** @param {Event} event */
  #act({ target }) {
    const button = target instanceof Element ? target.closest("[data-act]") : null;
    if (!(button instanceof HTMLElement)) return;
    const { act = "", format = "" } = button.dataset;
    if (act === "again") return void this.#again();
    const plan = this.#plan;
    if (!plan) return;
    const place = Number(button.closest("[data-place]")?.getAttribute("data-place"));
    const acts = /** @type {Record<string, () => unknown>} */ ({
      up: () => this.#move(plan, place, place - 1, act),
      down: () => this.#move(plan, place, place + 1, act),
      remove: () => this.#remove(plan, place),
      "add-page": () => this.#add(plan, this.#chosen()),
      "add-break": () => this.#add(plan, [newBreak()]),
      "add-activity": () => this.#add(plan, [newActivity()], "text"),
      "add-day": () => this.#add(plan, [{ kind: "day" }]),
      forget: () => void this.#change({ ...plan, known: plan.known.filter((name) => name !== button.dataset.name) }),
      take: () => this.#take(),
      open: () => this.#open(),
      anew: () => this.#read({ plan: newPlan(this.#language) }),
      copy: () => this.#handOut((looked) => this.#hands.copy(looked)),
      save: () => this.#handOut((looked) => this.#hands.save(looked)),
      make: () => this.#handOut((looked) => this.#hands.make(looked.plan, format)),
    });
    void acts[act]?.();
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const plan = this.#plan;
    if (!plan || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name === "up-to") return this.#view.fields.limit(target.value);
    const row = target.closest("[data-place]");
    if (!row) {
      const fields = this.#view.fields.read(plan);
      if (fields) void this.#change({ ...plan, ...fields }, { draw: false });
      return;
    }
    const place = Number(row.getAttribute("data-place"));
    const item = plan.items[place];
    if (!item || !target.reportValidity()) return;
    const values = { minutes: { minutes: Number(target.value) }, text: { text: target.value }, part: { kind: target.value } };
    const next = /** @type {Item} */ ({ ...item, ...values[/** @type {"minutes"} */ (target.name)] });
    void this.#change(replaced(plan, place, [next]), { draw: false });
  }

  /**
   * @param {Plan} plan
   * @param {number} from
   * @param {number} to
   * @param {string} act
   */
  #move(plan, from, to, act) {
    const item = plan.items[from];
    if (!item || to < 0 || to >= plan.items.length) return;
    const said = this.#words.say("moved", { title: this.#view.rows.nameOf(item), place: to + 1, total: plan.items.length });
    return this.#change(moved(plan, from, to), { focus: [to, act], said });
  }

  /**
   * @param {Plan} plan
   * @param {number} place
   */
  #remove(plan, place) {
    const title = this.#view.rows.nameOf(/** @type {Item} */ (plan.items[place]));
    const said = this.#words.say("removed", { title });
    return this.#change(replaced(plan, place, []), { focus: [place, "remove"], said, step: true });
  }

  /**
   * @param {Plan} plan
   * @param {Item[]} items
   * @param {string} [field] of the new line, to go on with
   */
  #add(plan, items, field) {
    if (!items[0]) return;
    const said = this.#words.say("added", { title: this.#view.rows.nameOf(items[0]) });
    const focus = field ? { focus: /** @type {[number, string]} */ ([plan.items.length, field]) } : {};
    return this.#change({ ...plan, items: [...plan.items, ...items] }, { said, ...focus });
  }

  #chosen() {
    const link = this.#view.fields.value("page");
    const page = this.#view.shelf.pages[link];
    return page ? itemsOf(link, page) : [];
  }

  /**
   * @param {string} name
   * @returns {Plan | null} a ready course as a plan of one's own
   */
  #courseNamed(name) {
    const plan = this.#view.shelf.courses[name]?.[this.#language];
    return plan ? { ...plan, id: newId() } : null;
  }

  #take() {
    const plan = this.#courseNamed(this.#view.fields.value("course"));
    if (plan) void this.#read({ plan });
    else this.#view.part("[name=course]").focus();
  }

  async #open() {
    const { text, refused } = await askForPlan();
    if (refused) this.#view.refuse(refused);
    else if (text !== undefined) await this.#read({ text });
  }

  /**
   * Put another plan in the place of this one; the one before is a step back.
   * @param {{ text: string } | { plan: Partial<Plan> }} given
   * @param {boolean} [step] false where none was here before
   */
  async #read(given, step = true) {
    await this.#attempt(async () => {
      const looked = await this.#desk.look(given);
      if (!looked) return;
      if (looked.refused) return this.#view.refuse(looked.refused);
      this.#show(looked);
      this.#write(looked.address, step);
      if (step) this.#view.say(this.#words.say("opened"));
    });
  }

  /** @param {(looked: Looked) => unknown} hand takes along what is shown now */
  async #handOut(hand) {
    await this.#pending;
    const looked = this.#looked;
    if (looked) await this.#attempt(async () => void (await hand(looked)));
  }

  /**
   * Try what needs the engine or the network; say it where that fails.
   * @param {() => Promise<unknown>} attempt
   */
  async #attempt(attempt) {
    try {
      await attempt();
    } catch (error) {
      console.error(error);
      this.#view.refuse(error instanceof ShelfError ? "no-shelf" : "failed", true);
    }
  }

  /** Begin again, for the reader asks for it: with the plan that stands here, or with that of the address. */
  async #again() {
    this.#view.part("[data-refused]").hidden = true;
    engine.retry();
    if (this.#plan && Object.keys(this.#view.shelf.pages).length) await this.#change(this.#plan, { draw: false });
    else await this.#begin();
  }

  get #language() {
    return document.documentElement.dataset.language ?? "";
  }
}
