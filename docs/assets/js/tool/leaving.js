// @ts-check
/** Keeps what was filled in on a page that is left before the browser has said what it keeps. */

import { randomId } from "../store/subjects.js";

/**
 * @param {import("./keeper.js").Keeper} keeper
 * @param {import("./answers.js").ToolAnswers} answers
 * @param {import("../store/answer-store.js").AnswerStore} store
 * @param {AbortSignal} signal ends it
 */
export function leaveEarly(keeper, answers, store, signal) {
  const leave = () => {
    if (keeper.state !== "reading" || answers.untouched) return;
    const { subject, stamp: _none, ...given } = keeper.standing();
    // It joins the answers that this page would have shown, beside what stands there.
    const id = store.lastHere(given.tool);
    // This window has not seen what stands there, even if it wrote it.
    const draft = { ...given, subjectId: id, stamp: `${randomId()}.0` };
    store.leaveBehind({ draft, subject: { ...subject, id }, seen: null });
  };
  addEventListener("pagehide", leave, { signal });
  addEventListener("pageshow", () => store.leaveBehind(null), { signal });
  signal.addEventListener("abort", leave, { once: true });
}
