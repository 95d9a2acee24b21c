// @ts-check
/** Splits a resource over the accounts of a list, as the calculator of the site does it. */
import { readNumber } from "../form/numbers.js";
import { tell } from "./showing.js";

/** @typedef {import("../form/numbers.js").Marks} Marks */
/** @typedef {import("./desk.js").Result} Result */
/** @typedef {{ when?: { band?: string[] }, is: string }} Rule */
/** @typedef {{ receives?: { takes: { class?: Rule[] } }[] }} Calculator */

/**
 * What the calculator is asked; it says itself what it cannot use.
 * @param {HTMLElement} root
 * @param {Result} result
 * @param {Calculator} calculator
 * @param {Marks} marks
 */
export function inputOf(root, { columns, names, overridden }, { receives = [] }, marks) {
  const rules = receives.flatMap(({ takes }) => takes.class ?? []);
  const classes = names.ids.map((band) => rules.find(({ when }) => when?.band?.includes(band))?.is ?? band);
  const isTiers = classes.every((each, place) => each === names.ids[place]);
  const minimum = numberIn(root, "[data-base]", marks) || 0;
  const elsewhere = new Map(overridden.list.filter(({ holds }) => holds).map(({ place, at }) => [place, at]));
  const accounts = columns.account.flatMap((id, place) => {
    const band = classes[elsewhere.get(place) ?? columns.band[place] ?? -1];
    return band === undefined ? [] : [{ id, class: band, minimum }];
  });
  const preset = valueOf(root, "[data-preset]");
  const ratio = valueOf(root, "[data-ratio]").split(/[:：∶,，;；\s]+/u).filter(Boolean).map((part) => readNumber(part, marks).number ?? part);
  const whole = root.querySelector("[data-whole]");
  return {
    total: numberIn(root, "[data-total]", marks),
    ...(preset ? { preset } : { ratio }),
    scheme: isTiers ? "tiers" : "sabc",
    rounding: whole instanceof HTMLInputElement && whole.checked ? "integer" : "none",
    accounts,
  };
}

/** A ratio of the reader's own has a field of its own. @param {HTMLElement} root */
export function showRatio(root) {
  root.querySelector("[data-own-ratio]")?.toggleAttribute("hidden", valueOf(root, "[data-preset]") !== "");
}

/**
 * @param {HTMLElement} root
 * @param {string} title empty where all is well
 * @param {readonly { message: string, hint: string, path?: string }[]} problems
 */
export function showSplitRefusal(root, title, problems) {
  root.querySelector("[data-split-refused]")?.toggleAttribute("hidden", !title);
  tell(root, "[data-split-refused] p", title);
  const items = onceForAll(problems).map(({ message, hint }) => Object.assign(document.createElement("li"), { textContent: `${message} ${hint}` }));
  root.querySelector("[data-split-refused] ul")?.replaceChildren(...items);
}

/**
 * One number is given for all accounts: what is wrong with it is said of the first.
 * @template {{ path?: string }} Said
 * @param {readonly Said[]} problems
 * @returns {Said[]}
 */
function onceForAll(problems) {
  const places = problems.map(({ path = "" }) => path.replace(/\d+/u, ""));
  return problems.filter((_, place) => !places[place] || places.indexOf(places[place]) === place);
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 * @param {Marks} marks
 * @returns {number | string}
 */
function numberIn(root, selector, marks) {
  const text = valueOf(root, selector);
  return readNumber(text, marks).number ?? text;
}

/**
 * @param {HTMLElement} root
 * @param {string} selector
 */
function valueOf(root, selector) {
  const field = root.querySelector(selector);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : "";
}
