// @ts-check
/** Keeps answers and ticks on this device: the only thing about storage that the page's scripts know. */
import { ActionStore } from "./action-store.js";
import * as drafts from "./drafts.js";
import { ListStore } from "./list-store.js";
import { removeLeftovers, restoreLeftovers } from "./first-edition.js";
import { ResultStore } from "./result-store.js";
import { SiteStore } from "./site-store.js";
import * as subjects from "./subjects.js";
import { TargetStore } from "./target-store.js";
import { TickStore } from "./tick-store.js";
import { join, part } from "./joining.js";
import { leaveUnwritten, takeUnwritten } from "./unwritten.js";
import { VisitMemory } from "./visit-memory.js";

/** @typedef {import("./answer-record.js").AsideDraft} AsideDraft */
/** @typedef {import("./drafts.js").Removed} Removed */
/** @typedef {import("./drafts.js").Writing} Writing */
/** @typedef {import("./first-edition.js").Leftover} Leftover */
/** @typedef {import("./subjects.js").Subject} Subject */
/** @template Result @typedef {import("./site-store.js").Outcome<Result>} Outcome */

/** @type {Map<string, AnswerStore>} */
const stores = new Map();

/**
 * The one store of a playbook in this window.
 * @param {string} site tells apart two playbooks at one address
 */
export function storeOf(site) {
  const store = stores.get(site) ?? new AnswerStore(site);
  stores.set(site, store);
  return store;
}

export class AnswerStore extends SiteStore {
  #here = new VisitMemory();
  /** @type {Set<Writing>} in their order */
  #unwritten = new Set();
  #isLeft = false;
  results = new ResultStore(this);
  actions = new ActionStore(this);
  targets = new TargetStore(this);
  ticks = new TickStore(this);
  lists = new ListStore(this);

  /** @param {ConstructorParameters<typeof SiteStore>} parts */
  constructor(...parts) {
    super(...parts);
    addEventListener("pagehide", () => {
      this.#isLeft = true;
      this.#leaveUnwritten();
    });
  }

