// @ts-check
/** Colours and sizes of charts: the page's custom properties, which light, dark and paper set. */
export const INK = "var(--ink)";
export const SOFT = "var(--ink-soft)";
export const SURFACE = "var(--surface)";
export const SUNKEN = "var(--sunken)";
export const LINE = "var(--line)";
export const STRONG_LINE = "var(--line-strong)";
export const TEAL = "var(--teal)";
export const SIGNAL = "var(--signal)";
export const STOP = "var(--stop)";

/** Size of text in pixels. */
export const TEXT = 13;
export const SMALL = 12;
