"""What this device keeps for a later visit: ticked lists and answers, and nothing of the engine."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import say_to
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    see_result,
)
from tests.browser.waiting import until

pytestmark = pytest.mark.early_engine

FIRST_EDITION = """caches.open("playbook-engine").then((cache) =>
  cache.put("/worker?snapshot", new Response("what somebody typed")))"""


def test_the_browser_keeps_nothing_of_the_engine(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    assert page.evaluate("caches.keys()") == []


def test_what_earlier_editions_kept_is_deleted_at_the_first_visit_of_any_page(page: Page) -> None:
    page.goto("/404.html")
    page.evaluate(FIRST_EDITION)
    page.evaluate("caches.open('of-another-site')")
    page.goto("/m/trust-stages/")
    until(page, "caches.keys().then((names) => !names.includes('playbook-engine'))")
    assert page.evaluate("caches.keys()") == ["of-another-site"]


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
    expect(page.locator(".checklist-status")).to_have_text(re.compile("^1 of .* kept"))
    status = page.locator(".checklist-status").inner_text()
    page.goto("/zh/m/trust-stages/")
    expect(box).to_be_checked()
    page.goto("/m/trust-stages/")
    expect(page.locator(".checklist-status")).to_have_text(status)
