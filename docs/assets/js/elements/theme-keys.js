// @ts-check
/** Single letters with which the theme goes to the next page and the one before. */
const LEADING_AWAY = ["n", ".", "p", ","];

/** Let no slip of a finger lead away from a page: WCAG 2.2, criterion 2.1.4, asks for a way to be rid of such keys. */
export function silenceThemeKeys() {
  // The theme listens at the window, one step above.
  document.addEventListener("keydown", (event) => LEADING_AWAY.includes(event.key) && event.stopPropagation());
}
