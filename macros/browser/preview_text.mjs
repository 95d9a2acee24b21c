/**
 * Sets text in Noto Sans SC as outlines: measures lines, breaks them where either script may break, draws them.
 *
 * The font comes in slices, each with the characters that stand together most.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FONT = "@fontsource-variable/noto-sans-sc";
const UNITS = 1000;
/** Units at either side of a mark that is made narrow. */
const SIDE = 60;
const WIDE_LANGUAGES = /^(zh|ja|ko)/;
/** Characters of scripts that break between any two, with their marks. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;
/** Pixels by which lines are made narrower until they are even. */
const STEP = 20;
/** Never first on a line, never last on a line. */
const CLOSING = /[、。，．：；？！）》」』】〉”’…—·～%℃\uff5e]/u;
const OPENING = /[（《「『【〈“‘]/u;

/** A text holds a character that the font does not have: its script may need another font. */
export class UnknownCharacter extends Error {}

/**
 * What sets the texts of one picture after another; for each it measures a text only once.
 * @returns {Promise<() => { lines: Function, even: Function, line: Function }>}
 */
export async function typesetter(modules) {
  const font = await readSlices(modules);
  return () => setting({ ...font, widths: new Map() });
}

function setting(slices) {
  return { lines: (said, style) => broken(said, style, slices), even: (said, style) => even(said, style, slices), line: (said, style, x, y) => drawn(said, style, x, y, slices) };
}

