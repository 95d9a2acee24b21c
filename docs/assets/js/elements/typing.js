// @ts-check
/**
 * Whether a key belongs to an input method that is still at work: it chooses characters there and must
 * do nothing else.
 * @param {KeyboardEvent} event
 */
export function isComposing(event) {
  // Support: Safari ends the composition before the Enter that ended it; the code 229 still tells.
  return event.isComposing || event.keyCode === 229;
}
