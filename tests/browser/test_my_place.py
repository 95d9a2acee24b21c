"""Lists of tools know the reader's own state; the path of a role keeps its place."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import answer, name, open_tool
from tests.browser.axe import violations
from tests.browser.test_results import score


def test_the_list_of_tools_says_what_this_device_keeps(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 2)
    page.goto("/a/")
    tool = page.locator('a[data-tool="trust-stage-diagnostic"] .tool-state')
    expect(tool).to_contain_text("In progress: ")
    expect(tool).to_contain_text("Alpha")
    open_tool(page)
    score(page)
    page.goto("/zh/a/")
    expect(tool).to_contain_text("最近结果：")
    expect(page.locator(".tool-state")).to_have_count(1)
    assert violations(page) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_tool_stands_once_under_a_question(page: Page, language: str) -> None:
    page.goto("/a/" if language == "en" else "/zh/a/")
    tools = page.locator("a[data-tool]").evaluate_all("(all) => all.map((one) => one.dataset.tool)")
    assert len(tools) == len(set(tools)) == 37


def test_a_path_keeps_its_place_from_page_to_page_until_it_is_left(page: Page) -> None:
    page.goto("/")
    path = page.locator("#home\\.account-manager")
    path.get_by_role("link").first.click()
    place = page.locator("reading-path p:not([hidden])")
    expect(place).to_contain_text("Account manager: step 1 of 9.")
    assert violations(page) == []
    place.get_by_role("link", name="Next:").click()
    expect(place).to_contain_text("step 2 of 9.")
    expect(page.locator("tool-form")).to_be_visible()
    page.reload()
    expect(place).to_contain_text("step 2 of 9.")
    place.get_by_role("link", name="Back").click()
    expect(place).to_contain_text("step 1 of 9.")
    place.get_by_role("button", name="Leave the path").click()
    expect(place).to_have_count(0)
    page.reload()
    expect(page.locator("reading-path[data-started]")).to_have_count(1)
    expect(place).to_have_count(0)


def test_a_page_reached_otherwise_tells_of_no_path(page: Page) -> None:
    page.goto("/m/trust-stages/")
    expect(page.locator("reading-path[data-started]")).to_have_count(1)
    expect(page.locator("reading-path p:not([hidden])")).to_have_count(0)
