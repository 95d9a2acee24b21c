// @ts-check
/** Fills a form in which somebody may be typing: no key goes into something that he did not begin. */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Typed */

/**
 * Change the form; a field that is being typed in and says something else now loses the focus, and in one that says
 * the same the caret stays.
 * @template Result
 * @param {HTMLFormElement} form
 * @param {() => Result} change
 * @returns {Result}
 */
export function changeUnderHand(form, change) {
  const field = typedIn(form);
  const before = field && { value: field.value, start: field.selectionStart, end: field.selectionEnd };
  const result = change();
  if (!field) return result;
  if (!field.isConnected || field.value !== before?.value) field.blur();
  else field.setSelectionRange(before.start, before.end);
  return result;
}

/**
 * The field of a form that has the focus and takes text.
 * @param {HTMLFormElement} form
 * @returns {Typed | null}
 */
export function typedIn(form) {
  const { activeElement: field } = document;
  const takesText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
  return takesText && form.contains(field) ? field : null;
}

/**
 * Go on typing in another field, where the caret was.
 * @param {Typed} from
 * @param {Element | null | undefined} to
 */
export function goOnIn(from, to) {
  const { selectionStart, selectionEnd } = from;
  if (!(to instanceof HTMLInputElement || to instanceof HTMLTextAreaElement)) return;
  to.focus({ preventScroll: true });
  to.setSelectionRange(selectionStart, selectionEnd);
}
