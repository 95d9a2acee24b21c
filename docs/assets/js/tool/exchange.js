// @ts-check
/** Lets other answers take the place of those in the form, which are put aside, and takes that back. */
import { sameAnswers } from "../store/answer-record.js";
import { asideMatter } from "./waiting-aside.js";

/** @typedef {import("../store/answer-record.js").Given} Given */
/**
 * @typedef {object} Parts
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./notices.js").Notices} notices
 * @property {() => void} changed called when the form says something else
 */

/**
 * @param {Parts} parts
 * @param {Given} given
 * @returns {Promise<() => Promise<void>>} takes it back; what was changed since is put aside in turn
 */
export async function exchange({ keeper, notices, changed }, given) {
  await keeper.settled();
  const before = keeper.own();
  const standing = keeper.stand({ ...before, ...given, scored: false, saved: "" }, { puttingAside: true });
  // The reader may go on while it is written.
  const after = keeper.standing();
  const aside = await standing;
  changed();
  return async () => {
    if (aside) notices.withdraw(asideMatter(aside));
    const puttingAside = !sameAnswers(keeper.standing(), after);
    await keeper.stand({ ...before, subject: keeper.subject }, { instead: aside, puttingAside });
    changed();
  };
}
