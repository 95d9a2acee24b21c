"""What a reader does to the answers of a tool, and what the page says about them, in words."""

import json
import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.tool_page import TRUST, address, choice, ready, settle

TABLES = """async (name) => {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const tables = {};
  for (const table of database.objectStoreNames) {
    tables[table] = await new Promise((done) => {
      database.transaction(table).objectStore(table).getAll().onsuccess = (event) => done(event.target.result);
    });
  }
  database.close();
  return tables;
}"""  # noqa: E501
"""Everything in a database of the page."""
RESTORE = """async ([name, tables]) => {
  const opening = indexedDB.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const writing = opening.result.transaction(Object.keys(tables), "readwrite");
  for (const [table, rows] of Object.entries(tables)) for (const row of rows) writing.objectStore(table).put(row);
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
}"""  # noqa: E501
"""Puts rows into a database of the page."""
SLOW_STORE = """
const open = indexedDB.open.bind(indexedDB);
let letGo;
globalThis.letStoreAnswer = () => letGo();
const waiting = new Promise((resolve) => (letGo = resolve));
IDBFactory.prototype.open = function (...what) {
  const request = open(...what);
  const listen = request.addEventListener.bind(request);
  request.addEventListener = (kind, hear, how) =>
    listen(kind, kind === "success" ? (event) => void waiting.then(() => hear.call(request, event)) : hear, how);
  return request;
};
"""  # noqa: E501
"""A database that opens when a test says so."""
WAITING_DISK = """
const listen = IDBTransaction.prototype.addEventListener;
const [reads, writes] = [Promise.withResolvers(), Promise.withResolvers()];
globalThis.letDiskWrite = writes.resolve;
globalThis.letDiskAnswer = () => (reads.resolve(), writes.resolve());
IDBTransaction.prototype.addEventListener = function (type, hear, ...rest) {
  const disk = this.mode === "readonly" ? reads.promise : writes.promise;
  const late = (event) => void disk.then(() => hear.call(this, event));
  return listen.call(this, type, type === "complete" ? late : hear, ...rest);
};
"""
"""From now on a browser says only when a test lets it that it has read or written."""


def open_tool(page: Page, tool: str = TRUST, language: str = "en") -> Page:
    """Go to a tool's page, and wait until it shows what is kept."""
    page.goto(address(tool, language))
    return ready(page)


def reload(page: Page) -> Page:
    """Load the page again, and wait until it shows what is kept."""
    page.reload()
    return ready(page)


def answer(page: Page, number: int, value: int, dimension: str = "perception") -> None:
    """Answer a question, and wait until the page has kept it or said why not."""
    choice(page, f"{dimension}.{number}", value).check()
    settle(page)


def state(page: Page) -> str:
    """Return what became of keeping the answers."""
    return page.locator(".tool-status").get_attribute("data-kept") or ""


def given(page: Page) -> Mapping[str, str]:
    """Return the answers that the form shows, by question."""
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.question input:checked')]"
        ".map(({ name, value }) => [name, value]))"
    )
    return found


def name(page: Page, subject: str) -> None:
    """Type whom the answers are about."""
    field = page.locator('input[name="subject"]')
    field.fill(subject)
    field.press("Tab")


def subject(page: Page) -> Locator:
    """Return the field that says whom the answers are about."""
    return page.locator('input[name="subject"]')


def notices(page: Page) -> Locator:
    """Return the sentences at the top of the tool."""
    return page.locator(".tool-notices")


def say_to(page: Page, words: str) -> None:
    """Press a button of a question that the page asks."""
    page.locator(".question-dialog").get_by_role("button", name=words).click()
    expect(page.locator(".question-dialog")).to_have_count(0)


PRESS = "button => { button.dataset.pressed = ''; button.focus(); button.click(); }"


def press(page: Page, words: str | re.Pattern[str]) -> None:
    """Press a button beside a sentence at the top of the tool, and wait until that has its say."""
    # At once: a sentence that is told again has other buttons.
    notices(page).get_by_role("button", name=words).evaluate(PRESS)
    page.locator("[data-pressed]").wait_for(state="hidden")
    settle(page)


def start_over(page: Page) -> None:
    """Remove the answers of the subject in the form."""
    page.locator('[data-action="clear"]').click()
    say_to(page, "Remove and start over")


def open_file(page: Page, content: Mapping[str, Any] | bytes) -> None:
    """Choose a file of answers."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": data})


def file_of(page: Page, **changes: object) -> dict[str, object]:
    """Return a file of answers to the tool of the page, with one question answered."""
    mark = page.locator("tool-form").evaluate(
        "({ dataset: { tool, version, hash, structure } }) => ({ tool, version, hash, structure })"
    )
    record = {"subject": "", "saved": "2026-01-31T12:00:00Z", "notes": {}, "scored": False}
    answers = {"input": {"answers": {"perception.5": 1}, "flags": []}}
    return {"format": "playbook-answers/1", **mark, **record, **answers, **changes}


def tables(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Return everything in the site's database."""
    site = page.locator("[data-site]").first.get_attribute("data-site")
    found: dict[str, list[dict[str, Any]]] = page.evaluate(TABLES, f"playbook:{site}")
    return found


def restore(page: Page, kept: Mapping[str, list[dict[str, Any]]]) -> None:
    """Put into the database what another page kept; pages that are open do not hear of it."""
    site = page.locator("[data-site]").first.get_attribute("data-site")
    page.evaluate(RESTORE, [f"playbook:{site}", kept])


def everything_said(page: Page) -> str:
    """Return all that the page says at the top of the tool."""
    return page.locator(".tool-status").inner_text()
