// @ts-check
/** What gave way in a form and is put aside with the next write; where the browser refuses that, it goes on waiting. */
import { sameAnswers } from "../store/answer-record.js";

/** @typedef {import("../store/answer-record.js").AsideDraft} AsideDraft */
/** @typedef {import("../store/answer-record.js").Draft} Draft */

/** Begins the matter of each set of answers that was put aside. */
export const ASIDE = "aside ";

export class WaitingAside {
  /** @type {readonly Draft[]} the latest last */
  all;

  /** @param {readonly Draft[]} [drafts] */
  constructor(drafts = []) {
    this.all = drafts;
  }

  /** @returns {Draft | null} */
  get latest() {
    return this.all.at(-1) ?? null;
  }

  /** @param {Draft} draft */
  add(draft) {
    this.drop(draft);
    this.all = [...this.all, draft];
  }

  /**
   * It is put aside, or stands in the form again.
   * @param {Pick<Draft, "subjectId" | "input" | "notes">} draft
   */
  drop(draft) {
    this.all = this.all.filter((each) => each.subjectId !== draft.subjectId || !sameAnswers(each, draft));
  }
}

/**
 * Each set of answers that was put aside has a notice of its own.
 * @param {AsideDraft} other
 */
export function asideMatter({ number }) {
  return `${ASIDE}${number}`;
}
