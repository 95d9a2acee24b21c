"""What a reader changes while a slow disk looks up a name that he typed: it is about that."""

from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    WAITING_DISK,
    answer,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    say_to,
    state,
    subject,
    tables,
)
from tests.browser.tool_page import TRUST_ANSWERS, answer_all, choice, see_result, settle
from tests.browser.waiting import wait_until

TELL_OF_RESULT = """
addEventListener("resultchange", () => (document.body.dataset.hasResult = ""));
"""


def test_what_is_changed_while_a_name_is_looked_up_is_about_that_name(page: Page) -> None:
    open_tool(page)
    for subject_, number in (("Alpha", 1), ("Beta", 2)):
        name(page, subject_)
        if subject_ == "Beta":
            say_to(page, "Start again about “Beta”")
            expect(notices(page)).to_contain_text("Switched to “Beta”: 0 answered")
        answer(page, number, 0)
    page.evaluate(f"() => {{{WAITING_DISK}}}")
    name(page, "Alpha")
    choice(page, "perception.2", 3).check()
    choice(page, "perception.3", 1).check()
    page.evaluate("letDiskAnswer()")
    expect(notices(page)).to_contain_text("Switched to “Alpha”: 3 answered")
    settle(page)
    assert given(page) == {"perception.1": "0", "perception.2": "3", "perception.3": "1"}
    assert subject(reload(page)).input_value() == "Alpha"
    name(page, "Beta")
    expect(notices(page)).to_contain_text("Switched to “Beta”: 1 answered")
    assert given(page) == {"perception.2": "0"}


def test_what_is_changed_while_a_name_is_looked_up_stays_where_it_is_taken_back(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 0)
    page.evaluate(f"() => {{{WAITING_DISK}}}")
    name(page, "Beta")
    choice(page, "perception.2", 3).check()
    page.evaluate("letDiskAnswer()")
    say_to(page, "Cancel")
    settle(page)
    assert given(reload(page)) == {"perception.1": "0", "perception.2": "3"}


def test_a_page_that_is_left_while_a_name_is_looked_up_loses_nothing(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 0)
    page.evaluate(f"() => {{{WAITING_DISK}}}")
    name(page, "Beta")
    choice(page, "perception.1", 3).check()
    reload(page)
    say_to(page, "Cancel")
    assert given(page) == {"perception.1": "3"}
    press(page, "Show those instead")
    assert given(page) == {"perception.1": "0"}


def test_no_result_of_one_name_is_kept_under_another(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    wait_until(page, lambda: len(tables(page)["results"]) == 1)
    [before] = tables(page)["results"]
    page.evaluate(f"() => {{{WAITING_DISK}}}")
    page.evaluate(TELL_OF_RESULT)
    name(page, "Beta")
    choice(page, "synergy.1", 3).check()
    page.locator("[data-has-result]").wait_for(state="attached")
    page.evaluate("letDiskAnswer()")
    say_to(page, "Start again about “Beta”")
    expect(notices(page)).to_contain_text("Switched to “Beta”: 1 answered")
    settle(page)
    assert tables(page)["results"] == [before]


def test_a_name_typed_while_the_answers_are_written_is_asked_about(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 0)
    page.evaluate(f"() => {{{WAITING_DISK}}}")
    choice(page, "perception.2", 3).check()
    name(page, "Beta")
    page.evaluate("letDiskWrite()")
    wait_until(page, lambda: state(page) == "kept")
    page.evaluate("letDiskAnswer()")
    say_to(page, "Rename to “Beta”")
    expect(notices(page)).to_contain_text("Beta")
    settle(page)
    expect(subject(page)).to_have_value("Beta")
    assert given(reload(page)) == {"perception.1": "0", "perception.2": "3"}
    expect(subject(page)).to_have_value("Beta")
