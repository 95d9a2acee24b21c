"""The database of a device as earlier editions made it, with what stood in it."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOLDER = Path(__file__).parent.parent / "cases" / "databases"
NAME = "playbook:trust-playbook"
MAKE = """async ([name, version, rows]) => {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    const made = opening.result;
    made.createObjectStore("subjects", { keyPath: "id" });
    const drafts = made.createObjectStore("drafts", { keyPath: ["tool", "version", "subjectId"] });
    const aside = made.createObjectStore("aside", { keyPath: "number", autoIncrement: true });
    made.createObjectStore("checklists", { keyPath: "id" });
    made.createObjectStore("settings", { keyPath: "name" });
    if (version < 2) return;
    const results = made.createObjectStore("results", { keyPath: "id" });
    const actions = made.createObjectStore("actions", { keyPath: "id" });
    for (const table of [drafts, aside, results, actions]) {
      table.createIndex("about", "subjectId");
      table.createIndex("of", ["tool", "subjectId"]);
    }
    if (version < 3) return;
    made.createObjectStore("lists", { keyPath: "id" });
    made.createObjectStore("listFiles", { keyPath: "id" });
  };
  await new Promise((done) => (opening.onsuccess = done));
  const writing = opening.result.transaction(Object.keys(rows), "readwrite");
  for (const [table, each] of Object.entries(rows))
    for (const row of each) writing.objectStore(table).put(row.bytes ? { ...row, bytes: new Uint8Array(row.bytes) } : row);
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
}"""  # noqa: E501
"""Written anew and not shared with the page: what was released never changes."""


def make_database(page: Page, version: int) -> dict[str, list[dict[str, Any]]]:
    """Lay out the database as a version made it, and return the rows of its tables."""
    rows = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    for file in rows.get("listFiles", ()):
        file["bytes"] = list(file.pop("text").encode())
    page.goto("/assets/none")
    page.evaluate(MAKE, [NAME, version, rows])
    return dict(rows)
