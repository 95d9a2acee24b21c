// @ts-check
/**
 * Lets Pyodide's module fetch the functions that it lacks when one of them is first called.
 *
 * Part of the worker's bundle. The build splits the module: see macros/browser/split_module.mjs.
 */
import { fetchAtOnce } from "./at-once.js";

/**
 * @param {(settings: any) => Promise<never>} createModule makes Pyodide's module
 * @param {URL} address of the secondary module
 * @returns {{ createModule: (settings: any) => Promise<never>, lost: Promise<never> }} lost is rejected where the
 *   module does not come; Pyodide, if it is starting then, would tell nobody, and wait for ever
 */
export function withSecondary(createModule, address) {
  /** @type {(error: unknown) => void} */
  let lose;
  const lost = new Promise((_, reject) => (lose = reject));
  lost.catch(() => undefined);
  const started = (/** @type {any} */ settings) => {
    const { instantiateWasm } = settings;
    settings.instantiateWasm = (/** @type {any} */ imports, /** @type {Function} */ done) => {
      /** @type {WebAssembly.Exports} */
      let primary;
      const fetch = () => {
        try {
          const module = new WebAssembly.Module(fetchAtOnce(address));
          new WebAssembly.Instance(module, { ...imports, primary });
        } catch (error) {
          lose(error);
          throw error;
        }
      };
      return instantiateWasm(
        { ...imports, secondary: { fetch } },
        (/** @type {WebAssembly.Instance} */ instance, /** @type {unknown} */ module) => {
          primary = instance.exports;
          done(instance, module);
        },
      );
    };
    return createModule(settings);
  };
  return { createModule: started, lost: /** @type {Promise<never>} */ (lost) };
}
