// @ts-check
/** Passes the focus on where what has it goes: whoever works by keyboard must not begin again at the top. */

/**
 * Take an element away; where it has the focus, its neighbour before it gets that, or the one after, or what is around.
 * @param {Element} element
 */
export function removePassingFocus(element) {
  const { previousElementSibling: before, nextElementSibling: after, parentElement } = element;
  const had = element.contains(document.activeElement);
  element.remove();
  if (had) focusFirstOf([before, after, ...around(parentElement)]);
}

/**
 * @param {readonly (Element | null | undefined)[]} places the first that is seen gets the focus
 */
export function focusFirstOf(places) {
  const place = places.find((each) => each instanceof HTMLElement && each.checkVisibility());
  if (!(place instanceof HTMLElement)) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Lead the reader to the beginning of something: his view, and his keys.
 * @param {HTMLElement} place that takes the focus
 */
export function bringIntoView(place) {
  place.focus();
  place.scrollIntoView({ block: "start" });
}

/** Whether the focus was lost with what had it, or will be. */
export function isFocusLost() {
  const { activeElement: at } = document;
  return at === null || at === document.body || !at.checkVisibility();
}

/** Whether the focus is in a field, of any kind: somebody is filling in. */
export function isInField() {
  return document.activeElement?.matches("input, select, textarea") ?? false;
}

/** Whether the focus is in a field that takes text. */
export function isWriting() {
  const { activeElement: at } = document;
  if (at instanceof HTMLTextAreaElement) return true;
  // Those that take text, and no others, know where the caret stands; a number's field does not say it.
  return at instanceof HTMLInputElement && (at.selectionStart !== null || at.type === "number");
}

/**
 * @param {Element | null} element
 * @returns {Element[]} it and what is around it, the nearest first
 */
function around(element) {
  return element ? [element, ...around(element.parentElement)] : [];
}
