// @ts-check
/** Brings results of other tools into the form, as the page declares it; the reader sees them first and confirms. */
import { shownDay } from "../elements/shown-time.js";
import { slot } from "../elements/slots.js";
import { readText } from "../files/served.js";
import { readNumber } from "../form/numbers.js";
import { sameAnswers, timeOf } from "../store/answer-record.js";
import { nobody } from "../store/subjects.js";
import { showBusy } from "./busy-sign.js";
import { exchange } from "./exchange.js";
import { refusalOf } from "./telling.js";

/** @typedef {import("../store/results.js").Result} Result */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {{ tool: string, title: string, definition: string, subject: string }} Source subject: the kind of its subjects */
/** @typedef {{ id: string, minimum: number, maximum: number }} Asked */
/** @typedef {{ id: string, every_subject?: boolean, asks?: Asked[], sources: Source[] }} Entry what the page declares */
/** @typedef {{ source: Source, results: { subject: Subject, result: Result }[] }} Offer */
/**
 * @typedef {object} Parts
 * @property {HTMLElement | null} place where the page offers it
 * @property {import("./handed-dialog.js").HandedDialog | null} dialog
 * @property {HTMLFormElement} form
 * @property {import("./answers.js").ToolAnswers} answers
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("../store/answer-store.js").AnswerStore} store
 * @property {import("./scoring.js").ToolScoring} scoring
 * @property {import("./failure.js").Failure} failure
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 * @property {(subject: Subject) => Promise<boolean>} goTo shows what is kept about another subject
 * @property {() => void} changed called when the form says something else
 */

const MATTER = "received";

export class Receiving {
  #parts;
  /** @type {readonly Entry[]} */
  #entries;
  /** @type {Map<string, Offer[]>} id of an entry -> what it offers, in the order of its list */
  #offers = new Map();
  /** @type {readonly import("../store/answer-record.js").Draft[]} */
  #drafts = [];
  #calls = 0;

