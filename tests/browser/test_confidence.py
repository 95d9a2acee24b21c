"""How sure one is of an answer: said beside it by hand or key, kept with it, told in the report."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import name, open_tool, reload, tables
from tests.browser.axe import violations, violations_by_day_and_night
from tests.browser.test_files import open_file
from tests.browser.test_share import shared_link, told
from tests.browser.tool_page import (
    LANGUAGES,
    address,
    answer_all,
    choice,
    ready,
    report_here,
    saved_file,
    see_result,
    settle,
)
from tests.browser.waiting import wait_until

HEALTH = "relationship-health"
ANSWERS: Mapping[str, object] = {
    f"{dimension}.{number}": answer
    for dimension, answers in {
        "access": (3, 3, 3, 3),
        "trust": (2, 2, 2, 2),
        "information": (2, 2, 1, 1),
        "support": (1, 1, 2, "na"),
    }.items()
    for number, answer in enumerate(answers, 1)
}
SAID = {"access.1": "sure", "trust.1": "fairly_sure", "support.1": "guess"}
KEYS = {"sure": "s", "fairly_sure": "f", "guess": "g"}
GUESS = {"en": "A guess: still to check", "zh": "猜测：有待核实"}
FIRST = {"en": "Check these first:", "zh": "请先核实："}
MOVES = {"en": "The result depends on 1 guess", "zh": "结果取决于1题猜测"}


def said(page: Page, question: str) -> Locator:
    """Return the choice of how sure an answer is."""
    return page.locator(f'select[data-path="confidence[{question}]"]')


def press(page: Page, question: str, keys: str) -> None:
    """Press keys at a question."""
    radios = page.locator(f'input[name="{question}"]')
    radios.locator("visible=true").first.focus()
    for key in keys:
        page.keyboard.press(key)
    settle(page)


def fill_in(page: Page) -> None:
    """Answer every question, and say of three of them how sure the answer is, by keys."""
    answer_all(page, ANSWERS)
    for question, word in SAID.items():
        choice(page, question, ANSWERS[question]).focus()
        page.keyboard.press(KEYS[word])
        expect(said(page, question)).to_have_value(word)
    settle(page)


def kept(page: Page) -> list[Any]:
    """Return what is kept of how sure the answers are, in each draft."""
    return [row["input"].get("confidence") for row in tables(page)["drafts"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_says_it_by_keys_sees_it_told_and_finds_it_again(
    page: Page, tmp_path: Path, language: str
) -> None:
    open_tool(page, HEALTH, language)
    expect(said(page, "access.1")).to_be_hidden()
    fill_in(page)
    expect(said(page, "support.4")).to_be_hidden()
    report = see_result(page)
    expect(report.locator(".notice")).to_contain_text([MOVES[language]])
    expect(report).to_contain_text(FIRST[language])
    first = report.locator('a[href="#q.support.1"]').first
    expect(first).to_be_visible()
    assert violations_by_day_and_night(page) == []
    content = saved_file(page, tmp_path / "saved.json")
    assert content["input"]["confidence"] == SAID
    assert content["report"] == report_here(HEALTH, content["input"])
    # In the other language, and on another day, it is still there.
    reload(page)
    expect(said(page, "support.1")).to_have_value("guess")
    expect(page.locator("[data-report] .notice")).to_contain_text([MOVES[language]])
    row = tables(page)["results"][0]
    assert row["input"]["confidence"] == SAID


def test_one_question_at_a_time_on_a_phone_by_keyboard_alone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    open_tool(page, HEALTH)
    page.locator('[data-action="one-by-one"]').press("Enter")
    press(page, "access.1", "2")
    expect(said(page, "access.1")).to_be_visible()
    # The choice comes after the note, by Tab alone.
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(said(page, "access.1")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(said(page, "access.1")).to_have_value("fairly_sure")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, "form") == []
    wait_until(page, lambda: kept(page) == [{"access.1": "fairly_sure"}])
    # The first of the choices takes it back.
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    wait_until(page, lambda: kept(page) == [None])


def test_it_goes_with_its_answer_and_is_taken_back_in_turn(page: Page) -> None:
    open_tool(page, HEALTH)
    press(page, "access.1", "g")
    expect(said(page, "access.1")).to_have_value("")
    press(page, "access.1", "1g")
    expect(said(page, "access.1")).to_have_value("guess")
    expect(page.locator("form [data-said]")).to_have_text(GUESS["en"])
    # The same key once more takes it back, and Ctrl+Z that.
    page.keyboard.press("g")
    expect(said(page, "access.1")).to_have_value("")
    page.keyboard.press("Control+z")
    expect(said(page, "access.1")).to_have_value("guess")
    for taking_away in ("n", None):
        if taking_away:
            page.keyboard.press(taking_away)
        else:
            page.locator('.question [data-action="skip"]').first.click()
        expect(said(page, "access.1")).to_be_hidden()
        expect(said(page, "access.1")).to_have_value("")
        wait_until(page, lambda: kept(page) in ([None], []))
        page.keyboard.press("Control+z")
        expect(choice(page, "access.1", 1)).to_be_checked()
        expect(said(page, "access.1")).to_have_value("guess")
    wait_until(page, lambda: kept(page) == [{"access.1": "guess"}])


def test_files_and_links_carry_it_and_what_lacks_it_reads_as_before(
    page: Page, tmp_path: Path
) -> None:
    open_tool(page, HEALTH)
    name(page, "Alpha")
    fill_in(page)
    see_result(page)
    content = saved_file(page, tmp_path / "saved.json")
    link = shared_link(page)
    before: Any = json.loads(json.dumps(content))
    del before["input"]["confidence"]
    open_file(page, tmp_path, {**before, "subject": "Beta"})
    expect(page.locator('input[name="subject"]')).to_have_value("Beta")
    expect(said(page, "support.1")).to_have_value("")
    expect(page.locator("[data-report]")).not_to_contain_text(FIRST["en"])
    open_file(page, tmp_path, {**content, "subject": "Gamma"})
    expect(said(page, "support.1")).to_have_value("guess")
    expect(page.locator("[data-report]")).to_contain_text(FIRST["en"])
    assert saved_file(page, tmp_path / "again.json")["input"] == content["input"]
    page.goto("about:blank")
    page.goto(link)
    ready(page)
    # Compared with what is kept here, how sure the answers are included.
    expect(told(page)).to_contain_text("are the same as yours about “Gamma”")


def test_what_nobody_can_be_sure_of_is_refused_with_its_place(page: Page, tmp_path: Path) -> None:
    open_tool(page, HEALTH)
    fill_in(page)
    see_result(page)
    content: Any = saved_file(page, tmp_path / "saved.json")
    content["input"]["confidence"] = {"support.4": "guess"}
    open_file(page, tmp_path, {**content, "subject": "Beta"})
    expect(told(page)).to_contain_text("confidence.support.4")
    expect(said(page, "support.1")).to_have_value("guess")


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_shows_what_was_said_and_a_blank_sheet_offers_it(page: Page, language: str) -> None:
    page.goto(address(HEALTH, language))
    ready(page)
    boxes = page.locator(".question-sure-boxes")
    expect(boxes.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(boxes.first).to_contain_text(GUESS[language])
    expect(boxes.first).to_be_visible()
    page.emulate_media(media="screen")
    fill_in(page)
    page.emulate_media(media="print")
    expect(boxes.first).to_be_hidden()
    expect(said(page, "support.1")).to_be_visible()
    expect(said(page, "support.2")).to_be_hidden()
