// @ts-check
/** An address as a QR code, in SVG. */
import { correction, generate, mode } from "lean-qr";
import { toSvgSource } from "lean-qr/extras/svg";

/** Pixels of one square in a file, large enough for a slide. */
const SQUARE = 8;

/**
 * @param {string} text of an address: letters of ASCII, which every reader of such codes takes
 * @returns {string} an SVG file: dark on white also on a dark page, with the quiet border that readers need
 */
export function qrCode(text) {
  const code = generate(mode.ascii(text), { minCorrectionLevel: correction.M });
  return toSvgSource(code, { on: "black", off: "white", pad: 4, scale: SQUARE });
}