  /**
   * @param {Parts} parts
   * @param {AbortSignal} signal
   */
  constructor(parts, signal) {
    this.#parts = parts;
    const data = parts.place?.querySelector("template[data-entries]");
    this.#entries = data instanceof HTMLTemplateElement ? JSON.parse(data.content.textContent) : [];
    parts.place?.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-look]") : null;
      if (button instanceof HTMLElement) void this.#look(button);
    }, { signal });
    if (!this.#entries.length) return;
    const sources = new Set(this.#entries.flatMap((entry) => entry.sources.map(({ tool }) => tool)));
    // Each letter that is typed into another tool is news as well.
    parts.store.listen(({ act, tool }) => (act !== "written" || sources.has(tool ?? "")) && void this.show(), signal);
  }

  /** Offer the results that are kept on this device now. */
  async show() {
    const { place, keeper, store, words } = this.#parts;
    if (!place || !this.#entries.length) return;
    const call = ++this.#calls;
    const found = await store.results.everything();
    if (call !== this.#calls) return;
    const { results, drafts, subjects } = found.done ? found.result : { results: [], drafts: [], subjects: [] };
    this.#drafts = drafts;
    const known = new Map(subjects.map((subject) => [subject.id, subject]));
    for (const entry of this.#entries) {
      const offers = entry.sources.flatMap((source) => offersOf(source, latestOf(results, source, known), keeper.subject, entry));
      this.#offers.set(entry.id, offers);
      this.#list(entry, offers);
    }
    const number = [...this.#offers.values()].filter((offers) => offers.length).length;
    const ready = slot(place, "ready");
    if (ready) ready.textContent = number ? words.say("receive-ready", { number }) : "";
  }

  /**
   * @param {Entry} entry
   * @param {readonly Offer[]} offers
   */
  #list({ id }, offers) {
    const part = this.#part(id);
    const list = part?.querySelector("select");
    if (!part || !list) return;
    const chosen = list.selectedOptions[0]?.textContent;
    list.replaceChildren(...offers.map((offer, number) => {
      const text = this.#titleOf(offer);
      return new Option(text, String(number), false, text === chosen);
    }));
    part.toggleAttribute("data-ready", offers.length > 0);
  }

  /** @param {Offer} offer */
  #titleOf({ source, results }) {
    const { words } = this.#parts;
    const [first, second] = results;
    if (!first) return source.title;
    const about = second ? words.say("receive-every", { number: results.length }) : first.subject.name || words.say("nobody");
    const title = [source.title, about, shownDay(first.result.saved)].join(" · ");
    return results.some(({ result }) => this.#isOlder(result)) ? words.say("receive-older", { title }) : title;
  }

  /**
   * Whether the answers to the tool have changed since this result.
   * @param {Result} result
   */
  #isOlder(result) {
    const draft = this.#drafts.find(({ tool, subjectId }) => tool === result.tool && subjectId === result.subjectId);
    return draft !== undefined && !sameAnswers(draft, result) && timeOf(draft.saved) > timeOf(result.saved);
  }

  /** @param {HTMLElement} button that was pressed */
  async #look(button) {
    const { answers, dialog, failure, notices, scoring, words } = this.#parts;
    const part = button.closest("[data-entry]");
    const entry = this.#entries.find(({ id }) => part instanceof HTMLElement && id === part.dataset.entry);
    const list = part?.querySelector("select");
    const offer = entry && this.#offers.get(entry.id)?.[Number(list?.value)];
    const asked = entry && part instanceof HTMLElement ? this.#asked(entry, part) : null;
    if (!entry || !offer || !dialog || !asked) return;
    notices.withdraw(MATTER);
    if (!(await this.#goTo(offer))) return;
    const done = showBusy(button, words.say("working"));
    try {
      const input = {
        receives: entry.id,
        source: await readText(this.#addressOf(offer.source).href),
        results: offer.results.map(({ subject, result }) => ({ subject: subject.name, input: result.input })),
        into: answers.read().input,
        asked,
        language: document.documentElement.dataset.language,
      };
      const answer = await scoring.score(input, "", { group: "handover" });
      failure.hide();
      if (answer.error) return notices.show(MATTER, refusalOf(answer), [], button);
      const report = /** @type {{ given: unknown[], input: Record<string, unknown> }} */ (answer.report);
      if (!(await dialog.ask(button, answer.document ?? [], report.given.length > 0))) return;
      await this.#take(report.input, input.into, offer.source.title, button);
    } catch (error) {
      console.error(error);
      await failure.show(button);
    } finally {
      done();
    }
  }

  /** @param {Source} source */
  #addressOf({ definition }) {
    return new URL(definition, new URL(this.#parts.place?.dataset.root ?? "", document.baseURI));
  }

  /**
   * Have the form be about the subject of a result, where both tools are about such a one.
   * @param {Offer} offer
   * @returns {Promise<boolean>} false where the reader, or the browser, did not let it
   */
  async #goTo({ source, results: [first, second] }) {
    const { keeper, goTo } = this.#parts;
    const { kind, id } = keeper.subject;
    if (!first || second || source.subject !== kind || first.subject.id === id) return true;
    return goTo(first.subject);
  }

  /**
   * @param {Record<string, unknown>} input
   * @param {Record<string, unknown>} seen what stood in the form when the reader looked
   * @param {string} from
   * @param {HTMLElement} button
   */
  async #take(input, seen, from, button) {
    const { answers, notices, words } = this.#parts;
    const isOld = JSON.stringify(answers.read().input) !== JSON.stringify(seen);
    if (isOld) return notices.show(MATTER, words.say("receive-changed"), [], button);
    const given = { input, notes: {} };
    if (!answers.hasRoomFor(given) || answers.whatIsLost(given).length) return notices.show(MATTER, words.say("receive-no-room"), [], button);
    const back = await exchange(this.#parts, given);
    const undo = async () => {
      notices.withdraw(MATTER);
      await back();
    };
    notices.show(MATTER, words.say("received", { from }), { text: words.say("undo"), act: () => void undo() }, button);
  }

  /**
   * What the reader is asked beside the result; null where it is none of what is allowed.
   * @param {Entry} entry
   * @param {HTMLElement} part
   * @returns {Record<string, number> | null}
   */
  #asked({ asks = [] }, part) {
    const { form, words } = this.#parts;
    const marks = JSON.parse(form.dataset.numbers ?? "{}");
    /** @type {Record<string, number>} */
    const asked = {};
    for (const { id, minimum, maximum } of asks) {
      const field = part.querySelector(`[data-asked="${CSS.escape(id)}"]`);
      if (!(field instanceof HTMLInputElement)) return null;
      const { number } = readNumber(field.value, marks, { share: true });
      const fits = number !== null && number >= minimum && number <= maximum;
      field.setCustomValidity(fits ? "" : words.say("receive-ask", { minimum, maximum }));
      if (!fits || number === null) {
        field.reportValidity();
        field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
        return null;
      }
      asked[id] = number;
    }
    return asked;
  }

  /**
   * @param {string} id of an entry
   * @returns {HTMLElement | null}
   */
  #part(id) {
    return this.#parts.place?.querySelector(`[data-entry="${CSS.escape(id)}"]`) ?? null;
  }
}

/**
 * The latest result about each subject.
 * @param {readonly Result[]} results the latest first
 * @param {Source} source
 * @param {ReadonlyMap<string, Subject>} known
 */
function latestOf(results, { tool, subject: kind }, known) {
  /** @type {Map<string, { subject: Subject, result: Result }>} */
  const latest = new Map();
  for (const result of results) {
    if (result.tool !== tool || latest.has(result.subjectId)) continue;
    latest.set(result.subjectId, { subject: known.get(result.subjectId) ?? nobody(kind), result });
  }
  return [...latest.values()];
}

/**
 * All subjects together, or each for itself: where both tools are about such a one, and the form names
 * which, that one alone.
 * @param {Source} source
 * @param {Offer["results"]} found
 * @param {Subject} here
 * @param {Entry} entry
 * @returns {Offer[]}
 */
function offersOf(source, found, here, { every_subject: isEvery }) {
  if (isEvery) {
    const named = found.filter(({ subject }) => subject.name);
    return named.length ? [{ source, results: named }] : [];
  }
  const fitting = source.subject === here.kind && here.name ? found.filter(({ subject }) => subject.id === here.id) : found;
  return fitting.map((each) => ({ source, results: [each] }));
}
