// @ts-check
/** Asks the reader for the file of a plan. Knows no page. */
import { askForFile } from "../elements/download.js";

/** Bytes of a file: more than any plan has. */
const LARGEST = 1_000_000;

/** @returns {Promise<{ text?: string, refused?: "large" | "unreadable" }>} neither where no file was chosen */
export async function askForPlan() {
  const file = await askForFile(".json,application/json");
  if (!file) return {};
  if (file.size > LARGEST) return { refused: "large" };
  const text = await file.text().catch(() => undefined);
  return text === undefined ? { refused: "unreadable" } : { text };
}
