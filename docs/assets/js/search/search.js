// @ts-check
/** What the build makes one script of: the same code makes an index with Node and reads it in the page. */
export { firstFile } from "./cutting.js";
export { SearchEngine } from "./engine.js";
export { makeIndexFile } from "./indexing.js";
