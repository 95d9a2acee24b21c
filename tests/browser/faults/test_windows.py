"""Two windows of one tool: whatever they do, no answer goes without a sentence."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.answers_page import answer, given, tables
from tests.browser.tool_page import settle
from tests.browser.two_windows import ACTS, STILL, begin


@pytest.mark.parametrize("one", ACTS)
@pytest.mark.parametrize("hears", [True, False], ids=["awake", "asleep"])
def test_no_answer_goes_without_a_sentence_whatever_two_windows_do(
    context: BrowserContext, hears: bool, one: str
) -> None:
    """Try each act of one window before each of the other, and then an answer in the first."""
    if not hears:
        context.add_init_script(STILL)
    first, second = context.new_page(), context.new_page()
    for other in ACTS if not hears else ("answers", "starts_over"):
        begin(first, second)
        ACTS[one](first)
        before = given(second)
        ACTS[other](second)
        if other == "reloads":
            # Who loads a page again asks for what is kept, whatever he removed in the first window.
            before = given(second)
        answer(first, 5, 0, "benefit")
        expect_nothing_lost(first, second, f"{one}, {other}", before)


def expect_nothing_lost(first: Page, second: Page, case: str, before: Mapping[str, str]) -> None:
    """Every answer that a window shows is kept, or the page says what became of it."""
    for page in (first, second):
        settle(page)
        shown = given(page).items()
        rows = (*tables(page)["drafts"], *tables(page)["aside"])
        kept = [{id_: str(each) for id_, each in row["input"]["answers"].items()} for row in rows]
        is_kept = not shown or any(shown <= record.items() for record in kept)
        assert is_kept or said(page), (case, shown, kept)
    gone = before.keys() - given(second).keys()
    assert not gone or said(second), (case, gone)


def said(page: Page) -> bool:
    """Whether the page says at its top, or beside the button, what became of answers."""
    return bool(page.locator(".notice--told").count())
