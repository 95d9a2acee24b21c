// @ts-check
/** Lets a reader who presses twice do an act once: its second time would find what the first one left. */

/**
 * @returns {<Result>(act: (() => Result | Promise<Result>) | undefined) => Promise<Result | undefined>} does an act,
 *   unless one of before is still at work
 */
export function oneAct() {
  let isAtWork = false;
  return async (act) => {
    if (isAtWork) return undefined;
    isAtWork = true;
    try {
      return await act?.();
    } finally {
      isAtWork = false;
    }
  };
}
