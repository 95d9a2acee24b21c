// @ts-check
/**
 * The first page of a package: frames the tool, and speaks with the learning system for it.
 *
 * <body data-standard> says which standard the package declares. The frame's address says whom to listen to.
 */
import { message, messageIn, VERSION } from "../lms/messages.js";
import { findApi } from "./api.js";
import { LmsSession } from "./session.js";

/** @typedef {import("../lms/messages.js").Shared} Shared */

/** Milliseconds after which a page that has said nothing is spoken of. */
const PATIENCE = 20_000;
/** Milliseconds that a learning system has to begin: some do once their whole page is there. The tool greets longer. */
const BEGINNING = 4_000;

const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
const late = /** @type {HTMLElement} */ (document.querySelector("[data-late]"));
const { standard } = /** @type {{ standard: import("./api.js").Standard }} */ (/** @type {unknown} */ (document.body.dataset));
const { origin } = new URL(frame.src);
/** @type {LmsSession | null} */
let session = null;
const silence = setTimeout(() => (late.hidden = false), PATIENCE);

addEventListener("message", (event) => {
  const heard = messageIn(event, { source: frame.contentWindow, origin });
  if (heard?.kind === "hello") {
    clearTimeout(silence);
    late.hidden = true;
    const reachable = find() !== null;
    if (reachable || performance.now() > BEGINNING) say("lms", { standard, reachable });
  }
  if (heard?.kind === "result") {
    const found = heard.version === VERSION ? find() : null;
    const outcome = found ? found.deliver(sharedIn(heard)) : { taken: false, reason: "refused" };
    say("ack", { id: heard.id, ...outcome });
  }
});
addEventListener("pagehide", () => session?.close());

/** The way to the learning system, as soon as there is one. */
function find() {
  const api = session ? null : findApi(window, standard);
  if (api) session = new LmsSession(api, standard);
  return session;
}

/**
 * @param {import("../lms/messages.js").Kind} kind
 * @param {Record<string, unknown>} content
 */
function say(kind, content) {
  frame.contentWindow?.postMessage(message(kind, content), origin);
}

/**
 * Take from a message what its level allows, whatever else it holds.
 * @param {Record<string, unknown>} heard
 * @returns {Shared}
 */
function sharedIn({ level, score, dimensions }) {
  const isScored = typeof score === "number" && score >= 0 && score <= 100;
  if (level !== 2 && level !== 3 || !isScored) return { level: 1 };
  if (level === 2 || !Array.isArray(dimensions)) return { level: 2, score };
  const known = dimensions.filter((each) => typeof each?.id === "string" && typeof each.score === "number");
  return { level: 3, score, dimensions: known.map(({ id, score: own }) => ({ id, score: own })) };
}
