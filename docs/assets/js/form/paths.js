// @ts-check
/**
 * Where a value stands in what the engine reads. Knows no page.
 *
 * A page writes accounts[].weight, figures[0] or answers[perception.1]: names after a full stop, places in
 * a list and keys in brackets; empty brackets stand for the number, or the key, of the row around.
 */

/** @typedef {string | number} Step */
/** @typedef {Record<string | number, unknown>} Holder */

const STEPS = /\[([^\]]*)\]|([^.[\]]+)/g;

/**
 * The steps of a path as the page writes it.
 * @param {string} path
 * @param {readonly Step[]} rows the numbers or keys of the rows around, the outermost first
 * @returns {Step[]}
 */
export function stepsTo(path, rows) {
  let row = 0;
  return [...path.matchAll(STEPS)].map(([, inside, name = ""]) => {
    if (inside === undefined) return name;
    if (inside === "") return rows[row++] ?? 0;
    return /^\d+$/.test(inside) ? Number(inside) : inside;
  });
}

/**
 * The path as the engine writes it: accounts[2].weight, answers.perception.1.
 * @param {readonly Step[]} steps
 */
export function pathOf(steps) {
  return steps.map((step, index) => (typeof step === "number" ? `[${step}]` : index ? `.${step}` : step)).join("");
}

/**
 * What stands at a place; undefined where nothing does.
 * @param {unknown} input
 * @param {readonly Step[]} steps
 * @returns {unknown}
 */
export function valueAt(input, steps) {
  let value = input;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = /** @type {Holder} */ (value)[step];
  }
  return value;
}

/**
 * Put a value into its place and make what holds it; a place before it in a list that is blank is null.
 * @param {Holder} input
 * @param {readonly Step[]} steps
 * @param {unknown} value
 */
export function putAt(input, steps, value) {
  let holder = input;
  for (const [index, step] of steps.entries()) {
    if (Array.isArray(holder)) while (holder.length < Number(step)) holder.push(null);
    const next = steps[index + 1];
    if (next === undefined) holder[step] = value;
    else holder = /** @type {Holder} */ ((holder[step] ??= typeof next === "number" ? [] : newRecord()));
  }
}

/**
 * A record whose keys may be anything that a reader types, __proto__ too.
 * @returns {Holder}
 */
export function newRecord() {
  return Object.create(null);
}
