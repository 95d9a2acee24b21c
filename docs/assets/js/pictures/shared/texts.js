// @ts-check
/** Text in charts: how wide it is, and where it breaks. */

/**
 * @typedef {object} Measure
 * @property {string} family of the font
 * @property {(text: string, size: number, bold?: boolean) => number} width in pixels
 */

const ELLIPSIS = "…";
/** Where a line may break: after a space, and around each Chinese character. */
const PIECES = /[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu;
/** What may not begin a line. */
const CLOSING = /^[，。、；：？！）》」』”’%,.;:?!)]/u;
/** Such a mark may hang over the end of a line instead. */
const HANGING = /[，。、；：]$/u;

/**
 * Measure in a font of the page.
 * @param {string} family
 * @returns {Measure}
 */
export function measuring(family) {
  const context = document.createElement("canvas").getContext("2d");
  return {
    family,
    width(text, size, bold = false) {
      if (!context) return text.length * size;
      context.font = `${bold ? "bold " : ""}${size}px ${family}`;
      return context.measureText(text).width;
    },
  };
}

/**
 * Break text into at most so many lines of a width; what does not fit ends in an ellipsis.
 * @param {string} text
 * @param {number} width
 * @param {number} most lines
 * @param {(text: string) => number} widthOf
 * @returns {string[]}
 */
export function wrap(text, width, most, widthOf) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (line && widthOf((line + piece).trimEnd()) > width && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  const kept = lines.slice(0, most);
  const last = kept.pop();
  if (last === undefined) return kept;
  return [...kept.map((each) => cut(each, width, widthOf)), cut(last, width, widthOf, lines.length > most)];
}

/**
 * @param {string} line
 * @param {number} width
 * @param {(text: string) => number} widthOf
 * @param {boolean} [more] whether something was left out after it
 */
function cut(line, width, widthOf, more = false) {
  if (!more && widthOf(line.replace(HANGING, "")) <= width) return line;
  const characters = [...line];
  while (characters.length > 1 && widthOf(characters.join("").trimEnd() + ELLIPSIS) > width) characters.pop();
  return characters.join("").trimEnd() + ELLIPSIS;
}
