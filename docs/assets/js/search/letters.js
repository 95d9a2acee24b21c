// @ts-check
/** Knows letters of any script: which are written without spaces, and which differ only in case, width or accent. */

/** Chinese and Japanese characters, and the stroke that makes a Japanese vowel longer. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー";
/** Characters without spaces between their words, or one word of letters and digits. */
export const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, "gu");
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
/** Accents, and what Hebrew and Arabic add to their letters. The marks of other scripts tell words apart. */
const ACCENTS = /(?=\p{M})[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]|\u0640/gu;
/** Letters that Unicode does not take apart, and another way to write each. */
const WRITTEN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ" };
const TAKEN_APART = new RegExp(`[${Object.keys(WRITTEN).join("")}]`, "g");

/**
 * *text* in small letters, with the forms of one letter made one: É and é are e, ３ is 3.
 * @param {string} text
 */
export function folded(text) {
  const small = text.normalize("NFKC").toLowerCase();
  const bare = small.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
  return bare.replace(TAKEN_APART, (letter) => WRITTEN[/** @type {keyof typeof WRITTEN} */ (letter)]);
}

/**
 * Whether a word or a run is of characters that are written without spaces.
 * @param {string} word
 */
export function isUnspaced(word) {
  return BEGINS_UNSPACED.test(word);
}
