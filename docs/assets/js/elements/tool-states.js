// @ts-check
/** <tool-states>: says on the links to tools beside it, by their data-tool, what this device keeps of each. */
import { saysNothing } from "../store/answer-record.js";
import { storeOf } from "../store/answer-store.js";
import { PageElement } from "./page-element.js";
import { shownDay } from "./shown-time.js";
import { Words } from "./words.js";

export class ToolStates extends PageElement {
  static tag = "tool-states";

  start() {
    void this.#show();
  }

  async #show() {
    const store = storeOf(this.dataset.site ?? "");
    await store.open();
    const kept = await store.results.everything();
    if (!kept.done) return;
    const { results, drafts, subjects } = kept.result;
    const latest = [...drafts].sort((one, other) => Date.parse(other.saved) - Date.parse(one.saved));
    const words = new Words(this);
    const names = new Map(subjects.map(({ id, name }) => [id, name]));
    for (const link of document.querySelectorAll("a[data-tool]")) {
      const tool = link.getAttribute("data-tool");
      const result = results.find((row) => row.tool === tool);
      const draft = latest.find((row) => row.tool === tool && !saysNothing(row));
      const row = result ?? draft;
      if (!row || link.querySelector(".tool-state")) continue;
      const said = document.createElement("span");
      said.className = "tool-state";
      const subject = names.get(row.subjectId) || words.say("nobody");
      said.textContent = words.say(result ? "result" : "draft", { day: shownDay(row.saved), subject });
      link.append(said);
    }
  }
}
