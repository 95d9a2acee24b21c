// @ts-check
/** Tells the other windows of a site what this one wrote. */

/**
 * @typedef {object} News
 * @property {"written" | "removed" | "recorded" | "planned" | "aimed" | "renamed" | "joined" | "ticked" | "merged" | "listed" | "cleared"} act
 * @property {string} [tool] or checklist
 * @property {string} [subjectId]
 * @property {string} [from] whose answers were written before under another subject
 */

export class NewsChannel {
  #channel;

  /** @param {string} name */
  constructor(name) {
    try {
      this.#channel = new BroadcastChannel(name);
    } catch {
      // A frame without an origin of its own has no other windows.
      this.#channel = null;
    }
  }

  /** @param {News} news */
  tell(news) {
    this.#channel?.postMessage(news);
  }

  /**
   * @param {(news: News) => void} hear
   * @param {AbortSignal} signal
   */
  listen(hear, signal) {
    this.#channel?.addEventListener("message", ({ data }) => hear(data), { signal });
  }
}
