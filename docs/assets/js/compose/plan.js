// @ts-check
/**
 * Changes of a plan, each as a new plan. Knows no page.
 *
 * What a plan may hold, and what its address and its file look like, is known to macros/courses/plans alone.
 */

/** @typedef {"module" | "exercise" | "discussion" | "tool" | "activity" | "break" | "day"} Kind */
/** @typedef {{ kind: Kind, id?: string, text?: string, minutes?: number }} Item */
/**
 * @typedef {object} Plan
 * @property {string} id
 * @property {string} title
 * @property {string} language
 * @property {string} level
 * @property {{ from: number, to: number }} group
 * @property {string} date
 * @property {string} begin such as 09:00
 * @property {string} end
 * @property {"daily" | "weekly"} rhythm
 * @property {string[]} known ids of modules
 * @property {Item[]} items
 * @property {string} format
 * @property {number} version
 */
/** @typedef {{ code: string, at: number | null, values: Record<string, any> }} Fault */

const LONGEST_STRETCH = 75;
const BREAK = 10;
const ACTIVITY = 15;
const ID_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 8;

/** @returns {string} an id for a plan that nobody else has */
export function newId() {
  const numbers = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  return Array.from(numbers, (number) => ID_LETTERS[number % ID_LETTERS.length]).join("");
}

/**
 * @param {string} language
 * @returns {Partial<Plan>} a plan with nothing in it yet
 */
export function newPlan(language) {
  return { format: "playbook-plan", version: 1, id: newId(), language, items: [] };
}

/**
 * @param {Item} item
 * @returns {string} the link of the page that it uses, m:trust-stages; empty where it uses none
 */
export function linkOf(item) {
  return item.id ? `${item.kind === "tool" ? "a" : "m"}:${item.id}` : "";
}

/**
 * The items by which a page comes into a plan: one, or the parts of a session with its own breaks between them.
 * @param {string} link
 * @param {{ minutes: number, sittings?: number[] }} page
 * @returns {Item[]}
 */
export function itemsOf(link, { minutes, sittings = [minutes] }) {
  const item = /** @type {Item} */ ({ kind: link.startsWith("a:") ? "tool" : "module", id: link.slice(2) });
  return sittings.map((part, index) => (index % 2 ? { kind: "break", minutes: part } : { ...item, minutes: part }));
}

/**
 * @param {Item} item
 * @returns {Item[]} two halves and a break between them
 */
function split(item) {
  const minutes = item.minutes ?? 0;
  const first = Math.ceil(minutes / 2);
  return [{ ...item, minutes: first }, newBreak(), { ...item, minutes: minutes - first }];
}

/** @returns {Item} */
export function newBreak() {
  return { kind: "break", minutes: BREAK };
}

/** @returns {Item} */
export function newActivity() {
  return { kind: "activity", minutes: ACTIVITY };
}

/**
 * @param {Plan} plan
 * @param {number} from place
 * @param {number} to place
 * @returns {Plan}
 */
export function moved(plan, from, to) {
  const items = [...plan.items];
  items.splice(to, 0, ...items.splice(from, 1));
  return { ...plan, items };
}

/**
 * @param {Plan} plan
 * @param {number} place
 * @param {Item[]} items that stand there in place of the one
 * @returns {Plan}
 */
export function replaced(plan, place, items) {
  return { ...plan, items: [...plan.items.slice(0, place), ...items, ...plan.items.slice(place + 1)] };
}

/**
 * Mend what a fault tells of, in the way that its button says.
 * @param {Plan} plan
 * @param {Fault} fault
 * @returns {Plan | null} null where there is no such way
 */
export function mended(plan, { code, at, values }) {
  const item = at === null ? undefined : plan.items[at];
  if ((code === "near" || code === "retired") && item && at !== null) {
    return replaced(plan, at, [{ ...item, id: String(values.link).slice(2) }]);
  }
  if (code === "early") return { ...plan, known: [...plan.known, String(values.known)] };
  if (code === "stretch" && item && at !== null) {
    const isLong = (item.minutes ?? 0) > LONGEST_STRETCH;
    return replaced(plan, at, isLong ? split(item) : [newBreak(), item]);
  }
  if (code === "over" || code === "under") {
    const end = endOf(plan, values.minutes);
    return end ? { ...plan, end } : null;
  }
  return null;
}

/**
 * @param {Plan} plan
 * @param {number} minutes of a day
 * @returns {string} when it ends; empty where that is another day
 */
export function endOf({ begin }, minutes) {
  const end = minutesOf(begin) + minutes;
  return end < 24 * 60 ? clock(end) : "";
}

/** @param {string} moment such as 09:05 */
export function minutesOf(moment) {
  const [hours = 0, minutes = 0] = moment.split(":").map(Number);
  return hours * 60 + minutes;
}

/** @param {number} minutes from midnight */
export function clock(minutes) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
