// @ts-check
/** Which sites may frame a page, as `frame_origins` of playbook.yml says. Knows no page. */

/** What stands for one or more labels of a host's name: https://*.example.org */
const ANY = "*.";

/**
 * @param {string} origin of a message: https://lms.example.org
 * @param {readonly string[]} allowed none: anybody
 */
export function mayFrame(origin, allowed) {
  return allowed.length === 0 || allowed.some((each) => matches(origin, each));
}

/**
 * @param {string} origin
 * @param {string} pattern
 */
function matches(origin, pattern) {
  const place = pattern.indexOf(ANY);
  if (place < 0) return origin === pattern;
  const [scheme, ending] = [pattern.slice(0, place), pattern.slice(place + 1)];
  return origin.startsWith(scheme) && origin.endsWith(ending) && origin.length > scheme.length + ending.length;
}
