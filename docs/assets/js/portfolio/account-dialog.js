// @ts-check
/** Shows one account of a list with its whole report, over the page. */
import { PortfolioReport } from "./portfolio-report.js";

/** @typedef {import("../engine/client.js").Block} Block */

/**
 * @param {HTMLElement} root the list's element: a report finds its templates there
 * @param {{ title: string, facts: string, blocks: readonly Block[], toolPage: string }} shown
 */
export function openAccount(root, { title, facts, blocks, toolPage }) {
  const template = root.querySelector("template[data-account]");
  const dialog = template instanceof HTMLTemplateElement ? document.importNode(template.content, true).firstElementChild : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  const before = document.activeElement;
  dialog.ariaLabel = title;
  for (const [name, text] of Object.entries({ title, facts })) {
    const place = dialog.querySelector(`[data-slot="${name}"]`);
    if (place) place.textContent = text;
  }
  root.append(dialog);
  const report = dialog.querySelector("portfolio-report");
  if (report instanceof PortfolioReport) report.show(blocks);
  // A question stands on the page of its tool.
  for (const link of dialog.querySelectorAll('a[href^="#"]')) link.setAttribute("href", `${toolPage}${link.getAttribute("href")}`);
  const leaves = new AbortController();
  addEventListener("popstate", () => dialog.close(), { signal: leaves.signal });
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    leaves.abort();
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  dialog.showModal();
}
