/** Reads and writes modules of WebAssembly, as far as the build changes them. */

const MAGIC = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** Number of a section -> what stands in it. */
export const SECTION = { imports: 2, exports: 7, code: 10, data: 11 };
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };

/** @typedef {{ id: number, content: Buffer }} Section */

/**
 * @param {Buffer} module
 * @returns {Generator<Section>}
 */
export function* sectionsOf(module) {
  const reader = new Reader(module.subarray(MAGIC.length));
  while (!reader.isAtEnd) yield { id: reader.byte(), content: reader.bytes(reader.number()) };
}

/**
 * @param {Section[]} sections
 * @returns {Buffer}
 */
export function moduleOf(sections) {
  const parts = sections.flatMap(({ id, content }) => [Buffer.from([id, ...unsigned(content.length)]), content]);
  return Buffer.concat([MAGIC, ...parts]);
}

/**
 * @param {Buffer} content of a section
 * @returns {Generator<{ module: string, name: string, kind: number }>}
 */
export function* importsOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    const [module, name, kind] = [reader.name(), reader.name(), reader.byte()];
    SKIP_IMPORT[kind](reader);
    yield { module, name, kind };
  }
}

/**
 * @param {Buffer} content of a section
 * @returns {Generator<Buffer>} what each function of the module does
 */
export function* bodiesOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) yield reader.bytes(reader.number());
}

/**
 * @param {Buffer} content of a section
 * @returns {Generator<{ name: string, kind: number, written: Buffer }>}
 */
export function* exportsOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    const begin = reader.at;
    const name = reader.name();
    const kind = reader.byte();
    reader.number();
    yield { name, kind, written: content.subarray(begin, reader.at) };
  }
}

/**
 * A list as sections hold it.
 * @param {Buffer[]} entries
 */
export function listOf(entries) {
  return Buffer.concat([Buffer.from(unsigned(entries.length)), ...entries]);
}

/** @param {string} text */
export function named(text) {
  return [...unsigned(Buffer.byteLength(text)), ...Buffer.from(text)];
}

/**
 * A number as modules hold it, seven bits a byte.
 * @param {number} number
 * @returns {number[]}
 */
export function unsigned(number) {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...unsigned(number >>> 7)];
}

/**
 * A number that might be less than nothing, if none of ours is.
 * @param {number} number
 * @returns {number[]}
 */
export function signed(number) {
  return number < 0x40 ? [number] : [(number & 0x7f) | 0x80, ...signed(number >>> 7)];
}

class Reader {
  at = 0;
  #content;

  /** @param {Buffer} content */
  constructor(content) {
    this.#content = content;
  }

  get isAtEnd() {
    return this.at >= this.#content.length;
  }

  byte() {
    return this.#content[this.at++];
  }

  /** @param {number} length */
  bytes(length) {
    this.at += length;
    return this.#content.subarray(this.at - length, this.at);
  }

  number() {
    let sum = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      sum += (byte & 0x7f) * scale;
      if (byte < 0x80) return sum;
    }
  }

  name() {
    return this.bytes(this.number()).toString();
  }

  /** What a table or a memory may hold. */
  limits() {
    const hasMost = this.byte() & 1;
    this.number();
    if (hasMost) this.number();
  }
}

/** Kind of an import -> reads what follows. @type {Record<number, (reader: Reader) => void>} */
const SKIP_IMPORT = {
  [KIND.function]: (reader) => void reader.number(),
  [KIND.table]: (reader) => (reader.byte(), reader.limits()),
  [KIND.memory]: (reader) => reader.limits(),
  [KIND.global]: (reader) => void reader.bytes(2),
  [KIND.tag]: (reader) => (reader.byte(), void reader.number()),
};
