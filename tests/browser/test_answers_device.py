"""Everything on this device: listed, handed out as one file, and removed."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import answer, given, name, notices, open_tool, state, tables
from tests.browser.tool_page import LANGUAGES, settle
from tests.browser.waiting import wait_until

LEFT = "playbook:trust-playbook:trust-stage-diagnostic:0.0.1:Old"
FOREIGN = "playbook:another-site:tool:1:"
KEPT_HERE = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  caches: await caches.keys(),
})"""


@pytest.fixture
def full(page: Page) -> Page:
    """A browser with an answer about Alpha, a tick, a leftover, a colour."""
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    wait_until(page, lambda: bool(tables(page)["drafts"]) and bool(tables(page)["subjects"]))
    page.goto("/m/trust-stages/")
    page.locator("check-list input").first.check()
    expect(page.locator(".checklist-status")).to_contain_text("1 of")
    page.evaluate(
        "async ([left, foreign]) => {"
        " localStorage.setItem(left, 'cut off'); localStorage.setItem(foreign, 'stays');"
        " localStorage.setItem('/.__colours', '{}'); sessionStorage.setItem('/zh/.__x', '1');"
        " await caches.open('another'); }",
        [LEFT, FOREIGN],
    )
    return page


def rows(page: Page) -> list[str]:
    """Return what the page lists."""
    return [
        text.replace("\n", " ") for text in page.locator("device-memory tbody tr").all_inner_texts()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_listed_downloaded_and_removed(full: Page, language: str) -> None:
    full.goto("/privacy/" if language == "en" else f"/{language}/privacy/")
    listed = full.locator("device-memory tbody tr")
    expect(listed).to_have_count(4)
    assert sum("Alpha" in row for row in rows(full)) == 1
    with full.expect_download() as download:
        full.locator('[data-action="download"]').click()
    everything = json.loads(download.value.path().read_text("utf-8"))
    assert everything["format"] == "playbook-device/1"
    assert [row["input"]["answers"] for row in everything["tables"]["drafts"]] == [
        {"perception.1": 3}
    ]
    assert everything["leftovers"] == [{"key": LEFT, "text": "cut off"}]
    full.locator('[data-action="remove"]').click()
    full.locator(".question-dialog").wait_for()
    full.keyboard.press("Escape")
    expect(full.locator(".question-dialog")).to_have_count(0)
    expect(listed).to_have_count(4)
    full.locator('[data-action="remove"]').click()
    full.locator(".question-dialog button").first.click()
    expect(listed).to_have_count(0)
    expect(full.locator(".device-status")).to_contain_text("4")
    kept = full.evaluate(KEPT_HERE)
    assert kept == {"local": [FOREIGN], "session": [], "caches": ["another"]}
    assert all(table == [] for table in tables(full).values())


def test_a_tool_that_is_open_elsewhere_keeps_nothing_unasked(full: Page) -> None:
    other = open_tool(full.context.new_page())
    assert given(other) == {"perception.1": "3"}
    full.goto("/privacy/")
    full.locator('[data-action="remove"]').click()
    full.locator(".question-dialog button").first.click()
    expect(notices(other)).to_contain_text("removed from this device in another window")
    answer(other, 2, 1)
    settle(other)
    assert state(other) == "removed"
    assert tables(other)["drafts"] == []


def test_an_empty_browser_says_so(page: Page) -> None:
    # What the theme remembers of the colours is something, too.
    page.add_init_script("Storage.prototype.setItem = () => undefined;")
    page.goto("/privacy/")
    expect(page.locator(".device-status")).to_contain_text("keeps nothing")
    expect(page.locator('[data-action="remove"]')).to_be_hidden()