  /**
   * Make ready, and take over what the first edition kept and what other pages were left with.
   * @param {Readonly<Record<string, string>>} [kinds] tool -> the kind of its subjects
   */
  async open(kinds) {
    await super.open(kinds);
    if (this.keeps) await takeUnwritten(this.site, (writings) => this.#finish(writings));
  }

  /**
   * @param {string} kind
   * @returns {Promise<Outcome<Subject[]>>} by name
   */
  subjects(kind) {
    return this.read(async (tables) => {
      const all = await subjects.subjectsOf(tables, kind);
      return all.sort((one, other) => one.name.localeCompare(other.name));
    });
  }

  /**
   * @param {string} kind
   * @param {string} name in any spelling
   * @returns {Promise<Outcome<Subject | null>>} null where it is not known
   */
  subjectNamed(kind, name) {
    return this.read((tables) => subjects.subjectNamed(tables, kind, name));
  }

  /**
   * @param {Subject} subject
   * @returns {Promise<Outcome<boolean>>} whether any tool has answers about it
   */
  isUsed({ id }) {
    return this.read((tables) => subjects.isUsed(tables, id));
  }

  /**
   * Whom this tab, or else this device, worked on last with a tool.
   * @param {string} tool
   * @param {string} kind
   * @returns {Promise<Outcome<Subject>>}
   */
  lastSubject(tool, kind) {
    return this.read(async (tables) => {
      const id = await drafts.lastSubject(tables, tool, this.#here.read(this.#lastKey(tool)));
      return (await tables.subjects.get(id)) ?? subjects.nobody(kind);
    });
  }

  /**
   * @param {string} tool
   * @returns {string} id of the subject that this tab worked on last; empty where there is none
   */
  lastHere(tool) {
    return this.#here.read(this.#lastKey(tool)) ?? "";
  }

  /**
   * @param {string} tool
   * @param {Subject} subject that this tab works on now
   */
  workOn(tool, { id }) {
    this.#here.write(this.#lastKey(tool), id);
  }

  /**
   * @param {string} tool
   * @param {string} version
   * @param {Subject} subject
   * @returns {Promise<Outcome<import("./drafts.js").Kept>>}
   */
  kept(tool, version, { id }) {
    return this.read((tables) => drafts.readKept(tables, tool, version, id));
  }

  /**
   * @param {Writing} writing
   * @returns {Promise<Outcome<import("./drafts.js").Written>>}
   */
  async write(writing) {
    this.#unwritten.add(writing);
    if (this.#isLeft) this.#leaveUnwritten();
    const outcome = await this.#put(writing, drafts.writeDraft);
    this.#unwritten.delete(writing);
    if (this.#isLeft) this.#leaveUnwritten();
    if (outcome.done && !outcome.result.removed && outcome.result.recorded) this.results.tell(outcome.result.recorded);
    return outcome;
  }

  /**
   * @param {Writing[]} writings
   * @returns {Promise<boolean>} whether nothing of them is left to do
   */
  async #finish(writings) {
    for (const writing of writings) if (!(await this.#put(writing, drafts.finishDraft)).done) return false;
    return true;
  }

  /**
   * @param {Writing} writing
   * @param {(tables: import("./shelves.js").Tables, writing: Writing) => Promise<any>} work
   */
  async #put(writing, work) {
    const outcome = await this.change((tables) => work(tables, writing));
    // Somebody else may have given that name to another subject first.
    const subjectId = (outcome.done && outcome.result?.subject?.id) || writing.subject.id;
    if (outcome.done) this.tell({ act: "written", tool: writing.draft.tool, subjectId });
    return outcome;
  }

  /**
   * Let the next page write what this one could not begin to write.
   * @param {Writing | null} writing null where it is here after all
   */
  leaveBehind(writing) {
    leaveUnwritten(this.site, `${this.writer}.early`, writing ? [writing] : []);
  }

  #leaveUnwritten() {
    leaveUnwritten(this.site, this.writer, [...this.#unwritten]);
  }

  /**
   * Remove every version of the answers to a tool about a subject.
   * @param {string} tool
   * @param {Subject} subject
   * @param {{ results: boolean }} which whether results, actions and targets go too
   * @returns {Promise<Outcome<Removed & { leftovers: Leftover[] }>>} what putBack takes
   */
  async remove(tool, { id, name }, which) {
    const removed = await this.change((tables) => drafts.removeAnswers(tables, tool, id, which), {
      act: "removed", tool, subjectId: id,
    });
    if (!removed.done) return removed;
    const leftovers = this.leftovers(tool).filter((each) => subjects.nameKey(each.subject) === subjects.nameKey(name));
    removeLeftovers(leftovers);
    return { done: true, result: { ...removed.result, leftovers } };
  }

  /**
   * @param {string} tool
   * @param {Subject} subject
   * @param {Removed & { leftovers: Leftover[] }} removed
   */
  async putBack(tool, subject, removed) {
    restoreLeftovers(removed.leftovers);
    const outcome = await this.change((tables) => drafts.putBack(tables, removed));
    if (outcome.done) this.tell({ act: "written", tool, subjectId: (outcome.result ?? subject).id });
    return outcome;
  }

  /**
   * Undo the writing of a draft.
   * @param {Parameters<typeof drafts.takeBack>[1]} written
   */
  takeBack(written) {
    const { draft: { tool, subjectId }, before } = written;
    return this.change((tables) => drafts.takeBack(tables, written), { act: before ? "written" : "removed", tool, subjectId });
  }

  /**
   * Remove what was put aside.
   * @param {AsideDraft} draft
   */
  removeAside({ number }) {
    return this.change((tables) => tables.aside.delete(number));
  }

  /**
   * @param {AsideDraft} draft that was removed
   */
  putAsideAgain(draft) {
    return this.change((tables) => tables.aside.put(draft));
  }

  /**
   * Change the name of a subject, in every tool.
   * @param {Subject} subject
   * @param {string} name
   * @returns {Promise<Outcome<{ subject: Subject, taken: Subject | null }>>} taken: who has that name already;
   *   then nothing was changed
   */
  rename(subject, name) {
    return this.change(async (tables) => {
      const taken = await subjects.subjectNamed(tables, subject.kind, name);
      if (taken && taken.id !== subject.id) return { subject, taken };
      const renamed = subjects.named(subject, name);
      await tables.subjects.put(renamed);
      return { subject: renamed, taken: null };
    }, { act: "renamed", subjectId: subject.id });
  }

  /**
   * Make two subjects one.
   * @param {Subject} from whose name goes
   * @param {Subject} into
   */
  join(from, into) {
    return this.change((tables) => join(tables, from, into, () => this.newStamp()), { act: "joined", subjectId: from.id });
  }

  /**
   * Undo a join.
   * @param {import("./joining.js").Joined} joined
   */
  part(joined) {
    return this.change((tables) => part(tables, joined), { act: "merged" });
  }

  /**
   * Give answers that have no name one that is new here.
   * @param {string} tool
   * @param {Subject} subject
   */
  nameAnswers(tool, subject) {
    return this.change((tables) => drafts.nameAnswers(tables, tool, subject), {
      act: "written", tool, subjectId: subject.id, from: "",
    });
  }

  /**
   * Undo nameAnswers.
   * @param {string} tool
   * @param {Subject} subject
   */
  unnameAnswers(tool, subject) {
    return this.change((tables) => drafts.unnameAnswers(tables, tool, subject), {
      act: "written", tool, subjectId: "", from: subject.id,
    });
  }

  /** @returns {Promise<Set<string>>} every tool with a result on this device */
  async toolsWithResult() {
    const all = await this.read(async (tables) => [...(await tables.results.all()), ...(await tables.drafts.all())]);
    const kept = (all.done ? all.result : []).filter((row) => row.scored !== false);
    const scored = this.leftovers().flatMap(({ record }) => (record?.scored ? [record] : []));
    return new Set([...kept, ...scored].map(({ tool }) => tool));
  }

  /** @param {string} tool */
  #lastKey(tool) {
    return `playbook:${this.site}:last:${tool}`;
  }
}
