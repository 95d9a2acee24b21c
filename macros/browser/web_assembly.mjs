/** Reads and writes modules of WebAssembly, as far as the build changes them. */

const MAGIC = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
/** What stands in a section -> its number. */
export const SECTION = {
  ...{ types: 1, imports: 2, functions: 3, tables: 4, memories: 5, globals: 6, exports: 7, elements: 9, code: 10, data: 11 },
  tags: 13,
};
/** What an import or an export is. */
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };
/** Instructions: the number that follows; and no more. */
export const [CONSTANT, END] = [0x41, 0x0b];
const FUNCTION_TYPE = 0x60;

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
 * @returns {Generator<{ module: string, name: string, kind: number, type: Buffer, written: Buffer }>}
 */
export function* importsOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    const begin = reader.at;
    const [module, name, kind, at] = [reader.name(), reader.name(), reader.byte(), reader.at];
    SKIP[kind](reader);
    yield { module, name, kind, type: content.subarray(at, reader.at), written: content.subarray(begin, reader.at) };
  }
}

/**
 * @param {Buffer} content of the section of types
 * @returns {Generator<{ given: number, returned: number }>} of each function's type, how many values it is given and returns
 */
export function* typesOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    if (reader.byte() !== FUNCTION_TYPE) throw new Error("A type that is not one of functions.");
    const [given, returned] = [0, 1].map(() => reader.bytes(reader.number()).length);
    yield { given, returned };
  }
}

/**
 * @param {Buffer} content of the section of functions
 * @returns {Generator<number>} the type of each function of the module
 */
export function* functionsOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) yield reader.number();
}

/**
 * @param {Buffer} content of the section of tables, memories or tags
 * @param {number} kind which of them
 * @returns {Generator<Buffer>} the type of each
 */
export function* declaredIn(content, kind) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    const begin = reader.at;
    SKIP[kind](reader);
    yield content.subarray(begin, reader.at);
  }
}

/**
 * @param {Buffer} content of the section of globals, each of which begins with a number
 * @returns {Generator<{ type: Buffer, isMutable: boolean, written: Buffer }>}
 */
export function* globalsOf(content) {
  const reader = new Reader(content);
  for (let left = reader.number(); left > 0; left -= 1) {
    const begin = reader.at;
    const type = reader.bytes(2);
    if (reader.byte() !== CONSTANT) throw new Error("A global that does not begin with a number.");
    reader.number();
    if (reader.byte() !== END) throw new Error("A global that begins with more than a number.");
    yield { type, isMutable: type[1] === 1, written: content.subarray(begin, reader.at) };
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

/** Kind -> reads its type. @type {Record<number, (reader: Reader) => void>} */
const SKIP = {
  [KIND.function]: (reader) => void reader.number(),
  [KIND.table]: (reader) => (reader.byte(), reader.limits()),
  [KIND.memory]: (reader) => reader.limits(),
  [KIND.global]: (reader) => void reader.bytes(2),
  [KIND.tag]: (reader) => (reader.byte(), void reader.number()),
};
