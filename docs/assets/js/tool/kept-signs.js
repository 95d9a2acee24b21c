// @ts-check
/** Says, always in view, whether the answers are kept, and what other windows did to them, with the way back. */
import { shownTime } from "../elements/shown-time.js";
import { countAnswers, isDraft } from "../store/answer-record.js";
import { match } from "../store/definition-match.js";
import { nobody } from "../store/subjects.js";
import { isForeign, isRefusal, now } from "./standing.js";
import { about } from "./telling.js";
import { asideMatter } from "./waiting-aside.js";

/** @typedef {import("../store/answer-record.js").Answers} Answers */
/** @typedef {import("../store/answer-record.js").AsideDraft} AsideDraft */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("../store/answer-record.js").Draft} Draft */
/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/first-edition.js").Leftover} Leftover */
/** @typedef {import("../store/subjects.js").Subject} Subject */
/** @typedef {import("../elements/words.js").Words} Words */
/** @typedef {import("./answers.js").ToolAnswers} ToolAnswers */
/** @typedef {import("./keeper.js").Keeper} Keeper */
/** @typedef {import("./notices.js").Action} Action */
/** @typedef {import("./notices.js").Notices} Notices */
/** @typedef {import("./standing.js").Standing} Standing */
/** @typedef {import("./standing.js").State} State */
/**
 * @typedef {object} Parts
 * @property {ToolAnswers} answers
 * @property {Keeper} keeper
 * @property {AnswerStore} store
 * @property {DefinitionMark} mark of the definition that the page shows
 * @property {Notices} notices
 * @property {Words} words
 * @property {HTMLElement | null} bar stays in view; .saved in it says when the answers were kept
 * @property {() => void} changed called when a script changed the form
 * @property {() => void} offer offers the answers as a file
 * @property {(content: unknown) => void} download offers something that was kept, as it stands there
 */

export class KeptSigns {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  showState() {
    const { keeper, store, notices, words, bar, offer } = this.#parts;
    const { state } = keeper;
    if (bar) bar.dataset.kept = state;
    if (state !== "removed") notices.withdraw("removed");
    const line = bar?.querySelector(".saved");
    if (line && state !== "writing") line.textContent = this.#said(state);
    if (!isRefusal(state)) return notices.withdraw("trouble");
    const replaced = store.keeps ? keeper.waiting.latest : null;
    const back = { text: words.say("show-before"), act: () => void this.#bringBack(replaced) };
    const save = { text: words.say("download-answers"), act: offer };
    notices.show("trouble", words.say(`not-kept-${state}`), replaced ? [save, back] : save);
  }

  /**
   * What gave way could not be put aside: it stands in the form again, and what took its place waits in turn.
   * @param {Draft | null} replaced
   */
  async #bringBack(replaced) {
    const { keeper, changed } = this.#parts;
    if (!replaced) return;
    await keeper.stand({ ...replaced, subject: keeper.subject }, { puttingAside: true });
    changed();
  }

  /** @param {State} state */
  #said(state) {
    const { keeper, words } = this.#parts;
    if (isForeign(state)) return words.say(`${state}-shown`);
    return state === "kept" ? words.say("saved", { time: shownTime(keeper.saved) }) : "";
  }

  /** The browser has not answered yet. */
  showLate() {
    const { keeper, notices, words, offer } = this.#parts;
    if (keeper.state !== "reading") return;
    notices.show("trouble", words.say("not-kept-late"), { text: words.say("download-answers"), act: offer });
  }

  /**
   * @param {AsideDraft} other
   * @param {"other-put-aside" | "aside"} [sentence]
   */
  showAside(other, sentence = "other-put-aside") {
    const { keeper, answers, mark, notices, words, download } = this.#parts;
    if (other.subjectId !== keeper.subject.id) return;
    const remove = { text: words.say("remove-those"), act: () => void this.#removeAside(other) };
    const isReadable = isDraft(other) && ["same", "recomputed"].includes(match(other, mark)) &&
      answers.hasRoomFor(other) && !answers.whatIsLost(other).length;
    if (!isReadable) {
      const save = { text: words.say("download-those"), act: () => download(other) };
      return notices.show(asideMatter(other), words.say("aside-unreadable", this.#whose()), [save, remove]);
    }
    const show = { text: words.say("show-those"), act: () => void this.#swap(other) };
    notices.show(asideMatter(other), words.say(sentence, { ...this.#whose(), ...this.#what(other) }), [show, remove]);
  }

  /**
   * @param {Standing} before
   * @param {{ saved: string } & Pick<Answers, "input">} by
   */
  showReplaced(before, by) {
    const { keeper, notices, words, changed } = this.#parts;
    changed();
    const text = words.say("replaced-elsewhere", this.#what({ ...by, saved: now() }));
    const act = async () => {
      const after = keeper.standing();
      await keeper.stand({ ...before, subject: keeper.subject });
      changed();
      notices.show("elsewhere", words.say("back-again"), this.#undo(after));
    };
    notices.show("elsewhere", text, { text: words.say("show-before"), act: () => void act() });
  }

  showRemoved() {
    const { keeper, notices, words, changed } = this.#parts;
    const keep = () => void keeper.keep({ insist: true });
    const remove = () => {
      keeper.begin(nobody(keeper.subject.kind));
      changed();
    };
    notices.show("removed", words.say("removed-elsewhere", this.#whose()), [
      { text: words.say("keep-them"), act: keep },
      { text: words.say("remove-here"), act: remove },
    ]);
  }

  /**
   * Something is kept that the form cannot show.
   * @param {unknown} content
   */
  showDamaged(content) {
    const { notices, words, download } = this.#parts;
    const save = { text: words.say("download-those"), act: () => download(content) };
    notices.show("damaged", words.say("damaged", this.#whose()), save);
  }

  /** @param {Leftover} leftover */
  showLeftover({ subject, text }) {
    const { keeper, notices, words, download } = this.#parts;
    const save = { text: words.say("download-those"), act: () => download(text) };
    const whose = about(words, { ...keeper.subject, name: subject });
    notices.show("leftover", words.say("leftover", { about: whose }), save);
  }

  /**
   * An action that makes the form say again what it said.
   * @param {Standing} standing
   * @returns {Action}
   */
  #undo(standing) {
    const { keeper, notices, words, changed } = this.#parts;
    const act = async () => {
      await keeper.stand(standing);
      changed();
      notices.withdraw("elsewhere");
    };
    return { text: words.say("undo"), act: () => void act() };
  }

  /** @param {AsideDraft} other */
  async #swap(other) {
    const { keeper, notices, changed } = this.#parts;
    notices.withdraw(asideMatter(other));
    await keeper.stand({ ...other, subject: keeper.subject }, { instead: other, puttingAside: true });
    changed();
  }

  /** @param {AsideDraft} other */
  async #removeAside(other) {
    const { store, notices, words } = this.#parts;
    const outcome = await store.removeAside(other);
    if (!outcome.done) return;
    const act = async () => {
      if ((await store.putAsideAgain(other)).done) this.showAside(other, "aside");
    };
    notices.show(asideMatter(other), words.say("those-removed"), { text: words.say("undo"), act: () => void act() });
  }

  #whose() {
    const { keeper, words } = this.#parts;
    return { about: about(words, keeper.subject) };
  }

  /** @param {{ saved: string } & Pick<Answers, "input">} record */
  #what({ saved, input }) {
    const { words } = this.#parts;
    return { answered: words.say("answered", { number: countAnswers(input) }), time: shownTime(saved) };
  }
}
