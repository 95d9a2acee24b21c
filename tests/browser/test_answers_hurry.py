"""Readers who are quicker than the page: nothing is mixed up, lost, or said of something else."""

import json
from collections.abc import Sequence

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.answers_page import (
    SLOW_STORE,
    answer,
    everything_said,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    say_to,
    subject,
    tables,
)
from tests.browser.tool_page import (
    LANGUAGES,
    TRUST,
    TRUST_ANSWERS,
    address,
    answer_all,
    choice,
    ready,
    report_here,
    settle,
)
from tests.browser.waiting import wait_until

SLOW_ENGINE = """
const Plain = Worker;
window.Worker = class extends Plain {
  postMessage(...given) {
    if (window.letEngineHear) return super.postMessage(...given);
    window.letEngineHear = () => super.postMessage(...given);
  }
};
"""
"""An engine that hears of its first request when a test says so."""
TYPED_AT_ONCE = """async (names) => {
  const field = document.querySelector('input[name="subject"]');
  for (const name of names) {
    field.value = name;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => setTimeout(done));
  }
}"""


THOUGHTFUL_ENGINE = """
const Plain = Worker;
window.Worker = class extends Plain {
  postMessage(...given) {
    setTimeout(() => super.postMessage(...given), 800);
  }
};
"""
"""An engine that hears of everything later than a changed form asks for its result again."""


@pytest.fixture
def slow(context: BrowserContext) -> Page:
    """A page whose store answers when a test says so."""
    page = context.new_page()
    page.add_init_script(SLOW_STORE)
    return page


def let_store_answer(page: Page) -> None:
    page.locator("tool-form[data-started]").wait_for(state="attached")
    page.evaluate("letStoreAnswer()")
    ready(page)
    settle(page)


def let_engine_hear(page: Page) -> None:
    page.wait_for_function("() => Boolean(window.letEngineHear)")
    page.evaluate("() => letEngineHear()")


def summary(page: Page) -> Locator:
    return page.locator("tool-report[data-report] .summary")


def fill_rows(cells: Locator, typed: Sequence[str]) -> None:
    """Fill in the cells of a table, one after the other."""
    for place, text in enumerate(typed):
        cells.nth(place).fill(text)


# While a result is worked out


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changes_while_a_result_is_worked_out_is_in_it(page: Page, language: str) -> None:
    page.add_init_script(SLOW_ENGINE)
    open_tool(page, "customer-ltv", language)
    for field, typed in {"revenue": "1000", "margin": "0.35", "retention": "0.9"}.items():
        page.locator(f'[name="{field}"]').fill(typed)
    page.locator('[data-action="score"]').click()
    page.wait_for_function("() => Boolean(window.letEngineHear)")
    page.locator('[name="revenue"]').fill("2000")
    settle(page)
    let_engine_hear(page)
    summary(page).wait_for()
    with page.expect_download() as download:
        page.locator('[data-action="export-json"]').click()
    record = json.loads(download.value.path().read_text("utf-8"))
    assert record["input"]["revenue"] == 2000
    assert record["report"] == report_here("customer-ltv", record["input"])


def test_a_result_is_not_shown_for_another_subject(page: Page) -> None:
    page.add_init_script(SLOW_ENGINE)
    open_tool(page)
    name(page, "Alpha")
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="score"]').click()
    page.wait_for_function("() => Boolean(window.letEngineHear)")
    name(page, "Beta")
    say_to(page, "Start again")
    expect(subject(page)).to_have_value("Beta")
    expect(page.locator(".question input[type=radio]:checked")).to_have_count(0)
    let_engine_hear(page)
    expect(page.locator("[aria-busy]")).to_have_count(0)
    expect(summary(page)).to_have_count(0)
    assert [row["scored"] for row in tables(page)["drafts"]] == [False]
    assert [row["name"] for row in tables(page)["subjects"]] == ["Alpha"]


def test_a_result_is_not_shown_for_a_form_that_was_emptied(page: Page) -> None:
    page.add_init_script(SLOW_ENGINE)
    open_tool(page)
    answer_all(page, TRUST_ANSWERS)
    page.locator('[data-action="score"]').click()
    page.wait_for_function("() => Boolean(window.letEngineHear)")
    page.locator('[data-action="clear"]').click()
    say_to(page, "Remove and start over")
    expect(notices(page)).to_contain_text("are removed")
    let_engine_hear(page)
    expect(page.locator("[aria-busy]")).to_have_count(0)
    expect(summary(page)).to_have_count(0)
    assert tables(page)["drafts"] == []