/** Break a text into lines of at most style.width; the last one ends in … where there are more than style.most. */
function broken(said, style, slices) {
  const lines = [""];
  for (const piece of pieces(said)) {
    const longer = lines.at(-1) + piece;
    if (width(longer.trimEnd(), style, slices) <= style.width) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  const trimmed = lines.map((line) => line.trim());
  if (trimmed.length <= style.most) return { lines: trimmed, whole: true };
  const kept = trimmed.slice(0, style.most);
  const last = pieces(kept.at(-1));
  while (last.length > 1 && width(`${last.join("").trimEnd()}…`, style, slices) > style.width) last.pop();
  kept[kept.length - 1] = `${last.join("").trimEnd().replace(/[,;:、，；：]$/u, "")}…`;
  return { lines: kept, whole: false };
}

/** The same lines, each about as wide as the others: no last line of one character. */
function even(said, style, slices) {
  let found = broken(said, style, slices);
  const parts = found.lines.length === 2 ? inTwo(said, style, slices) : null;
  if (parts) return { lines: parts, whole: true };
  for (let narrower = style.width - STEP; narrower > style.width / 2; narrower -= STEP) {
    const tried = broken(said, { ...style, width: narrower }, slices);
    if (!tried.whole || tried.lines.length > found.lines.length) break;
    found = tried;
  }
  return found;
}

/** A Chinese title in two lines ends the first one at a mark or before a bracket where it can, not within a word. */
function inTwo(said, style, slices) {
  const ends = [...said.matchAll(/(?<=[：，；。？！])(?!$)|(?=（)/gu)].map(({ index }) => index).filter(Boolean);
  const tried = ends.map((end) => [said.slice(0, end), said.slice(end)]);
  const wider = (parts) => Math.max(...parts.map((part) => width(part, style, slices)));
  return tried.filter((parts) => wider(parts) <= style.width).sort((one, other) => wider(one) - wider(other))[0];
}

/** The pieces of a text between which a line may end: words with the space after them, single wide characters. */
function pieces(said) {
  const found = [];
  for (const character of said) {
    const before = found.at(-1)?.at(-1);
    const joins = before !== undefined && !/\s/u.test(before) &&
      (CLOSING.test(character) || OPENING.test(before) || /\s/u.test(character) || !(WIDE.test(character) || WIDE.test(before)));
    if (joins) found[found.length - 1] += character;
    else found.push(character);
  }
  return found;
}

function width(said, style, slices) {
  const key = `${style.weight} ${style.language} ${said}`;
  let units = slices.widths.get(key);
  if (units === undefined) {
    units = shaped(said, style, slices).reduce((sum, glyph) => sum + glyph.advance, 0);
    slices.widths.set(key, units);
  }
  return units * style.size / UNITS;
}

/** A line as SVG: one path for each glyph, from its place on the line. */
function drawn(said, style, x, y, slices) {
  let at = 0;
  const paths = shaped(said, style, slices).map(({ outline, advance, before }) => {
    const path = outline();
    const moved = path && `<path d="${path}" transform="translate(${at + before} 0)"/>`;
    at += advance;
    return moved;
  });
  const scale = style.size / UNITS;
  return `<g fill="${style.colour}" transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join("")}</g>`;
}

/** The glyphs of a text, run by run of characters of one slice. */
function shaped(said, { weight, language }, slices) {
  const runs = [];
  for (const character of said) {
    const slice = slices.of(character);
    if (runs.at(-1)?.slice === slice) runs.at(-1).said += character;
    else runs.push({ slice, said: character });
  }
  return runs.flatMap((run) => slices.shape(run.slice, run.said, weight, language));
}

async function readSlices(modules) {
  const required = createRequire(join(modules, "index.js"));
  const decompress = required("wawoff2/decompress");
  const hb = await import(pathToFileURL(join(modules, "harfbuzzjs", "dist", "index.mjs")));
  const folder = join(modules, FONT);
  const ranges = Object.entries(JSON.parse(await readFile(join(folder, "unicode.json"), "utf8")));
  const holders = ranges.flatMap(([name, said]) => said.split(",").map((range) => [name.replace(/[[\]]/g, ""), ...limits(range)]));
  // The slice of Latin letters goes before the others that hold the same.
  holders.sort(([one], [other]) => Number(other === "latin") - Number(one === "latin"));
  const faces = new Map();
  for (const name of new Set(holders.map(([each]) => each))) {
    const file = await readFile(join(folder, "files", `noto-sans-sc-${name}-wght-normal.woff2`));
    // Copied at once: the next call writes over what this one returned.
    const bytes = Uint8Array.from(await decompress(file));
    faces.set(name, new hb.Face(new hb.Blob(bytes.buffer)));
  }
  const sized = new Map();
  const known = new Map();
  return {
    of(character) {
      if (!known.has(character)) known.set(character, holderOf(character, holders));
      return known.get(character);
    },
    shape(name, said, weight, language) {
      const key = `${name} ${weight}`;
      if (!sized.has(key)) {
        const font = new hb.Font(faces.get(name));
        font.setVariations([new hb.Variation("wght", weight)]);
        sized.set(key, font);
      }
      const font = sized.get(key);
      const buffer = new hb.Buffer();
      buffer.addText(said);
      buffer.guessSegmentProperties();
      buffer.setLanguage(language);
      hb.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint }, index) => {
        if (codepoint === 0) throw new UnknownCharacter(said);
        const glyph = { outline: () => font.glyphToPath(codepoint), advance: positions[index].xAdvance, before: 0 };
        return glyph.advance >= UNITS && !WIDE_LANGUAGES.test(language) ? narrow(glyph, font.glyphExtents(codepoint)) : glyph;
      });
    },
  };
}

/** Quotes and other marks that both scripts share are as wide as a Chinese character; among Latin letters they are not. */
function narrow(glyph, { xBearing, width: drawnWidth }) {
  return { ...glyph, advance: drawnWidth + 2 * SIDE, before: SIDE - xBearing };
}

function holderOf(character, holders) {
  const point = character.codePointAt(0);
  const found = holders.find(([, first, last]) => first <= point && point <= last);
  if (!found) throw new UnknownCharacter(character);
  return found[0];
}

/** @param {string} range U+4e00 or U+4e00-4e0f */
function limits(range) {
  const [first, last = first] = range.replace("U+", "").split("-").map((each) => Number.parseInt(each, 16));
  return [first, last];
}
