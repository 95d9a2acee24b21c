// @ts-check
/** The small parts that pictures made of HTML share. */

const SVG = "http://www.w3.org/2000/svg";
/** Radius of a disc in its drawing of 24 by 24. */
const RADIUS = 9;

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {...(string | Node)} content
 */
export function svg(name, attributes, ...content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/**
 * A disc that is filled as far as something is reached: 0 is empty with a broken rim, 1 is full, and
 * what is not known has a question mark.
 * @param {number | null} share
 */
export function disc(share) {
  const rim = svg("circle", { cx: 12, cy: 12, r: RADIUS, class: share === 0 ? "rim broken" : "rim" });
  const made = svg("svg", { viewBox: "0 0 24 24", class: "disc", "aria-hidden": "true" }, rim);
  if (share === null) made.append(svg("text", { x: 12, y: 16.5, class: "mark", "font-size": 13 }, "?"));
  else if (share) made.append(svg("path", { d: sector(share), class: "filled" }));
  return made;
}

/**
 * Path data of a slice that begins at the top and runs clockwise.
 * @param {number} share over 0, to 1
 */
function sector(share) {
  const [x, y] = [12, 12];
  if (share >= 1) return `M${x} ${y - RADIUS}a${RADIUS} ${RADIUS} 0 1 1 -.01 0z`;
  const angle = 2 * Math.PI * share;
  const [endX, endY] = [x + RADIUS * Math.sin(angle), y - RADIUS * Math.cos(angle)];
  const large = share > 0.5 ? 1 : 0;
  const end = `${endX.toFixed(2)} ${endY.toFixed(2)}`;
  return `M${x} ${y}V${y - RADIUS}A${RADIUS} ${RADIUS} 0 ${large} 1 ${end}z`;
}
