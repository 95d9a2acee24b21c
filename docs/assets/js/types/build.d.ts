/** What the build of the worker puts in: see macros/browser/make_runtime.mjs. */
declare const ENGINE_FILES: {
  /** Folder of pyodide.asm.wasm, relative to the worker. */
  wasmFolder: string;
  /** Folder of the pyodide.asm.wasm of an engine that goes on from the memory: its primary module. */
  primaryFolder: string;
  /** The module with the functions that the primary one lacks, relative to the worker. */
  secondary: string;
  /** The memory of the started engine, relative to the worker, its SHA-256, and how many pages it needs. */
  memory: { file: string; integrity: string; pages: number };
  /** The zip of what that memory lacks of the engine and the standard library, and its SHA-256 in hexadecimal. */
  rest: { file: string; hash: string };
  /** The zip of the standard library and the engine, relative to the worker. */
  library: string;
  /** The zip of what the composer needs beside the engine, relative to the worker, and its SHA-256. */
  courses: { file: string; integrity: string };
  /** A zip of nothing, for an engine that has its library in memory. */
  empty: string;
  /** Pyodide's package index as JSON, without packages. */
  lock: string;
};

declare module "pyodide/pyodide.asm.mjs" {
  const createPyodideModule: (settings: unknown) => Promise<never>;
  export default createPyodideModule;
}

/** Every folder of pictures, listed by the build: see macros/browser/make_page_scripts.mjs. */
declare module "playbook:pictures" {
  export const PICTURES: Record<string, () => Promise<import("../pictures/pictures.js").Picture>>;
}

/** What the head of each page defines: a memory of this site, or of the visit; docs/overrides/partials/javascripts/base.html. */
declare function __md_get(name: string): any;
declare function __md_set(name: string, value: unknown): void;

/** Loads a script that is a file of its own. */
declare module "part:*" {
  export const load: () => Promise<any>;
}
