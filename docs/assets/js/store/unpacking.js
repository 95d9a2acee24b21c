// @ts-check
/** Packs bytes and unpacks them, no further than is wanted. */

export class PackingError extends Error {
  /** @param {"damaged" | "too-large"} code */
  constructor(code) {
    super(code);
    this.name = "PackingError";
    this.code = code;
  }
}

/** Whether this browser can pack and unpack. */
export function canPack() {
  return "CompressionStream" in globalThis && "DecompressionStream" in globalThis;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function pack(bytes) {
  return through(bytes, new CompressionStream("deflate-raw"), Infinity);
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} most bytes that may come out
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejected with a PackingError
 */
export function unpack(bytes, most) {
  return through(bytes, new DecompressionStream("deflate-raw"), most);
}

/**
 * Send bytes through a stream, no further than a number of them.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejected with a PackingError
 */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new PackingError("damaged");
    });
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    chunks.push(/** @type {Uint8Array<ArrayBuffer>} */ (value));
    size += value.length;
    if (size <= most) continue;
    // Whatever else is in there is never unpacked.
    void reader.cancel().catch(() => undefined);
    throw new PackingError("too-large");
  }
}
