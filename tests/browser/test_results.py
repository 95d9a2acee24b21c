"""Each result that was shown is kept with its day; it can be compared, shown again and removed."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import (
    answer,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    restore,
    say_to,
    subject,
    tables,
)
from tests.browser.axe import violations
from tests.browser.tool_page import LANGUAGES, TRUST, choice, settle
from tests.browser.waiting import wait_until

JUNE, DECEMBER = "2026-06-01T10:00:00.000Z", "2026-12-01T10:00:00.000Z"
FILL = """value => {
  const choices = document.querySelectorAll(`.question input[value="${value}"]`);
  for (const choice of choices) choice.checked = true;
  choices[0].dispatchEvent(new Event("input", { bubbles: true }));
}"""


SECOND = {
    "en": (
        *("Start again, keep the rest", "took the place of an earlier one of"),
        *("Keep both", "Both results of"),
    ),
    "zh": ("另起一份，其余保留", "较早结果：阶段3", "两份都保留", "两份结果都已保留"),
}
"""What a new round and a second result of a day are called, and what is said of them."""


def score(page: Page) -> None:
    """Ask for the result, and wait until it is shown and kept."""
    page.locator('[data-action="score"]').click()
    expect(page.locator("tool-report[data-report]")).to_be_visible()
    settle(page)


def results(page: Page, count: int) -> list[dict[str, Any]]:
    """Return the kept results, as soon as there are so many, in the order of their days."""
    wait_until(page, lambda: len(tables(page)["results"]) == count)
    return sorted(tables(page)["results"], key=lambda row: str(row["saved"]))


def others(page: Page) -> Locator:
    """Return the rows of the list of other results."""
    return page.locator("[data-earlier] tbody tr")


def begin_anew(page: Page) -> None:
    """Begin a new round, and wait until the form is empty."""
    page.locator('[data-action="clear"]').click()
    say_to(page, "Start again, keep the rest")
    expect(notices(page)).to_contain_text("began with an empty form; results and actions stay")


def fill_in(page: Page, value: int) -> None:
    """Give every question the same answer, at once."""
    page.evaluate(FILL, value)
    settle(page)


def test_a_new_round_begins_at_the_first_question(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    begin_anew(page)
    first = page.locator(".question").first
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    page.locator('[data-action="one-by-one"]').click()
    for _ in range(3):
        page.locator('[data-action="next"]').click()
    fill_in(page, 1)
    score(page)
    begin_anew(page)
    expect(first).to_be_focused()
    expect(page.locator(".question:visible")).to_have_count(1)


@pytest.fixture
def twice(page: Page) -> Page:
    """A tool with two results about Alpha: of June, and of today, which stands in the form."""
    if TWICE:
        page.goto("/me/")
        expect(page.locator("my-results[data-state]")).to_be_visible()
        restore(page, TWICE)
        open_tool(page)
    else:
        answer_twice(page)
        TWICE.update(tables(page))
        reload(page)
    expect(others(page)).to_have_count(1)
    expect(page.locator("tool-report[data-report]")).to_be_visible()
    return page


TWICE: dict[str, list[dict[str, Any]]] = {}
"""What the site keeps of two results about Alpha; answered once, then put there."""


def answer_twice(page: Page) -> None:
    """Get a result about Alpha, and put one of June beside it."""
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    (today,) = results(page, 1)
    answers = dict.fromkeys(today["input"]["answers"], 1)
    words = {"band": "Stage 0: no relationship", "score": "0", "unit": "of 3 stages passed"}
    told = {**today["told"], "number": 0, "words": {"en": words, "zh": words}}
    given_then = {"answers": answers, "flags": []}
    then = {"id": "june", "saved": JUNE, "day": "2026-06-01", "input": given_then, "told": told}
    restore(page, {"results": [{**today, **then}]})


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_a_result_is_kept_with_its_day_and_words_in_both_languages(page: Page) -> None:
    page.clock.set_fixed_time(JUNE)
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    assert tables(page)["results"] == []
    score(page)
    (row,) = results(page, 1)
    assert (row["tool"], row["day"], row["saved"]) == (
        TRUST,
        "2026-06-01",
        "2026-06-01T10:00:00.000Z",
    )
    assert row["told"]["words"].keys() == {"en", "zh"}


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_looking_again_keeps_nothing_new_and_a_change_of_the_same_day_takes_its_place(
    page: Page,
) -> None:
    page.clock.set_fixed_time(JUNE)
    open_tool(page)
    fill_in(page, 2)
    score(page)
    (first,) = results(page, 1)
    page.clock.set_fixed_time(DECEMBER)
    reload(page)
    score(page)
    assert results(page, 1) == [first]
    page.clock.set_fixed_time(JUNE)
    choice(page, "perception.1", 3).check()
    wait_until(page, lambda: tables(page)["results"][0]["input"] != first["input"])
    (second,) = results(page, 1)
    assert second["id"] == first["id"]


def test_the_one_page_says_what_changed_since_the_last_result(twice: Page) -> None:
    twice.evaluate("window.print = () => {}")
    twice.locator(".print-menu summary").click()
    twice.locator('.print-menu [data-sheet="one-page"]').click()
    page = twice.locator("[data-one-page]")
    expect(page).to_contain_text("Since 1 June 2026: +3 (then stage 0).")
    expect(page.locator(".summary-headline")).to_contain_text("Alpha: 3 of 3 stages passed")


def test_results_of_other_days_are_listed_and_compared_by_the_engine(twice: Page) -> None:
    expect(others(twice)).to_have_count(1)
    expect(others(twice)).to_contain_text("1 June 2026")
    expect(twice.locator("[data-earlier] h2")).to_have_text("Other results about “Alpha”")
    others(twice).get_by_role("button", name="Compare").click()
    change = twice.locator("[data-change]")
    expect(change.locator(".summary-text")).to_contain_text("Then stage 0, now stage 3: +3.")
    expect(change.locator(".summary-label")).to_contain_text("1 June 2026 → ")
    expect(change.locator(".summary")).to_contain_text("Alpha")
    expect(change.locator(".pair-row")).to_have_count(3)
    expect(change.locator(".pair-row").first).to_contain_text("+33.4")
    expect(change).to_contain_text("15 of 15 differ.")
    assert violations(twice) == []
    with twice.expect_download() as download:
        change.get_by_role("button", name="Download as Markdown").click()
    assert download.value.suggested_filename.startswith("trust-stage-diagnostic-change-Alpha-")
    assert "Then stage 0, now stage 3: +3." in Path(download.value.path()).read_text("utf-8")
    choice(twice, "perception.1", 3).check()
    expect(change).to_have_attribute("data-old", "")
    twice.get_by_role("button", name="Close the comparison").click()
    expect(change).to_be_hidden()


def test_an_earlier_result_is_shown_again_and_neither_is_lost(twice: Page) -> None:
    others(twice).get_by_role("button", name="Show").click()
    expect(choice(twice, "perception.1", 1)).to_be_checked()
    expect(twice.locator("[data-report] .summary-label")).to_have_text("1 June 2026")
    expect(twice.locator("[data-report] .summary-headline")).to_contain_text("Alpha: ")
    expect(others(twice)).to_contain_text("Stage 3: strategic synergy")
    settle(twice)
    assert "june" in [row["id"] for row in results(twice, 2)]
    assert tables(twice)["aside"] == []


def test_answers_that_are_no_result_are_put_aside_before_an_earlier_one_is_shown(
    twice: Page,
) -> None:
    choice(twice, "perception.1", 0).check()
    results(twice, 2)
    begin_anew(twice)
    answer(twice, 2, 3)
    others(twice).first.get_by_role("button", name="Show").click()
    expect(notices(twice)).to_contain_text("1 answered")
    assert [row["input"]["answers"] for row in tables(twice)["aside"]] == [{"perception.2": 3}]


def test_a_result_is_removed_and_comes_back(twice: Page) -> None:
    others(twice).get_by_role("button", name="Remove").click()
    expect(notices(twice)).to_contain_text("The result of 1 June 2026 about “Alpha” is removed")
    expect(twice.locator("[data-earlier] table")).to_be_hidden()
    results(twice, 1)
    press(twice, "Undo")
    expect(others(twice)).to_have_count(1)
    results(twice, 2)


def test_a_new_round_keeps_the_subject_and_its_results(twice: Page) -> None:
    begin_anew(twice)
    assert given(twice) == {}
    expect(subject(twice)).to_have_value("Alpha")
    expect(others(twice)).to_have_count(2)
    press(twice, "Undo")
    expect(choice(twice, "perception.1", 2)).to_be_checked()
    expect(others(twice)).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_result_of_a_day_says_what_it_replaces_and_both_can_stay(
    page: Page, language: str
) -> None:
    anew, told, keep, kept = SECOND[language]
    open_tool(page, language=language)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    (first,) = results(page, 1)
    # A result that follows the answers it was made of replaces no other.
    choice(page, "perception.1", 3).check()
    wait_until(page, lambda: tables(page)["results"][0]["input"] != first["input"])
    expect(page.get_by_role("button", name=keep)).to_have_count(0)
    (first,) = results(page, 1)
    page.locator('[data-action="clear"]').click()
    say_to(page, anew)
    expect(page.locator(".question input[type=radio]:checked")).to_have_count(0)
    fill_in(page, 0)
    score(page)
    expect(notices(page)).to_contain_text(told)
    expect(notices(page)).to_contain_text("Alpha")
    (second,) = results(page, 1)
    page.get_by_role("button", name=keep).click()
    expect(notices(page)).to_contain_text(kept)
    both = results(page, 2)
    assert [row["input"] for row in both] == [first["input"], second["input"]]
    expect(others(page)).to_have_count(1)
    # The second follows its answers, the first one stays.
    choice(page, "perception.1", 1).check()
    wait_until(page, lambda: second["input"] not in [row["input"] for row in results(page, 2)])
    assert first["input"] in [row["input"] for row in results(page, 2)]
    # To look at the first one again costs neither of them.
    others(page).locator('[data-act="open"]').click()
    expect(choice(page, "perception.1", 3)).to_be_checked()
    settle(page)
    expect(others(page)).to_have_count(1)
    assert len(results(page, 2)) == 2


def test_both_stay_with_their_name_where_another_window_has_removed_it(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    results(page, 1)
    begin_anew(page)
    fill_in(page, 0)
    score(page)
    expect(page.get_by_role("button", name="Keep both")).to_be_visible()
    other = page.context.new_page()
    open_tool(other)
    other.locator('[data-action="clear"]').click()
    say_to(other, "Remove and start over")
    wait_until(other, lambda: tables(other)["results"] == [])
    other.close()
    expect(page.locator('.tool-status[data-kept="removed"]')).to_be_visible()
    press(page, "Keep both")
    results(page, 1)
    assert [row["name"] for row in tables(page)["subjects"]] == ["Alpha"]


def test_starting_over_removes_the_results_too_and_brings_them_back(twice: Page) -> None:
    twice.locator('[data-action="clear"]').click()
    say_to(twice, "Remove and start over")
    expect(notices(twice)).to_contain_text("are removed")
    results(twice, 0)
    expect(subject(twice)).to_have_value("")
    press(twice, "Undo")
    results(twice, 2)
    expect(subject(twice)).to_have_value("Alpha")


def test_two_people_on_one_day_have_a_result_each(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    page.locator(".tool-options summary").click()
    page.get_by_label("Answered by (alias)").fill("Lin")
    fill_in(page, 1)
    score(page)
    results(page, 1)
    begin_anew(page)
    page.get_by_label("Answered by (alias)").fill("Su")
    page.get_by_label("Occasion").fill("Kick-off")
    fill_in(page, 2)
    score(page)
    found = results(page, 2)
    assert {(row["respondent"], row["occasion"]) for row in found} == {
        ("Lin", ""),
        ("Su", "Kick-off"),
    }
    reload(page)
    expect(page.get_by_label("Answered by (alias)")).to_have_value("Su")
    expect(others(page)).to_contain_text("Lin")


def test_an_example_leaves_no_result(page: Page) -> None:
    open_tool(page, "customer-ltv")
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report[data-report]")).to_be_visible()
    settle(page)
    assert tables(page)["results"] == []


def test_results_move_with_a_name_given_later_and_back(page: Page) -> None:
    open_tool(page)
    fill_in(page, 2)
    score(page)
    results(page, 1)
    name(page, "Late")
    expect(notices(page)).to_contain_text("now about “Late”")
    settle(page)
    (row,) = results(page, 1)
    assert row["subjectId"]
    press(page, "Undo")
    (row,) = results(page, 1)
    assert row["subjectId"] == ""