# While what is kept is on its way


def test_typing_goes_on_in_the_row_that_it_began_in(slow: Page) -> None:
    cells = slow.locator('[data-path="lines"] > [data-row] input')
    slow.goto(address("pressure-ratio"))
    let_store_answer(slow)
    fill_rows(cells, ("people", "10", "5"))
    settle(slow)
    slow.reload()
    fill_rows(cells, ("money", "7"))
    cells.nth(2).press_sequentially("1")
    let_store_answer(slow)
    slow.keyboard.type("2")
    values = cells.evaluate_all("all => all.map(each => each.value)")
    assert [values[:3], values[4:7]] == [["people", "10", "5"], ["money", "7", "12"]]


def test_a_window_that_follows_another_lets_go_of_a_row_that_changed(
    context: BrowserContext,
) -> None:
    first, second = context.new_page(), context.new_page()
    cells = first.locator('[data-path="lines"] > [data-row] input')
    open_tool(first, "pressure-ratio")
    fill_rows(cells, ("people", "10", "5", "1", "money", "20", "7"))
    settle(first)
    open_tool(second, "pressure-ratio")
    cells.nth(1).press("End")
    second.locator('[data-action="remove-row"]').first.click()
    expect(cells.nth(1)).to_have_value("20")
    first.keyboard.type("0")
    expect(cells.nth(1)).to_have_value("20")


def test_a_note_that_gives_way_to_an_early_one_is_put_aside(slow: Page) -> None:
    note = slow.locator("details.question-note textarea").first
    slow.goto(address(TRUST))
    let_store_answer(slow)
    answer(slow, 1, 3)
    slow.locator("details.question-note summary").first.click()
    note.fill("Met the CFO in May")
    settle(slow)
    slow.reload()
    slow.locator("details.question-note summary").first.click()
    note.fill("x")
    let_store_answer(slow)
    expect(note).to_have_value("x")
    expect(notices(slow)).to_contain_text("are put aside")
    press(slow, "Show those instead")
    expect(note).to_have_value("Met the CFO in May")


def test_what_was_answered_on_a_page_that_was_left_before_the_store_answered_is_there(
    slow: Page,
) -> None:
    slow.goto(address(TRUST))
    slow.locator("tool-form[data-started]").wait_for(state="attached")
    choice(slow, "perception.1", 3).check()
    slow.reload()
    let_store_answer(slow)
    assert given(slow) == {"perception.1": "3"}
    name(slow, "Alpha")
    wait_until(slow, lambda: bool(tables(slow)["subjects"]))
    slow.reload()
    slow.locator("tool-form[data-started]").wait_for(state="attached")
    choice(slow, "perception.1", 0).check()
    slow.reload()
    let_store_answer(slow)
    assert given(slow) == {"perception.1": "3"}
    press(slow, "Show those instead")
    wait_until(slow, lambda: given(slow) == {"perception.1": "0"})


def test_who_answers_is_not_forgotten_when_the_subject_is_named(page: Page) -> None:
    open_tool(page)
    page.locator(".tool-options summary").first.click()
    page.locator('[name="respondent"]').fill("Lin")
    name(page, "Alpha")
    answer(page, 1, 3)
    wait_until(page, lambda: bool(tables(page)["drafts"]) and bool(tables(page)["subjects"]))
    assert page.locator('[name="respondent"]').input_value() == "Lin"
    assert {row["respondent"] for row in tables(page)["drafts"]} == {"Lin"}


def test_half_a_name_is_no_subject(slow: Page) -> None:
    slow.goto(address(TRUST))
    let_store_answer(slow)
    name(slow, "Alpha")
    answer(slow, 1, 3)
    slow.reload()
    choice(slow, "perception.2", 1).check()
    subject(slow).focus()
    slow.keyboard.type("Al")
    slow.locator("tool-form[data-started]").wait_for(state="attached")
    slow.evaluate("letStoreAnswer()")
    slow.keyboard.type("pha")
    slow.keyboard.press("Tab")
    ready(slow)
    settle(slow)
    assert given(slow) == {"perception.1": "3", "perception.2": "1"}
    assert [row["name"] for row in tables(slow)["subjects"]] == ["Alpha"]


