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
