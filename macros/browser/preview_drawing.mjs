/** The look of a preview: what it is of, its title, one line, the mark and the name of the playbook. */

export const SIZE = { width: 1200, height: 630 };
const MARGIN = 84;
const WIDTH = 930;
/** Sizes of a title and how many lines it may have; the first one counts into which it fits. */
const TITLES = [[76, 1], [64, 1], [58, 1], [76, 2], [64, 2], [54, 2], [54, 3]].map(([size, most]) => ({ size, most }));

/**
 * @param {{ kind: string, title: string, line: string, name: string, language: string }} preview
 * @param {Record<string, string>} colours
 * @param {{ lines: Function, line: Function }} set
 */
export function drawing({ kind, title, line, name, language }, colours, set) {
  const heading = titleIn(title, { weight: 700, colour: colours.ink, language, width: WIDTH }, set);
  const body = { size: 32, weight: 400, colour: colours["ink-soft"], language, width: WIDTH, most: heading.lines.length > 1 ? 2 : 3 };
  const small = { size: 28, weight: 600, colour: colours.teal, language };
  const step = heading.style.size * 1.22;
  const top = 216 + (3 - heading.lines.length) * 14;
  const under = top + (heading.lines.length - 1) * step + 72;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}">
    <rect width="${SIZE.width}" height="${SIZE.height}" fill="${colours.ground}"/>
    ${mark(752, 318, 14, { ring: colours["teal-tint"], lens: colours["signal-tint"] })}
    <rect width="18" height="${SIZE.height}" fill="${colours.teal}"/>
    ${set.line(kind, small, MARGIN, 118)}
    ${heading.lines.map((each, index) => set.line(each, heading.style, MARGIN, top + index * step)).join("")}
    ${set.lines(line, body).lines.map((each, index) => set.line(each, body, MARGIN, under + index * 48)).join("")}
    ${mark(MARGIN, 538, 1.35, { ring: colours.teal, lens: colours.signal })}
    ${set.line(name, { ...small, size: 30, colour: colours.ink }, MARGIN + 70, 567)}
  </svg>`;
}

function titleIn(title, style, set) {
  const tried = TITLES.map((size) => ({ style: { ...style, ...size }, ...set.lines(title, { ...style, ...size }) }));
  const found = tried.find(({ whole }) => whole) ?? tried.at(-1);
  return { ...found, ...set.even(title, found.style) };
}

/** The mark of the site, two rings and what they share, from its upper left corner. */
function mark(x, y, scale, { ring, lens }) {
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <path fill="${lens}" d="M20 4.7a12 12 0 0 1 0 18.6a12 12 0 0 1 0-18.6z"/>
    <g fill="none" stroke="${ring}" stroke-width="3"><circle cx="14" cy="14" r="11.2"/><circle cx="26" cy="14" r="11.2"/></g>
  </g>`;
}
