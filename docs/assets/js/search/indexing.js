// @ts-check
/** Makes the file that search loads: what it can show, what it knows of words, and MiniSearch's index. */
import MiniSearch from "minisearch";
import { BODY, FIELDS, INDEX, SPELLINGS } from "./fields.js";
import { folded, isUnspaced, RUN } from "./letters.js";
import { SearchWords, stemmerNamed } from "./words.js";

/** @typedef {import("./words.js").Vocabulary} Vocabulary */
/** @typedef {[kind: string, anchor: string, text: string]} StoredPlace */
/** @typedef {[kind: string, address: string, title: string, note: string, places: StoredPlace[]]} StoredDocument */
/** @typedef {Vocabulary & { documents: StoredDocument[], index: import("minisearch").AsPlainObject }} IndexFile */
/** @typedef {{ shown: StoredDocument, fields: Record<string, string[]> }} Source A document and the texts of its fields. */
/**
 * What an index is made from.
 * @typedef {object} Order
 * @property {Source[]} documents
 * @property {string[]} ignored words that say nothing about what a text is on
 * @property {Record<string, string[]>} synonyms group -> words and phrases that stand for the same thing
 * @property {string} stemmer
 * @property {Record<string, string>} traditional traditional character -> the simplified one
 */

/** A pair of characters in the body counts from here: most pairs across two words stand once. */
const OFTEN = 2;
/** Keeps the texts of a field apart; no text holds it. */
const BETWEEN = "\n";

/**
 * @param {Order} order
 * @returns {IndexFile}
 */
export function makeIndexFile({ documents, ignored, synonyms, stemmer, traditional }) {
  const vocabulary = {
    groups: phrasesOf(synonyms, stemmer),
    ignored: [...new Set(ignored.map(folded))].sort(),
    stemmer,
    traditional: needed(traditional, documents),
  };
  const words = new SearchWords(vocabulary);
  const index = new MiniSearch({ ...INDEX, tokenize: (text, field = BODY) => tokens(text, field, words) });
  index.addAll(documents.map(({ fields }, id) => ({ id, ...joined(fields) })));
  return { ...vocabulary, documents: documents.map(({ shown }) => shown), index: index.toJSON() };
}

/**
 * Every field as one text. One that a document lacks is empty: MiniSearch's mean length of a field that it is not given
 * depends on the order of the documents.
 * @param {Record<string, string[]>} fields
 */
function joined(fields) {
  const unknown = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (unknown) throw new Error(`search knows no field '${unknown}', only ${FIELDS.join(", ")}`);
  return Object.fromEntries(FIELDS.map((name) => [name, (fields[name] ?? []).join(BETWEEN)]));
}

/**
 * What stands in a field, each word as often as it counts.
 * @param {string} joinedTexts
 * @param {string} field
 * @param {SearchWords} words
 */
function tokens(joinedTexts, field, words) {
  const texts = joinedTexts.split(BETWEEN).filter(Boolean);
  if (field === SPELLINGS) return texts;
  if (field === BODY) return withoutChance(texts.flatMap((text) => words.words(text)));
  return texts.flatMap((text) => [...words.words(text), ...words.groups(text)]);
}

/** @param {string[]} words */
function withoutChance(words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => !isUnspaced(word) || (counts.get(word) ?? 0) >= OFTEN);
}

/**
 * Phrase, as SearchWords finds it in a text -> the groups that hold it, each with = before its name.
 * @param {Record<string, string[]>} synonyms
 * @param {string} stemmer
 */
function phrasesOf(synonyms, stemmer) {
  const stem = stemmerNamed(stemmer);
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const [name, texts] of Object.entries(synonyms)) {
    for (const text of texts) {
      const runs = folded(text).match(RUN) ?? [];
      const phrase = runs.map((run) => (isUnspaced(run) ? run : stem(run))).join(" ");
      groups.set(phrase, [...new Set([...(groups.get(phrase) ?? []), `=${name}`])]);
    }
  }
  return Object.fromEntries(groups);
}

/**
 * The traditional characters that a reader can mean here, and the simplified ones.
 * @param {Record<string, string>} traditional
 * @param {Source[]} documents
 * @returns {[string, string]}
 */
function needed(traditional, documents) {
  const present = new Set(documents.flatMap(({ fields }) => Object.values(fields).flat()).join(""));
  const pairs = Object.entries(traditional).filter(([, simplified]) => present.has(simplified));
  return [pairs.map(([old]) => old).join(""), pairs.map(([, simplified]) => simplified).join("")];
}
