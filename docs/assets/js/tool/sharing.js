// @ts-check
/** Makes a link of the answers in the form, and says what it holds before it is copied. */
import { copyText } from "../elements/clipboard.js";
import { dialogFrom, openDialog } from "../elements/dialog.js";
import { pageAddress } from "../elements/page-address.js";
import { pageLocale } from "../elements/page-locale.js";
import { fillSlots } from "../elements/slots.js";
import { countAnswers } from "../store/answer-record.js";
import { canShare, LinkError, writeLink } from "../store/share-link.js";
import { withoutNames } from "../store/unnamed-answers.js";
import { showBusy } from "./busy-sign.js";

/**
 * @typedef {object} Parts
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./scoring.js").ToolScoring} scoring
 * @property {import("./failure.js").Failure} failure
 * @property {import("./notices.js").Notices} notices
 * @property {import("../elements/words.js").Words} words
 */

const MATTER = "share";
/** Characters beyond which some programs cut a link. */
const LONG = 2000;

/**
 * @param {Parts} parts
 * @param {HTMLElement} button that was pressed
 */
export async function share({ keeper, scoring, failure, notices, words }, button) {
  notices.withdraw(MATTER);
  if (!canShare()) return notices.show(MATTER, words.say("share-unsupported"), [], button);
  const done = showBusy(button, words.say("working"));
  try {
    const { tool, version, hash, structure, input, saved } = keeper.standing();
    if (!countAnswers(input)) {
      done();
      return notices.show(MATTER, words.say("share-nothing"), [], button);
    }
    const { input: shown, names } = withoutNames(await scoring.definition(), input);
    const moment = saved || new Date().toISOString();
    const link = await writeLink(pageAddress(), { tool, version, hash, structure, input: shown, saved: moment });
    done();
    await showLink(link, { number: countAnswers(shown), names, confidence: "confidence" in shown }, words);
  } catch (error) {
    done();
    if (error instanceof LinkError) return notices.show(MATTER, words.say("share-too-large"), [], button);
    console.error(error);
    await failure.show(button);
  }
}

/**
 * @param {string} link
 * @param {{ number: number, names: number, confidence: boolean }} counts of answers, and of names that became numbers
 * @param {import("../elements/words.js").Words} words
 */
async function showLink(link, { number, names, confidence }, words) {
  const dialog = dialogFrom("template[data-share-dialog]");
  const field = dialog?.querySelector("textarea");
  if (!dialog || !field) return;
  fillSlots(dialog, {
    size: words.say("share-size", { number: new Intl.NumberFormat(pageLocale()).format(link.length) }),
    holds: words.say("share-holds", { answered: words.say("answered", { number }) }),
    confidence: confidence ? words.say("share-confidence") : "",
    names: names ? words.say("share-names") : "",
    long: link.length > LONG ? words.say("share-long") : "",
  });
  field.value = link;
  field.addEventListener("focus", () => field.select());
  const said = dialog.querySelector("output");
  dialog.querySelector("[data-copy-link]")?.addEventListener("click", async () => {
    const copied = await copyText(link);
    if (said) said.textContent = words.say(copied ? "copied" : "copy-failed");
    if (copied) return;
    field.focus();
    field.select();
  });
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  const closed = openDialog(dialog);
  field.scrollTop = 0;
  /** @type {HTMLElement | null} */ (dialog.querySelector("[data-copy-link]"))?.focus();
  await closed;
}
