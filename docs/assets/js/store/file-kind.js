// @ts-check
/** Tells a workbook from a file of answers by its first bytes, whatever it is called, and reads the latter. */

/** How a ZIP begins, which .xlsx is, and how the files of old spreadsheets and locked ones do. */
const SIGNS = [[0x50, 0x4b], [0xd0, 0xcf, 0x11, 0xe0]];

/** What a reader may choose where answers are opened. */
export const ANSWER_FILES = ".json,application/json,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param {Blob} file
 * @returns {Promise<boolean>} false, too, where the browser cannot read it
 */
export async function isWorkbook(file) {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer().catch(() => new ArrayBuffer(0)));
  return SIGNS.some((sign) => sign.every((byte, place) => start[place] === byte));
}

/**
 * The text of a file. An editor may have saved it in letters of its own, which would turn into others here.
 * @param {Blob} file
 * @returns {Promise<string | null>} empty where it is no Unicode; null where the browser cannot read it
 */
export async function textOf(file) {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return null;
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const code = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    return "";
  }
}
