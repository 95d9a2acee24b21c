// @ts-check
/** Finds the way to a learning system: an object that one of the windows around holds under a known name. */

/** @typedef {"scorm12" | "scorm2004"} Standard that a package declares; a system may offer both */
/** @typedef {Record<string, (...given: string[]) => unknown>} Api */

/** @type {Record<Standard, string>} */
const NAMES = { scorm12: "API", scorm2004: "API_1484_11" };
/** Windows around windows: more than any learning system has. */
const DEPTH = 50;

/**
 * Look in the windows around, then in those around the one that opened this.
 * @param {Window} view
 * @param {Standard} standard
 * @returns {Api | null}
 */
export function findApi(view, standard) {
  const name = NAMES[standard];
  return searchAround(view, name) ?? searchOpener(view, name) ?? searchOpener(topOf(view), name);
}

/**
 * @param {Window} view
 * @param {string} name
 */
function searchOpener(view, name) {
  const opener = attempt(() => /** @type {Window | null} */ (view.opener));
  return opener ? apiIn(opener, name) ?? searchAround(opener, name) : null;
}

/**
 * @param {Window} view
 * @param {string} name
 * @returns {Api | null}
 */
function searchAround(view, name) {
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const { parent } = view;
    if (!parent || parent === view) return null;
    const found = apiIn(parent, name);
    if (found) return found;
    view = parent;
  }
  return null;
}

/**
 * @param {Window} view of another site nothing can be read
 * @param {string} name
 * @returns {Api | null}
 */
function apiIn(view, name) {
  return attempt(() => /** @type {any} */ (view)[name] ?? null);
}

/** @param {Window} view */
function topOf(view) {
  return attempt(() => view.top) ?? view;
}

/**
 * @template T
 * @param {() => T} read
 */
function attempt(read) {
  try {
    return read();
  } catch {
    return null;
  }
}
