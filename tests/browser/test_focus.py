"""Whoever works by keyboard goes on near what has gone, and does not begin again at the top."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import answer, name, notices, open_tool, say_to
from tests.browser.test_my_results import lines, open_results, results_of_two, said
from tests.browser.test_results import fill_in, score
from tests.browser.test_team import TEAM, TOOL, add, complete, files, open_team, press, reveal
from tests.browser.tool_page import choice


@pytest.fixture
def kept(page: Page) -> Page:
    """The page of results, with one about Alpha and answers about Beta."""
    return results_of_two(page)


def button(page: Page, words: str) -> Locator:
    """Return a button of the first line."""
    return lines(page).first.get_by_role("button", name=words)


def test_a_removed_line_leads_to_its_way_back_and_that_to_the_line(kept: Page) -> None:
    button(kept, "Remove").press("Enter")
    expect(lines(kept)).to_have_count(1)
    undo = kept.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(lines(kept)).to_have_count(2)
    expect(lines(kept).first.locator("a")).to_be_focused()


def test_a_renamed_line_keeps_the_focus_where_it_was(kept: Page) -> None:
    button(kept, "Rename").press("Enter")
    field = kept.locator(".question-dialog input")
    field.fill("Gamma")
    field.press("Enter")
    expect(said(kept)).to_contain_text("“Alpha” is now called “Gamma”")
    expect(button(kept, "Rename")).to_be_focused()


def test_a_sample_leads_to_its_end_and_back(page: Page) -> None:
    open_results(page)
    page.locator('[data-act="sample"]').press("Enter")
    end = page.locator('[data-act="end-sample"]')
    expect(end).to_be_focused()
    end.press("Enter")
    expect(page.locator('[data-act="sample"]')).to_be_focused()


def test_a_removed_result_leads_to_its_way_back_and_that_to_the_result(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    page.locator('[data-action="clear"]').click()
    say_to(page, "Start again, keep the rest")
    row = page.locator("[data-earlier] [data-result]")
    row.locator('[data-act="remove"]').press("Enter")
    undo = notices(page).get_by_role("button", name="Undo").last
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(row.locator("button").first).to_be_focused()


def test_a_sentence_that_is_closed_leads_to_what_is_near(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 2)
    name(page, "Alpha")
    close = notices(page).get_by_role("button", name="Close")
    close.press("Enter")
    expect(close).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")


def test_a_row_that_was_the_last_leads_to_the_way_to_another(page: Page) -> None:
    open_tool(page, "resource-allocation")
    remove = page.locator('[data-path="accounts"] > [data-row] > [data-action="remove-row"]')
    remove.first.press("Enter")
    remove.first.press("Enter")
    expect(remove).to_have_count(0)
    expect(page.locator('[data-path="accounts"] > [data-action="add-row"]')).to_be_focused()


def test_a_team_goes_on_near_what_has_gone(page: Page) -> None:
    open_team(page, tool=TOOL)
    add(page, files(TEAM))
    complete(page, 5)
    page.locator('[data-act="take-out"]').first.press("Enter")
    undo = page.locator('[data-act="undo"]')
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(page.locator('[data-act="take-out"]').last).to_be_focused()
    complete(page, 5)
    card = reveal(page).first
    card.locator("input").first.press("Space")
    card.locator('[data-act="leave-open"]').press("Enter")
    expect(card.locator("input").first).to_be_focused()
    press(page, "clear")
    expect(undo).to_be_focused()


def test_a_choice_is_not_moved_from_by_a_sentence_that_goes(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 2)
    name(page, "Alpha")
    choice(page, "perception.2", 1).focus()
    notices(page).get_by_role("button", name="Undo").evaluate("(undo) => undo.click()")
    expect(notices(page).get_by_role("button", name="Undo")).to_have_count(0)
    expect(choice(page, "perception.2", 1)).to_be_focused()
