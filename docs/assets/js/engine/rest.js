// @ts-check
/**
 * Lets Python that goes on from the memory of the build fetch what that memory lacks.
 *
 * Part of the worker's bundle. See macros/browser/engine_at_rest.py, which asks for it.
 */
import { fetchAtOnce } from "./at-once.js";

/**
 * @param {URL} address of the zip with the rest of the engine and of Python's library
 * @param {string} hash its SHA-256, in hexadecimal: Python refuses whatever else it gets
 */
export function lendRest(address, hash) {
  Object.assign(globalThis, { fetchRest: () => new Uint8Array(fetchAtOnce(address)), hashOfRest: hash });
}
