// @ts-check
/**
 * Turns the answers to a tool into a link, and such a link back into answers. Knows no page.
 *
 * PAGE#r=1.CHECKSUM.CONTENT: the format's number; the CRC-32 of the compressed bytes as eight hexadecimal digits;
 * those bytes in base64url: raw deflate of the JSON of the answers. What stands behind # is never sent to a server.
 */
import { isDeep } from "./answer-file.js";
import { notAhead, wrongParts } from "./answer-record.js";
import { PackingError, canPack, pack, unpack } from "./unpacking.js";

/** @typedef {import("./answer-record.js").DefinitionMark} DefinitionMark */
/**
 * What a link holds: answers without notes and without anybody's name.
 * @typedef {DefinitionMark & { input: Record<string, unknown>, saved: string }} Shared
 */
/**
 * foreign: no link of ours; version: another edition's format; damaged: cut, changed, or not what a link holds;
 * too-large: more than any tool takes; tool: answers to another tool.
 * @typedef {"foreign" | "version" | "damaged" | "too-large" | "tool"} LinkFault
 */

const VERSION = "1";
const LINK = /#r=(\d+)\.([0-9a-f]*)\.?([\w-]*)/i;
/** Bytes of the JSON. The largest tool with every row filled in stays below. */
const LARGEST = 200_000;
/** Characters of an id, a version or a hash. */
const LONGEST_WORD = 100;
/** Milliseconds; clocks differ, and a moment of next year would stay the latest for ever. */
const PARTS = ["tool", "version", "hash", "structure", "input", "saved"];

export class LinkError extends Error {
  /**
   * @param {LinkFault} code
   * @param {string} [tool] whose answers the link holds, where they are another tool's
   */
  constructor(code, tool = "") {
    super(tool ? `${code}: ${tool}` : code);
    this.name = "LinkError";
    this.code = code;
    this.tool = tool;
  }
}

/** Whether this browser can make and read links. */
export function canShare() {
  return canPack();
}

/**
 * Whether a text holds a link of ours, whatever became of it.
 * @param {string} text
 */
export function holdsLink(text) {
  return LINK.test(text);
}

/**
 * @param {string} pageAddress of the tool's page, without a fragment
 * @param {Shared} shared
 * @returns {Promise<string>} rejected with a LinkError where it is too large to be read again
 */
export async function writeLink(pageAddress, { tool, version, hash, structure, input, saved }) {
  const json = new TextEncoder().encode(JSON.stringify({ tool, version, hash, structure, input, saved }));
  if (json.length > LARGEST) throw new LinkError("too-large");
  const bytes = await pack(json);
  return `${pageAddress}#r=${VERSION}.${checksum(bytes)}.${toBase64(bytes)}`;
}

/**
 * @param {string} text a link, or what stands around one: whoever wrote it
 * @param {string} [wanted] the tool whose answers it should hold; without it, any
 * @returns {Promise<Shared>} rejected with a LinkError
 */
export async function readLink(text, wanted) {
  const [, version, sum, content] = LINK.exec(text) ?? [];
  if (version === undefined) throw new LinkError("foreign");
  if (version !== VERSION) throw new LinkError("version");
  if (!content) throw new LinkError("damaged");
  if (content.length > 2 * LARGEST) throw new LinkError("too-large");
  const bytes = fromBase64(content);
  if (!bytes || checksum(bytes) !== sum?.toLowerCase()) throw new LinkError("damaged");
  const shared = parsed(await unpacked(bytes));
  if (wanted !== undefined && shared.tool !== wanted) throw new LinkError("tool", shared.tool);
  return shared;
}

/**
 * @param {Uint8Array} bytes of a JSON text
 * @returns {Shared}
 */
function parsed(bytes) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (isShared(value)) return { ...value, saved: notAhead(value.saved) };
  } catch {
    // It is no JSON.
  }
  throw new LinkError("damaged");
}

/**
 * @param {any} value
 * @returns {value is Shared}
 */
function isShared(value) {
  if (typeof value !== "object" || value === null || isDeep(value)) return false;
  const names = Object.keys(value);
  if (names.length !== PARTS.length || !PARTS.every((name) => names.includes(name))) return false;
  if (wrongParts({ ...value, notes: {} }).length) return false;
  return [value.tool, value.version, value.hash, value.structure, value.saved].every(({ length }) => length <= LONGEST_WORD);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejected with a LinkError
 */
async function unpacked(bytes) {
  try {
    return await unpack(bytes, LARGEST);
  } catch (error) {
    throw error instanceof PackingError ? new LinkError(error.code) : error;
  }
}

/**
 * The CRC-32 of ISO 3309: it notices a link that was cut or mistyped, and keeps nobody from making one.
 * @param {Uint8Array} bytes
 * @returns {string} eight hexadecimal digits
 */
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer> | null} null where it is none
 */
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
