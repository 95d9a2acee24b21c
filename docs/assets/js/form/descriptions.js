// @ts-check
/** Which texts of the page describe an element to a screen reader. */

/**
 * Change the ids of the texts that describe an element.
 * @param {Element} element
 * @param {(ids: string[]) => string[]} change
 */
export function describe(element, change) {
  const ids = change((element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean));
  if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
  else element.removeAttribute("aria-describedby");
}
