"""An example is nobody's own: what is done over it is done to the reader's own answers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    file_of,
    name,
    notices,
    open_file,
    open_tool,
    press,
    reload,
    say_to,
    state,
    subject,
    tables,
)
from tests.browser.tool_page import settle

VALUE = "customer-ltv"


@pytest.fixture
def alpha(page: Page) -> Page:
    """The form shows an example, and hides what is kept about Alpha."""
    open_tool(page, VALUE)
    name(page, "Alpha")
    revenue(page, "17")
    show_example(page)
    say_to(page, "Show the example")
    example_stands(page)
    return page


def revenue(page: Page, text: str) -> None:
    field = page.locator('[data-path="revenue"]')
    field.fill(text)
    field.press("Tab")
    settle(page)


def show_example(page: Page) -> None:
    page.locator('button[data-action="example"]').first.click()


def example_stands(page: Page) -> None:
    page.locator("tool-report[data-report] .summary").wait_for()
    assert state(page) == "example"


def kept(page: Page) -> list[tuple[str, object]]:
    """Return whose answers are kept, with their revenue."""
    found = tables(page)
    names = {"": "", **{row["id"]: row["name"] for row in found["subjects"]}}
    return [(names[row["subjectId"]], row["input"].get("revenue")) for row in found["drafts"]]


def test_starting_over_is_about_ones_own_answers_and_its_undo_brings_them_back(alpha: Page) -> None:
    alpha.locator('[data-action="clear"]').click()
    expect(alpha.locator(".question-dialog")).to_contain_text("about “Alpha”")
    expect(alpha.locator('[data-path="revenue"]')).to_have_value("17")
    say_to(alpha, "Remove and start over")
    expect(notices(alpha)).to_contain_text("are removed")
    press(alpha, "Undo")
    expect(notices(alpha)).to_contain_text("are back")
    assert kept(reload(alpha)) == [("Alpha", 17)]
    assert tables(alpha)["results"] == []


def test_starting_over_without_own_answers_asks_nothing(page: Page) -> None:
    open_tool(page, VALUE)
    show_example(page)
    example_stands(page)
    page.locator('[data-action="clear"]').click()
    expect(page.locator(".tool-status")).to_have_attribute("data-kept", "nothing")
    expect(page.locator(".question-dialog")).to_have_count(0)
    expect(page.locator('[data-path="revenue"]')).to_have_value("")


def test_a_file_takes_the_place_of_ones_own_answers(alpha: Page) -> None:
    open_file(alpha, file_of(alpha, subject="Alpha", input={"revenue": 99}))
    expect(alpha.locator(".question-dialog")).to_contain_text("8 answered")
    say_to(alpha, "Replace them with the file")
    expect(alpha.locator(".tool-actions + .notice")).to_contain_text("The file is open")
    settle(alpha)
    assert kept(alpha) == [("Alpha", 99)]
    press(alpha, "Show those instead")
    expect(alpha.locator('[data-path="revenue"]')).to_have_value("17")


def test_a_name_is_not_given_to_an_example(page: Page) -> None:
    open_tool(page, VALUE)
    show_example(page)
    example_stands(page)
    name(page, "Beta")
    show_example(page)
    example_stands(page)
    assert (subject(page).input_value(), kept(page)) == ("Beta", [])
    revenue(page, "5")
    assert kept(page) == [("Beta", 5)]


def test_a_name_over_an_example_leaves_answers_without_one_as_they_are(page: Page) -> None:
    open_tool(page, VALUE)
    revenue(page, "17")
    show_example(page)
    say_to(page, "Show the example")
    example_stands(page)
    name(page, "Beta")
    expect(notices(page)).to_contain_text("Switched to “Beta”")
    assert kept(page) == [("", 17)]
    press(page, "Back to the answers without a name")
    expect(page.locator('[data-path="revenue"]')).to_have_value("17")
