// @ts-check
/**
 * Opens the files in a ZIP, one by one and no further than is wanted: what it says of its sizes is not believed.
 *
 * APPNOTE.TXT of PKWARE, of which a workbook needs the directory, files stored as they are, and deflate.
 */
import { PackingError, canPack, unpack } from "../store/unpacking.js";
import { SheetError } from "./sheet-error.js";

/** @typedef {{ method: number, offset: number, size: number }} Entry size: of the packed bytes */

const END = 0x06054b50;
const END_SIZE = 22;
/** Bytes of the comment that may stand behind the directory. */
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
/** Files. A workbook of hundreds of sheets has fewer. */
const MOST_ENTRIES = 1000;
/** Bytes that may be unpacked of one file in it, and of all. */
const LARGEST = 12 * 2 ** 20;
const LARGEST_ALL = 24 * 2 ** 20;

export class Zip {
  #bytes;
  #view;
  #left = LARGEST_ALL;
  /** @type {Map<string, Entry>} */
  #entries = new Map();

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory();
    } catch (error) {
      // A place outside of the file.
      throw error instanceof RangeError ? new SheetError("damaged") : error;
    }
  }

  /** @param {string} name */
  has(name) {
    return this.#entries.has(name);
  }

  /**
   * @param {string} name
   * @returns {Promise<string | null>} the text of a file; null where there is none
   */
  async text(name) {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    const bytes = await this.#unpacked(entry);
    this.#left -= bytes.length;
    // A file in UTF-16 says so with its first two bytes.
    const [first, second] = bytes;
    const code = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
    return new TextDecoder(code).decode(bytes);
  }

  /** @param {Entry} entry */
  async #unpacked({ method, offset, size }) {
    const most = Math.min(LARGEST, this.#left);
    try {
      if (this.#view.getUint32(offset, true) !== LOCAL) throw new SheetError("damaged");
      const start = offset + LOCAL_SIZE + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
      const packed = this.#bytes.slice(start, start + size);
      if (method === STORED && packed.length <= most) return packed;
      if (method !== DEFLATED) throw new SheetError(method === STORED ? "large" : "damaged");
      if (!canPack()) throw new SheetError("old-browser");
      return await unpack(packed, most);
    } catch (error) {
      if (error instanceof PackingError) throw new SheetError(error.code === "too-large" ? "large" : "damaged");
      throw error instanceof RangeError ? new SheetError("damaged") : error;
    }
  }

  #readDirectory() {
    const view = this.#view;
    const end = this.#endOfDirectory();
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw new SheetError("large");
    let at = view.getUint32(end + 16, true);
    for (let number = 0; number < count; number += 1) {
      if (view.getUint32(at, true) !== ENTRY) throw new SheetError("damaged");
      const [named, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const name = new TextDecoder().decode(this.#bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + Number(named)));
      const isLocked = (view.getUint16(at + 8, true) & 1) === 1;
      if (isLocked) throw new SheetError("damaged");
      // Some programs write a backslash between folders.
      this.#entries.set(name.replaceAll("\\", "/").toLowerCase(), {
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
      });
      at += ENTRY_SIZE + Number(named) + Number(extra) + Number(comment);
    }
  }

  #endOfDirectory() {
    const first = Math.max(0, this.#bytes.length - END_SIZE - LONGEST_COMMENT);
    for (let at = this.#bytes.length - END_SIZE; at >= first; at -= 1) {
      if (this.#view.getUint32(at, true) === END) return at;
    }
    throw new SheetError("damaged");
  }
}
