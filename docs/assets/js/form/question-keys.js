// @ts-check
/** Answers the question that has the focus by one key: 0 to 3, or n for "not applicable". */
import { isComposing } from "../elements/typing.js";
import { radios } from "./questions.js";

/**
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key was an answer
 */
export function answerByKey(event) {
  const { target, key } = event;
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("textarea, select, input:not([type=radio])")) return false;
  const question = target.closest("[data-question]");
  if (!(question instanceof HTMLElement)) return false;
  const value = key.toLowerCase() === "n" ? "na" : key;
  const radio = radios(question).find((each) => each.value === value);
  if (!radio) return false;
  event.preventDefault();
  // The theme would take n for "next page".
  event.stopPropagation();
  radio.focus();
  // A click, so that every listener hears of it as of any other answer.
  if (!radio.checked) radio.click();
  return true;
}
