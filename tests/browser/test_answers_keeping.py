"""Answers stay whatever happens to the page; their date is that of the last changed one."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.answers_page import (
    SLOW_STORE,
    answer,
    everything_said,
    given,
    open_tool,
    reload,
    state,
    tables,
)
from tests.browser.conftest import PATIENCE, QUIET, chromium_path
from tests.browser.server import SiteServer
from tests.browser.tool_page import TRUST, address, choice, ready, settle

THEN, NOW = "2026-11-28T12:00:00Z", "2026-12-03T12:00:00Z"


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_looking_at_answers_does_not_move_their_date(page: Page) -> None:
    page.clock.set_fixed_time(THEN)
    open_tool(page)
    answer(page, 1, 3)
    page.clock.set_fixed_time(NOW)
    reload(page)
    expect(page.locator(".tool-status .saved")).to_contain_text("28 November 2026")
    page.context.unroute_all()
    reload(page)
    page.locator('[data-action="score"]').click()
    expect(page.locator("tool-report[data-report] .summary-label")).to_have_text("28 November 2026")
    settle(page)
    assert [row["saved"] for row in tables(page)["drafts"]] == ["2026-11-28T12:00:00.000Z"]
    answer(page, 1, 2)
    assert [row["saved"] for row in tables(page)["drafts"]] == ["2026-12-03T12:00:00.000Z"]


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_a_clock_set_back_changes_nothing_but_the_date(page: Page) -> None:
    page.clock.set_fixed_time(NOW)
    open_tool(page)
    answer(page, 1, 3)
    page.locator('input[name="subject"]').fill("Late")
    page.locator('input[name="subject"]').press("Tab")
    expect(page.locator(".tool-notices")).to_contain_text("Late")
    page.clock.set_fixed_time(THEN)
    page.locator('input[name="subject"]').fill("Early")
    page.locator('input[name="subject"]').press("Tab")
    page.locator(".question-dialog").get_by_role("button", name="Start again").click()
    expect(page.locator(".question input:checked")).to_have_count(0)
    answer(page, 2, 1)
    reload(page)
    expect(page.locator('input[name="subject"]')).to_have_value("Early")
    other = page.context.new_page()
    open_tool(other)
    expect(other.locator('input[name="subject"]')).to_have_value("Early")
    assert given(other) == {"perception.2": "1"}


def test_answers_given_while_the_store_is_read_join_what_it_holds(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 3)
    page.add_init_script(SLOW_STORE)
    page.goto(address(TRUST))
    page.locator("tool-form[data-started]").wait_for()
    choice(page, "perception.2", 1).check()
    assert state(page) in ("", "reading")
    page.evaluate("letStoreAnswer()")
    ready(page)
    settle(page)
    assert given(page) == {"perception.1": "3", "perception.2": "1"}
    assert tables(page)["drafts"][0]["input"]["answers"] == {"perception.1": 3, "perception.2": 1}


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_a_store_that_does_not_answer_is_spoken_of(page: Page) -> None:
    page.add_init_script(SLOW_STORE)
    page.clock.install()
    page.goto(address(TRUST))
    page.locator("tool-form[data-started]").wait_for()
    page.clock.run_for(5000)
    expect(page.locator(".tool-notices")).to_contain_text("Not kept yet")
    page.evaluate("letStoreAnswer()")
    ready(page)
    expect(page.locator(".tool-notices")).to_be_empty()


@pytest.mark.parametrize(
    "damage",
    [
        {"saved": "not a date"},
        {"input": "abc"},
        {"notes": {"perception.1": 3}},
        {"input": {"answers": {"perception.1": 99}}},
        {"input": {"answers": "abc"}},
    ],
    ids=["date", "input", "notes", "value", "answers"],
)
def test_a_damaged_record_is_told_offered_and_put_aside(
    page: Page, damage: dict[str, object]
) -> None:
    open_tool(page)
    answer(page, 1, 3)
    [draft] = tables(page)["drafts"]
    damaged = {**draft, **damage, "stamp": "another.1"}
    page.evaluate(
        """async ([name, row]) => {
          const opening = indexedDB.open(name);
          await new Promise((done) => (opening.onsuccess = done));
          const writing = opening.result.transaction("drafts", "readwrite");
          writing.objectStore("drafts").put(row);
          await new Promise((done) => (writing.oncomplete = done));
          opening.result.close();
        }""",
        ["playbook:trust-playbook", damaged],
    )
    reload(page)
    expect(page.locator(".tool-notices")).to_contain_text("cannot be shown here")
    assert given(page) == {}
    with page.expect_download() as download:
        page.locator(".tool-notices").get_by_role("button", name="Download").click()
    assert json.loads(download.value.path().read_text("utf-8"))["stamp"] == "another.1"
    answer(page, 2, 1)
    kept = tables(page)
    assert [row["stamp"] for row in kept["aside"]] == ["another.1"]
    assert kept["drafts"][0]["input"]["answers"] == {"perception.2": 1}
    reload(page)
    assert "cannot show it" in everything_said(page)
    assert given(page) == {"perception.2": "1"}


def test_a_browser_that_is_killed_while_one_types_loses_at_most_the_last_letters(
    chromium: Browser, server: SiteServer, tmp_path: Path
) -> None:
    def visit() -> Page:
        context = chromium.browser_type.launch_persistent_context(
            tmp_path, executable_path=chromium_path(), args=list(QUIET), base_url=server.address
        )
        context.set_default_timeout(PATIENCE)
        return open_tool(context.pages[0])

    page = visit()
    answer(page, 3, 2)
    page.locator(".question-note summary").first.click()
    note = page.locator('[name="note.perception.1"]')
    note.press_sequentially("typed until")
    settle(page)
    note.press_sequentially(" the end")
    kill_browser(tmp_path)
    page = visit()
    assert given(page) == {"perception.3": "2"}
    assert note_of(page).startswith("typed until")
    page.context.close()


def note_of(page: Page) -> str:
    return page.locator('[name="note.perception.1"]').input_value()


def kill_browser(profile: Path) -> None:
    """End every process of the browser of a profile, at once and without a word."""
    listed = subprocess.run(
        ["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True
    )
    for line in listed.stdout.splitlines():
        pid, _, arguments = line.strip().partition(" ")
        if f"--user-data-dir={profile}" in arguments:
            os.killpg(os.getpgid(int(pid)), signal.SIGKILL)
            return
    pytest.fail("there is no such browser")


def test_the_other_language_goes_on_with_the_same_record(context: BrowserContext) -> None:
    page = open_tool(context.new_page())
    answer(page, 1, 3)
    other = open_tool(context.new_page(), language="zh")
    answer(other, 2, 1)
    expect(choice(page, "perception.2", 1)).to_be_checked()
    assert len(tables(page)["drafts"]) == 1
