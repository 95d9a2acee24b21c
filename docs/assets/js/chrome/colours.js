// @ts-check
/** Light or dark: what the reader chose, and where he leaves it to his device, what that says. */

const CHOICE = "__palette";
const PARTS = /** @type {const} */ (["media", "scheme", "primary", "accent"]);
const DEVICE = "(prefers-color-scheme)";
/** What a page is where nobody says anything. */
const LIGHT = "light";

export function serveColours() {
  const form = document.querySelector('[data-md-component="palette"]');
  if (!form) return;
  const inputs = [...form.querySelectorAll("input")];
  const light = matchMedia("(prefers-color-scheme: light)");
  let chosen = 0;
  let isShown = false;
  const wear = () => {
    const index = __md_get(CHOICE)?.index;
    choose(Number.isInteger(index) ? Math.max(0, Math.min(index, inputs.length - 1)) : 0);
  };
  /** @param {number} index */
  const choose = (index) => {
    chosen = index;
    const color = coloursOf(inputs, index, light.matches);
    const changed = Object.entries(color).filter(([part, value]) => document.body.getAttribute(`data-md-color-${part}`) !== value);
    // Nothing glides from one colour into the other.
    document.body.toggleAttribute("data-md-color-switching", isShown && changed.length > 0);
    for (const [part, value] of changed) document.body.setAttribute(`data-md-color-${part}`, value);
    for (const [number, { nextElementSibling: label }] of inputs.entries()) label?.toggleAttribute("hidden", number !== index);
    __md_set(CHOICE, { index, color });
    afterFrame(() => {
      const style = getComputedStyle(/** @type {Element} */ (form.closest("header")));
      say("theme-color", hexOf(style.backgroundColor));
      say("color-scheme", style.colorScheme === LIGHT ? "" : style.colorScheme);
      document.body.removeAttribute("data-md-color-switching");
    });
  };
  for (const [index, input] of inputs.entries()) input.addEventListener("change", () => choose(index));
  form.addEventListener("keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter") return;
    const next = inputs[(chosen + 1) % inputs.length];
    next?.click();
    next?.focus();
  });
  light.addEventListener("change", wear);
  wear();
  isShown = true;
}

/**
 * Call when the page has been drawn, so that looking at it makes the browser draw nothing.
 * @param {() => void} act
 */
function afterFrame(act) {
  requestAnimationFrame(() => setTimeout(act));
}

/**
 * @param {HTMLInputElement[]} inputs
 * @param {number} index
 * @param {boolean} isLight what the device says
 */
function coloursOf(inputs, index, isLight) {
  const chosen = /** @type {HTMLInputElement} */ (inputs[index]);
  const named = `(prefers-color-scheme: ${isLight ? "light" : "dark"})`;
  const media = chosen.dataset.mdColorMedia ?? "";
  const shown = media === DEVICE ? inputs.find((each) => each.dataset.mdColorMedia === named) ?? chosen : chosen;
  const values = PARTS.map((part) => [part, shown.getAttribute(`data-md-color-${part}`) ?? ""]);
  return { ...Object.fromEntries(values), media };
}

/** @param {string} colour as browsers tell it: rgb(23, 29, 28) */
function hexOf(colour) {
  return `#${(colour.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

/**
 * Tell the browser; not again what it knows, for it works out the styles of the whole page anew.
 * @param {string} name of a <meta>
 * @param {string} content where empty, there is none
 */
function say(name, content) {
  /** @type {HTMLMetaElement | null} */
  const before = document.head.querySelector(`meta[name="${name}"]`);
  if ((before?.content ?? "") === content) return;
  before?.remove();
  if (content) document.head.append(Object.assign(document.createElement("meta"), { name, content }));
}
