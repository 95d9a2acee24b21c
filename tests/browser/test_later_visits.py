"""What this device keeps for a later visit: the started engine, ticked lists, answers."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers_page import say_to
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    saved_file,
    see_result,
)
from tests.browser.waiting import until

pytestmark = pytest.mark.early_engine

KEPT = (
    "caches.open('playbook-engine-clean').then((cache) => cache.keys())"
    ".then((keys) => keys.map((key) => new URL(key.url).search))"
)


def test_the_engine_goes_on_from_where_an_earlier_visit_left_it(
    context: BrowserContext, tmp_path: Path
) -> None:
    first, second = (report_of_a_visit(context, tmp_path) for _ in range(2))
    assert first == second


def test_an_example_does_not_replace_what_is_kept(page: Page) -> None:
    page.goto(address("universal-survey"))
    page.locator('input[name="surveyed"]').fill("77")
    page.locator('[data-action="example"]').first.click()
    say_to(page, "Show the example")
    expect(page.locator("tool-report[data-report]")).to_be_visible()
    expect(page.locator('input[name="surveyed"]')).not_to_have_value("77")
    page.reload()
    expect(page.locator('input[name="surveyed"]')).to_have_value("77")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_marks_the_parts_with_a_result(page: Page, language: str) -> None:
    home = "/" if language == "en" else f"/{language}/"
    part = page.locator('.map a[href$="m/trust-stages/"]')
    page.goto(home)
    expect(part).not_to_have_class(re.compile("has-result"))
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.goto(home)
    expect(part).to_have_class(re.compile("has-result"))


def test_a_checklist_remembers_its_ticks(page: Page) -> None:
    page.goto("/m/trust-stages/")
    box = page.locator("check-list input[type=checkbox]").first
    box.check()
    status = page.locator(".checklist-status").inner_text()
    page.goto("/zh/m/trust-stages/")
    expect(box).to_be_checked()
    page.goto("/m/trust-stages/")
    expect(page.locator(".checklist-status")).to_have_text(status)


def report_of_a_visit(context: BrowserContext, folder: Path) -> object:
    """Visit the page, see the report, and stay until the engine has been kept."""
    page = context.new_page()
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    report = saved_file(page, folder / "answers.json")["report"]
    wait_for_snapshot(page)
    page.close()
    return report


def wait_for_snapshot(page: Page) -> None:
    """Wait until the browser keeps the engine's memory, and nothing of a trial."""
    until(page, f"{KEPT}.then((kept) => kept.join() === '?snapshot')")
