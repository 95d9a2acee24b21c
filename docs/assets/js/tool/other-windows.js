// @ts-check
/** Follows what other windows write about the subject of one tool's form. */
import { nobody } from "../store/subjects.js";

/** @typedef {import("../store/answer-store.js").AnswerStore} AnswerStore */
/** @typedef {import("../store/answer-record.js").DefinitionMark} DefinitionMark */
/** @typedef {import("../store/news.js").News} News */
/** @typedef {import("./keeper.js").Keeper} Keeper */

/**
 * @param {Keeper} keeper
 * @param {() => void} named called when the subject has got another name
 * @param {AnswerStore} store
 * @param {DefinitionMark} mark
 * @param {AbortSignal} signal ends it
 */
export function followOtherWindows(keeper, named, store, mark, signal) {
  /** @param {News} news */
  const hear = async ({ act, tool, subjectId = "", from }) => {
    const isMine = tool === mark.tool && [subjectId, from].includes(keeper.subject.id);
    const isJoined = act === "joined" && subjectId === keeper.subject.id;
    if (act === "cleared" || isJoined || (act === "removed" && isMine)) return keeper.noticeRemoval();
    if (act !== "renamed" && !(act === "written" && isMine)) return;
    const { kind } = keeper.subject;
    const subjects = await store.subjects(kind);
    const known = subjects.done && subjects.result.find(({ id }) => id === subjectId);
    if (act === "renamed" && known && known.id === keeper.subject.id) {
      keeper.nameSubject(known);
      named();
    }
    if (act === "renamed") return;
    const kept = await store.kept(mark.tool, mark.version, known || nobody(kind));
    const draft = kept.done ? kept.result.draft : null;
    if (draft && [subjectId, from].includes(keeper.subject.id)) keeper.follow(draft, known || nobody(kind));
  };
  store.listen((news) => void hear(news), signal);
}

/**
 * See whether what was kept is still there: a window that sleeps hears nothing.
 * @param {Keeper} keeper
 * @param {AnswerStore} store
 * @param {DefinitionMark} mark
 */
export async function seeRemoval(keeper, store, { tool, version }) {
  if (keeper.state !== "kept" || keeper.standing().stamp === null) return;
  const kept = await store.kept(tool, version, keeper.subject);
  if (kept.done && kept.result.draft?.version !== version) keeper.noticeRemoval();
}
