// @ts-check
/** Reads links to answers as people send them: one a line, with an alias before it where they gave one. */
import { LinkError, holdsLink, readLink } from "../store/share-link.js";
import { FORMAT } from "../store/answer-file.js";

/** @typedef {import("../elements/words.js").Words} Words */
/**
 * What is taken in as a file is. fault: why not; told: what of an answer sheet could not be read; isEmpty: all of it.
 * @typedef {Pick<File, "name" | "size" | "text"> & { fault?: string, line?: string, told?: string, isEmpty?: boolean }} Parcel
 */

/** Lines; more people than that are no team. */
const MOST_LINES = 200;
/** What stands before the # of a link. */
const ADDRESS = /https?:\/\/\S*$|\S*$/i;
/** Around an alias: bullets, brackets, colons. */
const AROUND = /^[^\p{L}\p{N}<]+|[^\p{L}\p{N}>]+$/gu;
/** Fault of a link -> the sentence about it, where another one is not enough. */
const SENTENCES = { version: "link-version" };

/**
 * @param {string} text
 * @param {Words} words
 * @returns {Promise<Parcel[]>}
 */
export function parcelsOf(text, words) {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim()).filter(Boolean).slice(0, MOST_LINES);
  return Promise.all(lines.map((line, number) => parcelOf(line, words.say("link", { number: number + 1 }))));
}

/**
 * @param {string} line
 * @param {string} name
 * @returns {Promise<Parcel>}
 */
async function parcelOf(line, name) {
  try {
    const shared = await readLink(line);
    const before = line.slice(0, line.search(/#r=/i)).replace(ADDRESS, "");
    const respondent = before.replace(AROUND, "");
    const content = JSON.stringify({ format: FORMAT, ...shared, notes: {}, scored: false, subject: "", respondent });
    return new File([content], name);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    const fault = (holdsLink(line) && Object.hasOwn(SENTENCES, error.code) && SENTENCES[/** @type {"version"} */ (error.code)]) || "link-damaged";
    return { name, size: 0, text: async () => "", fault, line };
  }
}
