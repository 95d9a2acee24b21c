// @ts-check
/** Cuts an index that is too large for one file: what every search needs, words by their first letters, shown texts. */
import { formsOf } from "./spelling.js";

/** @typedef {import("./indexing.js").IndexFile} IndexFile */
/** @typedef {import("./words.js").Vocabulary} Vocabulary */
/** @typedef {{ name: string, begins: string[] }} Part A file of all terms that begin so. */
/** @typedef {{ name: string, from: number }} Block A file of what is shown of documents, the first of them by number. */

/**
 * @typedef {object} Parts
 * @property {Part[]} terms their fields, in the order of the whole index
 * @property {Part[]} forms what a word can be read as
 * @property {Block[]} documents
 */
/** @typedef {Vocabulary & { kinds: string[], index: import("minisearch").AsPlainObject, parts: Parts }} FirstFile */
/** @typedef {(name: string, text: string) => string} Add Adds a file and returns its name. */

/**
 * How large files may be, in characters.
 * @typedef {object} Sizes
 * @property {number} whole an index in one file
 * @property {number} terms a part of terms; one larger term stands alone
 * @property {number} documents a block of documents
 */

/** @type {Sizes} */
const SIZES = { whole: 3_000_000, terms: 30_000, documents: 16_000 };

/**
 * The text of the file that search loads first: the whole index, or what leads to its parts, which are added.
 * @param {IndexFile} file
 * @param {Add} add
 * @param {Sizes} [sizes]
 */
export function firstFile(file, add, sizes = SIZES) {
  const whole = JSON.stringify(file);
  return whole.length > sizes.whole ? JSON.stringify(cut(file, add, sizes)) : whole;
}

/**
 * @param {IndexFile} file
 * @param {Add} add
 * @param {Sizes} sizes
 * @returns {FirstFile}
 */
function cut({ documents, index, ...vocabulary }, add, sizes) {
  const forms = formsOf({ documents, index, ...vocabulary });
  return {
    ...vocabulary,
    kinds: documents.map(([kind]) => kind),
    index: { ...index, index: [] },
    parts: {
      terms: filled(divided(index.index, sizes.terms), sizes.terms).map(({ begins, entries }) => {
        return { begins, name: add("terms", JSON.stringify(entries)) };
      }),
      // Whoever looks through forms needs all with one first letter, in their order.
      forms: filled(alike(forms, 1), sizes.terms).map(({ begins, entries }) => {
        return { begins, name: add("forms", JSON.stringify(entries)) };
      }),
      documents: filled(documents.map((entry, number) => ({ begins: [number], entries: [entry] })), sizes.documents)
        .map(({ begins, entries }) => ({ from: Math.min(...begins), name: add("texts", JSON.stringify(entries)) })),
    },
  };
}

/**
 * @template Begin
 * @template Entry
 * @typedef {{ begins: Begin[], entries: Entry[] }} Run Entries, and how they begin.
 */

/**
 * Entries that begin alike, in runs; of a run that is too large, by more letters.
 * @template {[string, ...unknown[]]} Entry
 * @param {Entry[]} entries
 * @param {number} most
 * @param {number} [letters]
 * @returns {Run<string, Entry>[]}
 */
function divided(entries, most, letters = 1) {
  return alike(entries, letters).flatMap((run) => {
    const isLarge = run.entries.length > 1 && sizeOf(run.entries) > most;
    return isLarge ? divided(run.entries, most, letters + 1) : [run];
  });
}

/**
 * @template {[string, ...unknown[]]} Entry
 * @param {Entry[]} entries
 * @param {number} letters
 * @returns {Run<string, Entry>[]}
 */
function alike(entries, letters) {
  /** @type {Map<string, Entry[]>} */
  const runs = new Map();
  for (const entry of entries) {
    const begin = entry[0].slice(0, letters);
    const run = runs.get(begin);
    if (run) run.push(entry);
    else runs.set(begin, [entry]);
  }
  return [...runs].map(([begin, own]) => ({ begins: [begin], entries: own }));
}

/**
 * Neighbouring runs put together, as many as one part can hold.
 * @template Begin
 * @template Entry
 * @param {Run<Begin, Entry>[]} runs
 * @param {number} most
 * @returns {Run<Begin, Entry>[]}
 */
function filled(runs, most) {
  /** @type {(Run<Begin, Entry> & { size: number })[]} */
  const parts = [];
  for (const { begins, entries } of runs) {
    const size = sizeOf(entries);
    const last = parts.at(-1);
    if (last && last.size + size <= most) {
      last.begins.push(...begins);
      last.entries.push(...entries);
      last.size += size;
    } else {
      parts.push({ begins: [...begins], entries: [...entries], size });
    }
  }
  return parts;
}

/** @param {unknown} entries */
function sizeOf(entries) {
  return JSON.stringify(entries).length;
}
