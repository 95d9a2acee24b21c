"""Answers that leave the page as a file, come back, or were given to another version."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers_page import name, open_tool, reload, tables
from tests.browser.conftest import new_context
from tests.browser.server import SiteServer
from tests.browser.tool_page import (
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    saved_file,
    see_result,
)


@pytest.fixture(scope="module")
def saved(
    chromium: Browser, shared_server: SiteServer, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, object]:
    """A file of answers about the subject Yunhe, as a page wrote it."""
    context = new_context(chromium, shared_server)
    page = open_tool(context.new_page())
    name(page, "Yunhe")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    content = saved_file(page, tmp_path_factory.mktemp("saved") / "saved.json")
    context.close()
    return content


@pytest.mark.parametrize(("language", "day"), [("en", "31 January 2026"), ("zh", "2026年1月31日")])
def test_a_report_says_whom_it_is_about_and_when(
    page: Page, saved: dict[str, object], tmp_path: Path, language: str, day: str
) -> None:
    open_tool(page, language=language)
    open_file(page, tmp_path, saved | {"saved": "2026-01-31T12:00:00Z"})
    expect(page.locator("tool-report[data-report] .summary-label")).to_have_text(day)
    expect(page.locator("tool-report[data-report] .summary-headline")).to_contain_text("Yunhe")


def test_a_file_opens_with_answers_subject_and_report(
    page: Page, saved: dict[str, object], tmp_path: Path
) -> None:
    open_file(open_tool(page), tmp_path, saved)
    expect(choice(page, "perception.1", 3)).to_be_checked()
    expect(page.locator('input[name="subject"]')).to_have_value("Yunhe")
    page.locator("tool-report[data-report] .summary").wait_for()
    again = saved_file(page, tmp_path / "again.json")
    assert again == saved


def test_answers_to_the_same_questions_are_recomputed_and_the_page_says_so(
    page: Page, saved: dict[str, object], tmp_path: Path
) -> None:
    open_file(open_tool(page), tmp_path, saved | {"version": "0.9.0", "hash": "another"})
    expect(choice(page, "perception.1", 3)).to_be_checked()
    expect(page.locator(".notice", has_text="0.9.0")).to_be_visible()


def test_answers_to_other_questions_are_refused_and_stay_available(
    page: Page, saved: dict[str, object]
) -> None:
    old = saved | {"version": "0.1.0", "hash": "another", "structure": "another"}
    site = open_tool(page).locator("tool-form").get_attribute("data-site")
    key = f"playbook:{site}:{TRUST}:0.1.0:Yunhe"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(old)])
    page.evaluate("sessionStorage.clear()")
    reload(page)
    expect(page.locator("[data-notices]")).to_contain_text("0.1.0")
    expect(page.locator(".question input:checked")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the old answers").click()
    kept = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert kept["input"] == saved["input"]
    assert [row["input"] for row in tables(page)["drafts"]] == [saved["input"]]


@pytest.mark.parametrize(("format_", "extension"), [("csv", "csv"), ("markdown", "md")])
def test_the_report_leaves_as_a_file_of_the_engine(
    page: Page, format_: str, extension: str
) -> None:
    page.goto(address(TRUST, "zh"))
    answer_all(page, TRUST_ANSWERS)
    page.locator(".question-note summary").first.click()
    page.locator('[name="note.perception.1"]').fill("五月三日来访")
    see_result(page)
    with page.expect_download() as download:
        page.locator(f'[data-action="export"][data-format="{format_}"]').click()
    assert download.value.suggested_filename.startswith(TRUST)
    assert download.value.suggested_filename.endswith(f".{extension}")
    assert "五月三日来访" in download.value.path().read_text(encoding="utf-8")


def open_file(page: Page, folder: Path, content: Mapping[str, object]) -> None:
    """Choose a file of answers on the page."""
    file = folder / "opened.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    chooser.value.set_files(file)
