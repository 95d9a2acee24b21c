// @ts-check
/**
 * Lets Pyodide's module fetch the functions that it lacks when one of them is first called.
 *
 * Part of the worker's bundle. The build splits the module: see macros/browser/split_module.mjs.
 */

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
          new WebAssembly.Instance(fetchAtOnce(address), { ...imports, primary });
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

/**
 * Python stands in the middle of a call and cannot wait otherwise; no page is blocked by its worker.
 * @param {URL} address
 * @returns {WebAssembly.Module}
 */
function fetchAtOnce(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address} is answered with ${request.status}.`);
  return new WebAssembly.Module(request.response);
}
