// @ts-check
/** Fills the places that a page's template keeps for texts: `data-slot="NAME"`. */

/**
 * The place for *name*: the root itself or inside it.
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {HTMLElement | null}
 */
export function slot(root, name) {
  const selector = `[data-slot="${name}"]`;
  return root.matches(selector) ? root : root.querySelector(selector);
}

/**
 * Write each text into its place; a place whose text is missing goes, a place for more than text stays.
 * @param {HTMLElement} root
 * @param {Record<string, unknown>} values
 */
export function fillSlots(root, values) {
  for (const place of [root, ...root.querySelectorAll("[data-slot]")]) {
    const name = place instanceof HTMLElement ? place.dataset.slot : undefined;
    if (name === undefined || CONTAINERS.has(name)) continue;
    const value = values[name];
    if (value === undefined || value === null || value === "") {
      place.remove();
    } else if (typeof value !== "object") {
      place.textContent = String(value);
    }
  }
}

const CONTAINERS = new Set(["rows", "items", "picture", "table"]);

/**
 * Clone the row template inside *holder*, fill it and put it at the end.
 * @param {HTMLElement | null} holder
 * @param {Record<string, unknown>} values
 * @returns {HTMLElement | null}
 */
export function fillRow(holder, values) {
  const template = holder?.querySelector("template");
  const row = template && document.importNode(template.content, true).firstElementChild;
  if (!holder || !(row instanceof HTMLElement)) return null;
  fillSlots(row, values);
  holder.append(row);
  return row;
}