def test_two_presses_of_start_over_are_one(slow: Page) -> None:
    slow.goto(address(TRUST))
    let_store_answer(slow)
    name(slow, "Alpha")
    answer(slow, 1, 3)
    slow.reload()
    slow.locator("tool-form[data-started]").wait_for(state="attached")
    slow.locator('[data-action="clear"]').click()
    slow.locator('[data-action="clear"]').click()
    let_store_answer(slow)
    say_to(slow, "Remove and start over")
    press(slow, "Undo")
    assert given(slow) == {"perception.1": "3"}


# What is said


@pytest.mark.parametrize("tool", [TRUST, "customer-ltv"])
def test_answers_that_are_named_after_they_were_given_come_back(page: Page, tool: str) -> None:
    open_tool(page, tool)
    if tool == TRUST:
        answer(page, 1, 3)
    else:
        page.locator('[name="revenue"]').fill("1000")
    name(page, "Alpha")
    expect(notices(page)).to_contain_text("are now about “Alpha”")
    reload(page)
    expect(subject(page)).to_have_value("Alpha")
    open_tool(page, tool, "zh")
    expect(subject(page)).to_have_value("Alpha")


def test_an_example_that_is_changed_blames_no_other_window(page: Page) -> None:
    open_tool(page, "customer-ltv")
    page.locator('[name="revenue"]').fill("77")
    settle(page)
    page.locator('[data-action="example"]').first.click()
    say_to(page, "Show the example")
    expect(page.locator('[name="revenue"]')).not_to_have_value("77")
    page.locator('[name="revenue"]').fill("5")
    expect(notices(page)).to_contain_text("are put aside")
    assert "window" not in everything_said(page)


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\u2066\u2069", "\ufeff", "\u00ad"])
def test_a_name_is_what_one_sees_of_it(page: Page, unseen: str) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    name(page, f"Al{unseen}pha{unseen}")
    expect(subject(page)).to_have_value("Alpha")
    name(page, unseen)
    settle(page)
    assert [row["name"] for row in tables(page)["subjects"]] == ["Alpha"]


def test_the_reading_of_a_long_number_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    open_tool(page, "customer-ltv")
    page.locator('[name="revenue"]').fill("1e99")
    page.locator(".field > .reading").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_question_that_was_gone_on_to_early_stays_in_view(slow: Page) -> None:
    slow.goto(address(TRUST))
    slow.locator('[data-action="one-by-one"]').click()
    slow.locator('[data-action="next"]').click()
    second = slow.locator('[data-question="perception.2"]')
    expect(second).to_be_visible()
    let_store_answer(slow)
    slow.evaluate("() => new Promise(requestAnimationFrame)")
    expect(second).to_be_visible()


def test_what_is_marked_in_a_field_stays_marked_when_the_kept_answers_come(slow: Page) -> None:
    slow.goto(address("customer-ltv"))
    revenue = slow.locator('[name="revenue"]')
    revenue.fill("1,200")
    slow.locator(".field > .reading").wait_for()
    revenue.select_text()
    let_store_answer(slow)
    expect(slow.locator("tool-form .saved")).not_to_be_empty()
    slow.keyboard.type("12,000")
    expect(revenue).to_have_value("12,000")


def test_what_is_wrong_is_told_to_who_asks_right_after_a_change(context: BrowserContext) -> None:
    page = context.new_page()
    page.add_init_script(THOUGHTFUL_ENGINE)
    open_tool(page, "resource-allocation")
    page.locator('[data-action="example"]').first.click()
    summary(page).wait_for()
    page.locator('[name="scheme"]').select_option("tiers")
    page.locator('[data-action="score"]').click()
    expect(page.locator("[data-error-summary] li").first).to_contain_text("“Class” in row 1 of")


def test_of_two_names_typed_at_once_the_last_one_counts(page: Page) -> None:
    open_tool(page)
    answers = {"Alpha": 3, "Beta": 2}
    for known, value in answers.items():
        name(page, known)
        if known == "Beta":
            say_to(page, "Start again")
        expect(page.locator(".question input:checked")).to_have_count(0)
        answer(page, 1, value)
    for names in (["Alpha", "Beta"], ["Beta", "Alpha"], ["Alpha", "Beta"]):
        page.evaluate(TYPED_AT_ONCE, names)
        expect(choice(page, "perception.1", answers[names[-1]])).to_be_checked()
        expect(subject(page)).to_have_value(names[-1])
