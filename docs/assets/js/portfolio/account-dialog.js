// @ts-check
/** Shows one account of a list with its whole report, over the page, and the form that has it stand elsewhere. */
import { oneAct } from "../elements/one-act.js";
import { PortfolioReport } from "./portfolio-report.js";
import { showRefusal, tell } from "./showing.js";

/** @typedef {import("../engine/client.js").Block} Block */
/** @typedef {import("./desk.js").Override} Override */
/**
 * @typedef {object} Shown
 * @property {string} title
 * @property {string} facts
 * @property {readonly Block[]} blocks
 * @property {string} toolPage
 * @property {readonly { id: string, title: string }[]} bands
 * @property {Override | undefined} override
 * @property {string} told what the override is, empty where there is none
 * @property {string} refusal begins what is wrong with an override
 * @property {(given: Partial<Override>) => Promise<readonly { message: string, hint: string }[] | null>} set nothing
 *   where it could not be asked; without a band it takes the override away
 */

/**
 * @param {HTMLElement} root the list's element: a report finds its templates there
 * @param {Shown} shown
 * @param {() => void} closed called when the dialog is gone
 */
export function openAccount(root, shown, closed) {
  const template = root.querySelector("template[data-account]");
  const dialog = template instanceof HTMLTemplateElement ? document.importNode(template.content, true).firstElementChild : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { title, facts, blocks, toolPage, told } = shown;
  dialog.ariaLabel = title;
  for (const [name, text] of Object.entries({ title, facts, told })) tell(dialog, `[data-slot="${name}"]`, text);
  root.append(dialog);
  const report = dialog.querySelector("portfolio-report");
  if (report instanceof PortfolioReport) report.show(blocks);
  // A question stands on the page of its tool.
  for (const link of dialog.querySelectorAll('a[href^="#"]')) link.setAttribute("href", `${toolPage}${link.getAttribute("href")}`);
  serveForm(dialog, shown);
  const leaves = new AbortController();
  addEventListener("popstate", () => dialog.close(), { signal: leaves.signal });
  dialog.querySelector("[data-close]")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    leaves.abort();
    dialog.remove();
    closed();
  });
  dialog.showModal();
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Shown} shown
 */
function serveForm(dialog, { bands, override, refusal, set }) {
  const form = dialog.querySelector("form");
  const select = form?.querySelector("select");
  if (!form || !select) return;
  for (const { id, title } of bands) select.append(new Option(title, id));
  const fields = { band: select, reason: form.querySelector("textarea"), until: form.querySelector("input") };
  for (const [name, field] of Object.entries(fields)) if (field) field.value = override?.[/** @type {keyof Override} */ (name)] ?? "";
  form.closest("details")?.toggleAttribute("open", Boolean(override));
  const remove = form.querySelector("[data-remove]");
  remove?.toggleAttribute("hidden", !override);
  const once = oneAct();
  const give = (/** @type {Partial<Override>} */ given) => once(async () => {
    const problems = await set(given);
    if (problems?.length) showRefusal(form, refusal, problems, "[data-override-refused]");
    else if (problems) dialog.close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void give({ band: fields.band.value, reason: fields.reason?.value ?? "", until: fields.until?.value ?? "" });
  });
  remove?.addEventListener("click", () => void give({}));
}
