// @ts-check
/**
 * Tells whether the site has moved on while this page was open: its files have other names then, and the
 * page as it stands there now no longer names those that this one knows.
 */
import { IS_SERVED } from "../files/served.js";

/** Milliseconds to wait for the page. */
const PATIENCE = 10_000;
/** What every page of a playbook holds, and no page of a server that is out of order or asks for a name. */
const OWN_MARK = "data-playbook-script";

/**
 * @param {readonly string[]} files addresses that the open page names; empty ones do not count
 * @returns {Promise<boolean>} false as well where nobody can say, as without a network
 */
export async function isOutOfDate(files) {
  if (!IS_SERVED) return false;
  try {
    const options = /** @type {const} */ ({ cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    const answer = await fetch(location.pathname, options);
    const page = await answer.text();
    if (!answer.ok || !page.includes(OWN_MARK)) return false;
    const names = files.map((address) => address.split("/").at(-1) ?? "");
    return names.some((name) => !page.includes(name));
  } catch {
    return false;
  }
}
