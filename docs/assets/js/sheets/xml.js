// @ts-check
/**
 * Goes through a text in XML tag by tag. A document type is refused: no workbook has one, and with it a short text
 * can stand for an endless one.
 */
import { SheetError } from "./sheet-error.js";

/**
 * A tag, and the text since the one before it.
 * @typedef {object} Tag
 * @property {string} name without its prefix
 * @property {boolean} opens
 * @property {boolean} closes both, where nothing stands inside
 * @property {string} attributes as they are written
 * @property {string} before
 */

const ENTITIES = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Characters of a tag. */
const LONGEST_TAG = 10_000;
const HIGHEST = 0x10ffff;

/**
 * @param {string} text
 * @returns {Generator<Tag>}
 */
export function* tagsOf(text) {
  let before = "";
  for (let at = 0; ;) {
    const open = text.indexOf("<", at);
    if (open < 0) return;
    before += decoded(text.slice(at, open));
    const [, inside, start = ""] = /** @type {RegExpExecArray} */ (SPECIAL.exec(text.slice(open, open + 9)));
    if (start === "<!--") at = endAt(text, "-->", open);
    else if (start === "<?") at = endAt(text, "?>", open);
    else if (inside) {
      at = endAt(text, "]]>", open);
      before += text.slice(open + inside.length, at - 3);
    } else if (start === "<!") throw new SheetError("damaged");
    else {
      const end = endOfTag(text, open);
      yield { ...tagIn(text.slice(open + 1, end)), before };
      before = "";
      at = end + 1;
    }
  }
}

/** What is no tag: text as it is written, and what nobody reads. */
const SPECIAL = /^(<!\[CDATA\[)?(<!--|<\?|<!|)/;

/**
 * @param {Tag} tag
 * @param {string} wanted its name, without a prefix
 * @returns {string} empty where there is none
 */
export function attribute({ attributes }, wanted) {
  for (const [, name = "", one, other] of attributes.matchAll(ATTRIBUTE)) {
    if (withoutPrefix(name) === wanted) return decoded(one ?? other ?? "");
  }
  return "";
}

/**
 * @param {string} content between the brackets
 * @returns {Omit<Tag, "before">}
 */
function tagIn(content) {
  const isEnd = content.startsWith("/");
  const isEmpty = content.endsWith("/");
  const body = content.slice(isEnd ? 1 : 0, isEmpty ? -1 : undefined);
  const name = /^[^\s]*/.exec(body)?.[0] ?? "";
  return { name: withoutPrefix(name), opens: !isEnd, closes: isEnd || isEmpty, attributes: body.slice(name.length) };
}

/** @param {string} name */
function withoutPrefix(name) {
  return name.slice(name.indexOf(":") + 1);
}

/**
 * @param {string} text
 * @param {number} open
 */
function endOfTag(text, open) {
  let quote = "";
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST_TAG); at += 1) {
    const letter = text[at] ?? "";
    if (quote) quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === ">") return at;
  }
  throw new SheetError("damaged");
}

/**
 * @param {string} text
 * @param {string} mark
 * @param {number} from
 */
function endAt(text, mark, from) {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new SheetError("damaged");
  return found + mark.length;
}

/** @param {string} text */
function decoded(text) {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, hex, digits, name) => {
    if (name) return ENTITIES.get(name) ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(digits);
    return code <= HIGHEST ? String.fromCodePoint(code) : whole;
  });
}
