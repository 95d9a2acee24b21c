// @ts-check
/**
 * Keeps answers on this device, one record for each site, tool, version and subject.
 *
 * Knows no page and no engine. A browser may refuse or forget: every method says whether it worked.
 */

/**
 * @typedef {object} AnswerRecord
 * @property {string} tool
 * @property {string} version of the definition that was answered
 * @property {string} hash of that definition
 * @property {string} structure of that definition: ids and scales without words
 * @property {string} subject an alias, or empty
 * @property {string} saved when, as ISO 8601
 * @property {Record<string, unknown>} input what the engine reads
 * @property {Record<string, string>} notes question id -> note
 * @property {boolean} scored whether the report was shown
 */

const PREFIX = "playbook";

export class AnswerStore {
  #site;
  #storage;

  /**
   * @param {string} site tells apart two playbooks at one address
   * @param {Storage | null} [storage]
   */
  constructor(site, storage = deviceStorage()) {
    this.#site = site;
    this.#storage = storage;
  }

  /**
   * @param {AnswerRecord} record
   * @returns {boolean} whether the device took it
   */
  save(record) {
    try {
      this.#storage?.setItem(this.#key(record), JSON.stringify(record));
      return this.#storage !== null;
    } catch {
      return false;
    }
  }

  /**
   * @param {string} tool
   * @param {string} version
   * @param {string} subject
   * @returns {AnswerRecord | null}
   */
  load(tool, version, subject) {
    return this.#read(this.#key({ tool, version, subject }));
  }

  /**
   * Every record of a tool, newest first, whatever its version and subject.
   * @param {string} tool
   * @returns {AnswerRecord[]}
   */
  all(tool) {
    const start = `${[PREFIX, this.#site, tool].map(encodeURIComponent).join(":")}:`;
    const keys = this.#keys().filter((key) => key.startsWith(start));
    const records = keys.map((key) => this.#read(key)).filter((record) => record !== null);
    return records.sort((one, other) => other.saved.localeCompare(one.saved));
  }

  /** @param {Pick<AnswerRecord, "tool" | "version" | "subject">} record */
  remove(record) {
    try {
      this.#storage?.removeItem(this.#key(record));
    } catch {
      // What cannot be reached cannot be read again either.
    }
  }

  #keys() {
    try {
      return Object.keys(this.#storage ?? {});
    } catch {
      return [];
    }
  }

  /** @param {Pick<AnswerRecord, "tool" | "version" | "subject">} record */
  #key({ tool, version, subject }) {
    return [PREFIX, this.#site, tool, version, subject].map(encodeURIComponent).join(":");
  }

  /**
   * @param {string} key
   * @returns {AnswerRecord | null}
   */
  #read(key) {
    try {
      const record = JSON.parse(this.#storage?.getItem(key) ?? "null");
      return isRecord(record) ? record : null;
    } catch {
      return null;
    }
  }
}

/**
 * Whether a value has the shape of a record, whoever wrote it.
 * @param {unknown} value
 * @returns {value is AnswerRecord}
 */
export function isRecord(value) {
  if (!isObject(value)) return false;
  const texts = ["tool", "version", "hash", "structure", "subject", "saved"];
  return (
    texts.every((name) => typeof value[name] === "string") &&
    isObject(value.input) &&
    isObject(value.notes) &&
    Object.values(value.notes).every((note) => typeof note === "string")
  );
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The device's storage, or null where the browser keeps it from us. */
function deviceStorage() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
