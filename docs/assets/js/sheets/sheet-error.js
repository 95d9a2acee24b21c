// @ts-check
/** Why a workbook as a whole is not read. */

/**
 * no-sheet: no answer sheet of ours; newer: of a later edition; mixed: of several tools; damaged: no workbook that
 * can be opened; other-kind: of another program; large: more than any answer sheet; empty: nothing is filled in.
 * @typedef {"no-sheet" | "newer" | "mixed" | "damaged" | "other-kind" | "large" | "empty" | "old-browser"} SheetFault
 */

export class SheetError extends Error {
  /** @param {SheetFault} code */
  constructor(code) {
    super(code);
    this.name = "SheetError";
    this.code = code;
  }
}
