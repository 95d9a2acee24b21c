"""An assessment from the first answer to the report, in both languages."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    report_here,
    saved_file,
    see_result,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_score_that_python_computes(
    page: Page, tmp_path: Path, language: str
) -> None:
    page.goto(address(TRUST, language))
    for question, answer in TRUST_ANSWERS.items():
        if answer is not None:
            choice(page, question, answer).locator("xpath=ancestor::label").click()
    expect(see_result(page)).to_be_focused()
    saved = saved_file(page, tmp_path / "answers.json")
    given = {id_: answer for id_, answer in TRUST_ANSWERS.items() if answer is not None}
    assert saved["input"] == {"answers": given, "flags": []}
    assert saved["report"] == report_here(TRUST, {"answers": given, "flags": []})


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_kept_as_they_are_given_and_come_back(page: Page, language: str) -> None:
    page.goto(address(TRUST, language))
    choice(page, "perception.2", 3).check()
    expect(page.locator("output.saved")).to_contain_text(":")
    page.reload()
    expect(choice(page, "perception.2", 3)).to_be_checked()
    expect(page.locator("[data-progress]")).to_have_attribute("value", "1")


def test_the_report_comes_back_with_the_answers(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.reload()
    page.locator("tool-report[data-report] .summary").wait_for()


def test_the_other_language_goes_on_with_the_same_answers(page: Page) -> None:
    page.goto(address(TRUST, "en"))
    choice(page, "benefit.1", 2).check()
    page.goto(address(TRUST, "zh"))
    expect(choice(page, "benefit.1", 2)).to_be_checked()


def test_a_report_that_is_shown_follows_the_answers(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    report = see_result(page)
    before = report.locator(".summary").inner_text()
    for question in ("benefit", "synergy"):
        for number in range(1, 6):
            choice(page, f"{question}.{number}", 3).check()
    expect(report.locator(".summary")).not_to_have_text(before, use_inner_text=True)


def test_an_answer_is_cleared_by_its_own_button(page: Page) -> None:
    page.goto(address(TRUST))
    button = page.locator(".question").first.locator('[data-action="skip"]')
    expect(button).to_be_hidden()
    choice(page, "perception.1", 3).check()
    expect(button).to_have_text("Clear the answer")
    button.click()
    expect(choice(page, "perception.1", 3)).not_to_be_checked()
    expect(choice(page, "perception.1", 3)).to_be_focused()
    page.locator('[data-action="one-by-one"]').click()
    expect(button).to_have_text("Skip")
    button.click()
    expect(page.locator(".question").nth(1)).to_be_visible()
    expect(page.locator(".question").first).to_be_hidden()


def test_no_running_result_is_shown_unless_it_is_wanted(page: Page) -> None:
    page.goto(address(TRUST))
    answer_all(page, TRUST_ANSWERS)
    live = page.locator("[data-live]")
    expect(live).to_be_empty()
    page.locator(".tool-options summary").click()
    page.locator('input[name="live"]').check()
    expect(live).not_to_be_empty()
    expect(page.locator("tool-report[data-report]")).to_be_hidden()


def test_one_question_at_a_time(page: Page) -> None:
    page.goto(address(TRUST))
    questions = page.locator(".question")
    page.locator('[data-action="one-by-one"]').click()
    expect(questions.filter(visible=True)).to_have_count(1)
    page.locator('[data-action="next"]').click()
    expect(questions.nth(1)).to_be_visible()
    expect(questions.nth(1)).to_be_focused()
    page.reload()
    expect(questions.filter(visible=True)).to_have_count(1)
    page.locator('[data-action="one-by-one"]').click()
    expect(questions.filter(visible=True)).to_have_count(questions.count())


def test_the_keyboard_alone_fills_in_the_form(page: Page) -> None:
    page.goto(address(TRUST))
    choice(page, "perception.1", 0).focus()
    for number, key in enumerate("3n21", 1):
        page.keyboard.press(key)
        while not page.evaluate(
            "(number) => document.querySelectorAll('.question')[number]"
            ".contains(document.activeElement)",
            number,
        ):
            page.keyboard.press("Tab")
    expect(choice(page, "perception.1", 3)).to_be_checked()
    expect(choice(page, "perception.2", "na")).to_be_checked()
    expect(choice(page, "perception.3", 2)).to_be_checked()
    expect(choice(page, "perception.4", 1)).to_be_checked()
    while not page.evaluate("document.activeElement.dataset.action === 'score'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("tool-report[data-report] .summary").wait_for()


def test_a_number_typed_into_a_note_is_not_an_answer(page: Page) -> None:
    page.goto(address(TRUST))
    page.locator(".question-note summary").first.click()
    note = page.locator('textarea[name="note.perception.1"]')
    note.click()
    page.keyboard.type("3n")
    expect(note).to_have_value("3n")
    expect(page.locator('input[name="perception.1"]:checked')).to_have_count(0)
    page.reload()
    expect(note).to_be_visible()
    expect(note).to_have_value("3n")
