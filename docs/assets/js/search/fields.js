// @ts-check
/** What an index is made of: the fields of a document and what a word weighs in each. */

/** Field -> what a word weighs that stands there. */
export const WEIGHTS = {
  title: 10, other: 6, keywords: 3, terms: 0.8, questions: 5.8, headings: 1.6, purpose: 1.2, near: 0.5, body: 1.5,
  pinyin: 2,
};
export const FIELDS = Object.keys(WEIGHTS);
/** The field of whole texts, in which much stands only once. */
export const BODY = "body";
/** The field of spellings, which are no words. */
export const SPELLINGS = "pinyin";

/**
 * How MiniSearch makes and reads an index: all cutting is ours.
 * @type {Pick<import("minisearch").Options, "fields" | "processTerm">}
 */
export const INDEX = { fields: FIELDS, processTerm: (term) => term };

/** @typedef {Record<string, Record<string, number>>} Fields Field -> document -> how often a word stands there. */

/**
 * How many documents hold a word or a group; a spelling is no word.
 * @param {Fields | undefined} fields
 * @param {{ fieldIds: Record<string, number> }} index
 */
export function countIn(fields, { fieldIds }) {
  const spellings = String(fieldIds[SPELLINGS]);
  const words = Object.entries(fields ?? {}).filter(([field]) => field !== spellings);
  return new Set(words.flatMap(([, documents]) => Object.keys(documents))).size;
}
