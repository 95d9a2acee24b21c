// @ts-check
/** Makes one of the forms of a word, in the languages that it knows: decides, decided and deciding become decid. */

const NOT_PLURAL = /(?:ss|us|is)$/;
const SIBILANT = /(?:s|x|z|ch|sh)es$/;
const VERB = /^(.*[aeiouy].*[^e]|.*[aeiouy].*e(?=ing))(?:ed|ing)$/;
const DOUBLE = /([bdgmnprt])\1$/;
/** The first that fits is taken away; what stands before it keeps at least three letters. */
/** @type {[ending: RegExp, instead: string][]} */
const ENDINGS = [
  [/(?<=...)i[sz]ation$/, "is"],
  [/(?<=...)ize?$/, "is"],
  [/(?<=...)our$/, "or"],
  [/(?<=....)at(?:ion|e)?$/, ""],
  [/(?<=...[st])ion$/, ""],
  [/(?<=....)(?:ion)?ship$/, ""],
  [/(?<=...)ment$/, ""],
  [/(?<=...)eed$/, "ee"],
  [/(?<=...)(?<!bus)iness$/, "y"],
  [/(?<=....)(?<!busi)ness$/, ""],
  [/(?<=...)fully$/, ""],
  [/(?<=....)(?<!pp)ly$/, ""],
];
const LAST = /(?<=..[^aeo])e$/;
const SHORTEST = 4;

/**
 * What a language file can name in search.stemmer -> what it makes of a word in small letters.
 * @type {Record<string, (word: string) => string>}
 */
export const STEMMERS = { english, none: (word) => word };

/**
 * An English word without the ending of its form.
 * @param {string} word
 */
function english(word) {
  return word.length < SHORTEST ? word : derived(present(singular(word)));
}

/** @param {string} word */
function singular(word) {
  if (word.length > SHORTEST && /ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (word.length > SHORTEST && SIBILANT.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !NOT_PLURAL.test(word)) return word.slice(0, -1);
  return word;
}

/**
 * A verb without -ed and -ing: planned and planning are plan.
 * @param {string} word
 */
function present(word) {
  const short = VERB.exec(word)?.[1] ?? "";
  if (short.length < SHORTEST - 1) return word;
  return short.length >= SHORTEST && DOUBLE.test(short) ? short.slice(0, -1) : short;
}

/**
 * The word that a longer one was made of, without a silent e.
 * @param {string} word
 */
function derived(word) {
  const found = ENDINGS.find(([ending]) => ending.test(word));
  return (found ? word.replace(...found) : word).replace(LAST, "");
}
