"""What two windows of one tool do, in words."""

import re
from collections.abc import Callable, Mapping

from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    answer,
    file_of,
    given,
    name,
    notices,
    open_file,
    open_tool,
    reload,
    start_over,
    subject,
)
from tests.browser.tool_page import settle

STILL = """
globalThis.BroadcastChannel = class extends EventTarget {
  postMessage() {}
};
"""
"""Windows that do not hear of each other, as when one of them sleeps."""
EMPTY = """async (name) => {
  const opening = indexedDB.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const tables = [...opening.result.objectStoreNames];
  const writing = opening.result.transaction(tables, "readwrite");
  for (const table of tables) writing.objectStore(table).clear();
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
}"""
"""Remove everything from a database."""


def answers(page: Page) -> None:
    """Answer another question."""
    count = len(given(page))
    answer(page, count % 5 + 1, count % 4, "synergy")


def renames(page: Page) -> None:
    """Give the subject another name, in every tool, where the page lets one."""
    before = subject(page).input_value()
    name(page, f"{before} Ltd" if before else "Named")
    if before:
        dialog = page.locator(".question-dialog")
        known = page.locator(f'[data-subjects] option[value="{before} Ltd"]')
        dialog.or_(known).first.wait_for(state="attached")
        if dialog.count():
            rename = dialog.get_by_role("button", name="Rename")
            rename.or_(dialog.get_by_role("button", name="Cancel")).first.click()
        expect(dialog).to_have_count(0)
    settle(page)


def starts_over(page: Page) -> None:
    """Remove the answers."""
    start_over(page)
    expect(notices(page)).to_contain_text("are removed")


def opens_a_file(page: Page) -> None:
    """Open a file about the same subject."""
    open_file(page, file_of(page, subject=subject(page).input_value()))
    told, asked = page.locator(".tool-actions + .notice"), page.locator(".question-dialog")
    told.or_(asked).first.wait_for()
    if asked.count():
        go_on = re.compile("Replace them|Go on without them")
        asked.get_by_role("button", name=go_on).click()
    expect(told).to_contain_text("The file is open")
    settle(page)


def reloads(page: Page) -> None:
    """Load the page again."""
    reload(page)


ACTS: Mapping[str, Callable[[Page], None]] = {
    act.__name__: act for act in (answers, renames, starts_over, opens_a_file, reloads)
}


def begin(first: Page, second: Page) -> None:
    """Show, in two windows, the same answer about Alpha, with nothing else on this device."""
    for page in (first, second):
        if page.url == "about:blank":
            open_tool(page)
        page.evaluate("sessionStorage.clear()")
    first.evaluate(EMPTY, "playbook:trust-playbook")
    reload(first)
    name(first, "Alpha")
    answer(first, 1, 3)
    reload(second)
