// @ts-check
/** Shows what would come from another tool, and asks whether it shall. */

export class HandedDialog {
  #dialog;
  #report;

  /**
   * @param {HTMLDialogElement} dialog with buttons [data-choice]
   * @param {import("./tool-report.js").ToolReport | null} report in it
   * @param {AbortSignal} signal
   */
  constructor(dialog, report, signal) {
    this.#dialog = dialog;
    this.#report = report;
    dialog.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("[data-choice]") : null;
      if (button instanceof HTMLElement) dialog.close(button.dataset.choice);
    }, { signal });
    addEventListener("popstate", () => dialog.close(), { signal });
  }

  /**
   * @param {HTMLElement} button that was pressed, and gets the focus back
   * @param {readonly import("../engine/client.js").Block[]} blocks
   * @param {boolean} gives whether there is anything to take
   * @returns {Promise<boolean>} whether the reader takes it
   */
  ask(button, blocks, gives) {
    this.#report?.show(blocks);
    const take = this.#dialog.querySelector('[data-choice="take"]');
    if (take instanceof HTMLElement) take.hidden = !gives;
    this.#dialog.returnValue = "";
    this.#dialog.showModal();
    return new Promise((resolve) => {
      this.#dialog.addEventListener("close", () => {
        this.#report?.clear();
        button.focus({ preventScroll: true });
        resolve(this.#dialog.returnValue === "take");
      }, { once: true });
    });
  }
}
