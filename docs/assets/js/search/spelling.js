// @ts-check
/** Reads a word of letters with a slip of the keys in it as the word of the playbook that comes closest. */

/** A shorter word has too many others close by. */
const SLIPS_FROM = 5;
/** A word this long may hold two slips. */
const TWO_FROM = 8;

export class Spelling {
  #counts;
  #stem;
  /** @type {Map<string, string>} A stem, or a word as it is written -> the stem. */
  #stems = new Map();

  /**
   * @param {Map<string, number>} counts stem -> how many documents hold it
   * @param {Iterable<string>} written words in small letters, with their endings
   * @param {(word: string) => string} stem
   */
  constructor(counts, written, stem) {
    this.#counts = counts;
    this.#stem = stem;
    for (const [one, count] of counts) if (count) this.#stems.set(one, one);
    for (const word of written) if (counts.get(stem(word))) this.#stems.set(word, stem(word));
  }

  /**
   * The word itself when it is known or begins one that is, or else the closest stem there is.
   * @param {string} word in small letters
   */
  mend(word) {
    const own = this.#stem(word);
    if (word.length < SLIPS_FROM || this.#begins(own)) return word;
    let [best, least] = [word, Infinity];
    for (const [form, one] of this.#stems) {
      // Who slips, seldom does so on the first letter.
      if (form[0] !== word[0]) continue;
      const slips = Math.min(slipsBetween(word, form), slipsBetween(own, form));
      const commoner = slips === least && this.#count(one) > this.#count(best);
      if (slips < least || (best !== word && commoner)) [best, least] = [one, slips];
    }
    return best;
  }

  /** @param {string} beginning */
  #begins(beginning) {
    return this.#counts.has(beginning) || [...this.#counts.keys()].some((one) => one.startsWith(beginning));
  }

  /** @param {string} one */
  #count(one) {
    return this.#counts.get(one) ?? 0;
  }
}

/**
 * How many letters are missing, added, wrong or swapped with the next; infinitely many in another word.
 * @param {string} typed
 * @param {string} form
 */
function slipsBetween(typed, form) {
  const most = typed.length < TWO_FROM ? 1 : 2;
  if (Math.abs(typed.length - form.length) > most) return Infinity;
  /** @type {number[][]} Row, column -> slips from so many letters of one to so many of the other. */
  const slips = [Array.from({ length: form.length + 1 }, (_, column) => column)];
  const at = (/** @type {number} */ row, /** @type {number} */ column) => slips[row]?.[column] ?? Infinity;
  for (let row = 1; row <= typed.length; row++) {
    slips.push([row]);
    for (let column = 1; column <= form.length; column++) {
      const wrong = typed[row - 1] === form[column - 1] ? 0 : 1;
      const swapped = typed[row - 1] === form[column - 2] && typed[row - 2] === form[column - 1];
      slips[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + wrong,
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  const all = at(typed.length, form.length);
  return all > most ? Infinity : all;
}
