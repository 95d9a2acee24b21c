"""Two windows of one tool: what one does reaches the other, with the way back."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers_page import (
    answer,
    everything_said,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    state,
    subject,
    tables,
)
from tests.browser.tool_page import choice
from tests.browser.two_windows import EMPTY, STILL, begin, renames, starts_over


@pytest.fixture
def windows(context: BrowserContext) -> tuple[Page, Page]:
    """Two windows with the same answer about Alpha."""
    first = open_tool(context.new_page())
    name(first, "Alpha")
    answer(first, 1, 3)
    return first, open_tool(context.new_page())


def test_a_change_elsewhere_is_shown_at_once_with_the_way_back(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    answer(first, 2, 1)
    expect(choice(second, "perception.2", 1)).to_be_checked()
    expect(notices(second)).to_contain_text("Changed in another window at")
    answer(first, 3, 0)
    expect(choice(second, "perception.3", 0)).to_be_checked()
    press(second, "Show what stood here before")
    assert given(second) == {"perception.1": "3"}
    expect(choice(first, "perception.3", 0)).not_to_be_checked()
    press(second, "Undo")
    assert given(second) == {"perception.1": "3", "perception.2": "1", "perception.3": "0"}


def test_what_a_sleeping_window_never_saw_is_put_aside_and_can_be_shown(
    context: BrowserContext,
) -> None:
    context.add_init_script(STILL)
    first, second = context.new_page(), context.new_page()
    begin(first, second)
    answer(first, 2, 1)
    answer(second, 4, 2)
    expect(notices(second)).to_contain_text("Another window had kept other answers about “Alpha”")
    press(second, "Show those instead")
    assert given(second) == {"perception.1": "3", "perception.2": "1"}
    expect(notices(second)).to_contain_text("put aside")
    reload(second)
    assert given(second) == {"perception.1": "3", "perception.2": "1"}
    press(second, "Show those instead")
    assert given(second) == {"perception.1": "3", "perception.4": "2"}
    press(second, "Remove those")
    press(second, "Undo")
    reload(second)
    assert "put aside" in everything_said(second)


def test_answers_that_were_removed_elsewhere_come_back_only_on_demand(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    starts_over(first)
    expect(notices(second)).to_contain_text("removed from this device in another window")
    answer(second, 2, 1)
    assert state(second) == "removed"
    assert tables(second)["drafts"] == []
    press(second, "Keep them")
    assert state(second) == "kept"
    assert [row["input"]["answers"] for row in tables(second)["drafts"]] == [
        {"perception.1": 3, "perception.2": 1}
    ]
    starts_over(second)
    expect(second.locator(".question input:checked")).to_have_count(0)


def test_an_undo_elsewhere_takes_the_question_back(windows: tuple[Page, Page]) -> None:
    first, second = windows
    starts_over(first)
    expect(notices(second)).to_contain_text("removed from this device in another window")
    press(first, "Undo")
    expect(notices(second)).not_to_contain_text("removed from this device")
    assert given(second) == {"perception.1": "3"}


def test_a_new_name_reaches_the_other_window(windows: tuple[Page, Page]) -> None:
    first, second = windows
    renames(first)
    expect(subject(second)).to_have_value("Alpha Ltd")
    answer(second, 2, 1)
    assert len(tables(second)["drafts"]) == 1


def test_ticks_of_two_windows_are_joined(context: BrowserContext) -> None:
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto("/m/trust-stages/")
        page.locator(".checklist-status:visible").wait_for()
    boxes = [page.locator("check-list input") for page in (first, second)]
    boxes[0].nth(0).check()
    boxes[1].nth(1).check()
    for each in boxes:
        expect(each.nth(0)).to_be_checked()
        expect(each.nth(1)).to_be_checked()
    first.reload()
    expect(boxes[0].nth(0)).to_be_checked()
    expect(boxes[0].nth(1)).to_be_checked()


def test_one_name_typed_in_two_windows_is_one_subject_of_which_both_hear(
    windows: tuple[Page, Page],
) -> None:
    first, second = windows
    first.evaluate(EMPTY, "playbook:trust-playbook")
    for page in windows:
        page.evaluate("sessionStorage.clear()")
        reload(page)
        name(page, "Gamma")
    answer(first, 1, 3)
    answer(second, 2, 1)
    expect(notices(second)).to_contain_text("put aside")
    expect(notices(first)).to_contain_text("in another window")
    assert given(first) == given(second) == {"perception.2": "1"}
