"""Questions by the keyboard and one at a time: a slip is taken back, the way on stays in view."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    ready,
    see_result,
)

SIZES = [(360, 640), (1280, 720)]
BELOW_THE_BAR = """place => {
  const bar = document.querySelector(".md-header").getBoundingClientRect();
  const { top } = place.getBoundingClientRect();
  return top >= bar.bottom && top < innerHeight / 2;
}"""
BELOW_THE_BARS = """place => {
  const bar = document.querySelector(".tool-status").getBoundingClientRect();
  return place.getBoundingClientRect().top >= bar.bottom;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_are_told(page: Page, language: str) -> None:
    page.goto(address(TRUST, language))
    expect(page.locator(".keys")).to_contain_text("Ctrl+Z")


def test_a_slip_of_the_finger_is_taken_back(page: Page) -> None:
    page.goto(address(TRUST))
    ready(page)
    choice(page, "perception.1", 0).focus()
    page.keyboard.press("2")
    page.keyboard.press("3")
    choice(page, "perception.2", 0).focus()
    page.keyboard.press("n")
    expect(page.locator("[data-progress]")).to_have_attribute("value", "2")
    page.keyboard.press("Control+z")
    expect(page.locator('[name="perception.2"]:checked')).to_have_count(0)
    expect(page.locator("[data-progress]")).to_have_attribute("value", "1")
    page.keyboard.press("Control+z")
    expect(choice(page, "perception.1", 2)).to_be_checked()
    expect(choice(page, "perception.1", 2)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator('[name="perception.1"]:checked')).to_have_count(0)
    page.reload()
    ready(page)
    expect(page.locator(".question input:checked")).to_have_count(0)


def test_an_answer_that_was_cleared_comes_back(page: Page) -> None:
    page.goto(address(TRUST))
    ready(page)
    choice(page, "perception.1", 3).check()
    page.locator(".question").first.locator('[data-action="skip"]').click()
    expect(choice(page, "perception.1", 3)).not_to_be_checked()
    page.keyboard.press("Control+z")
    expect(choice(page, "perception.1", 3)).to_be_checked()


def test_what_was_kept_is_not_taken_back(page: Page) -> None:
    page.goto(address(TRUST))
    ready(page)
    choice(page, "perception.1", 3).check()
    page.reload()
    ready(page)
    choice(page, "perception.1", 3).focus()
    page.keyboard.press("Control+z")
    expect(choice(page, "perception.1", 3)).to_be_checked()


@pytest.mark.parametrize("key", ["n", ".", "p", ","])
def test_no_letter_leads_away_from_a_page(page: Page, key: str) -> None:
    page.goto(address(TRUST))
    page.locator("html[data-playbook=ready]").wait_for()
    page.locator("tool-form[data-started]").wait_for()
    page.locator("h1").click()
    page.keyboard.press(key)
    page.locator('[data-action="one-by-one"]').focus()
    page.keyboard.press(key)
    assert page.evaluate("document.querySelectorAll('link[rel=next], link[rel=prev]').length") == 2
    page.keyboard.press("/")
    expect(page.locator("site-search input")).to_be_focused()
    expect(page).to_have_url(re.compile(re.escape(address(TRUST))))


@pytest.mark.parametrize("key", ["2", "n", "z"])
def test_a_key_of_an_input_method_is_no_answer(page: Page, key: str) -> None:
    page.goto(address(TRUST))
    ready(page)
    choice(page, "perception.1", 3).check()
    choice(page, "perception.1", 3).evaluate(
        "(radio, key) => radio.dispatchEvent(new KeyboardEvent('keydown',"
        " { key, ctrlKey: key === 'z', bubbles: true, isComposing: true }))",
        key,
    )
    expect(choice(page, "perception.1", 3)).to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_question_stands_whole_below_the_bar_and_the_way_on_in_view(
    page: Page, language: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address(TRUST, language))
    page.locator("tool-form[data-started]").wait_for()
    page.locator('[data-action="one-by-one"]').click()
    next_button = page.locator('[data-action="next"]')
    questions = page.locator(".question")
    for number in range(4):
        current = questions.nth(number)
        expect(current).to_be_focused()
        assert current.evaluate(BELOW_THE_BAR)
        assert page.locator(".question").nth(number).locator("legend").evaluate(BELOW_THE_BAR)
        heading = page.locator(".dimension:visible > h2")
        assert heading.evaluate(BELOW_THE_BARS), "the heading of the group is cut"
        expect(next_button).to_be_in_viewport(ratio=1)
        next_button.click()


def test_the_result_is_the_last_step(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="one-by-one"]').click()
    next_button, score = page.locator('[data-action="next"]'), page.locator('[data-action="score"]')
    last = page.locator(".question").last
    while last.is_hidden():
        expect(score).to_have_class("quiet")
        next_button.click()
    expect(last).to_be_focused()
    expect(next_button).to_be_hidden()
    expect(score).to_have_class("button")
    see_result(page)


def test_a_link_to_a_question_shows_it_when_another_one_is_shown(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    page.locator('[data-action="one-by-one"]').click()
    link = report.locator('a[href^="#q."]').first
    place = str(link.get_attribute("href"))[1:]
    link.click()
    expect(page.locator(f"[id='{place}']")).to_be_visible()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_filled_dot_of_the_map_is_told_once_there_is_one(page: Page, language: str) -> None:
    home = "/" if language == "en" else "/zh/"
    page.goto(home)
    page.locator("results-map[data-started]").wait_for(state="attached")
    expect(page.locator(".map-legend")).to_be_hidden()
    page.goto(address(TRUST, language))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.goto(home)
    expect(page.locator(".map-legend")).to_be_visible()
