// @ts-check
/** Gives the page the style of a picture, once it is drawn. */

/** @param {string} style the text of a style sheet */
export function wear(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
