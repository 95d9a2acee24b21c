"""Two windows of one tool: whatever they do, no answer goes without a sentence."""

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers_page import (
    answer,
    everything_said,
    file_of,
    given,
    name,
    notices,
    open_file,
    open_tool,
    press,
    reload,
    say_to,
    settle,
    start_over,
    state,
    subject,
    tables,
)
from tests.browser.tool_page import choice

STILL = """
globalThis.BroadcastChannel = class extends EventTarget {
  postMessage() {}
};
"""
"""Windows that do not hear of each other, as when one of them sleeps."""
EMPTY = """async (name) => {
  const opening = indexedDB.open(name);
  await new Promise((done) => (opening.onsuccess = done));
  const tables = [...opening.result.objectStoreNames];
  const writing = opening.result.transaction(tables, "readwrite");
  for (const table of tables) writing.objectStore(table).clear();
  await new Promise((done) => (writing.oncomplete = done));
  opening.result.close();
}"""
"""Remove everything from a database."""


def answers(page: Page) -> None:
    """Answer another question."""
    count = len(given(page))
    answer(page, count % 5 + 1, count % 4, "synergy")


def renames(page: Page) -> None:
    """Give the subject another name, in every tool, where the page lets one."""
    before = subject(page).input_value()
    name(page, f"{before} Ltd" if before else "Named")
    if before:
        dialog = page.locator(".question-dialog")
        known = page.locator(f'datalist option[value="{before} Ltd"]')
        dialog.or_(known).first.wait_for(state="attached")
        if dialog.count():
            rename = dialog.get_by_role("button", name="Rename")
            rename.or_(dialog.get_by_role("button", name="Cancel")).first.click()
        expect(dialog).to_have_count(0)
    settle(page)


def starts_over(page: Page) -> None:
    """Remove the answers."""
    start_over(page)
    expect(notices(page)).to_contain_text("are removed")


def opens_a_file(page: Page) -> None:
    """Open a file about the same subject."""
    open_file(page, file_of(page, subject=subject(page).input_value()))
    told, replace = page.locator(".tool-actions + .notice"), page.get_by_text("Replace them")
    told.or_(replace).first.wait_for()
    if replace.count():
        say_to(page, "Replace them")
    expect(told).to_contain_text("The file is open")
    settle(page)


def reloads(page: Page) -> None:
    """Load the page again."""
    reload(page)


ACTS: Mapping[str, Callable[[Page], None]] = {
    act.__name__: act for act in (answers, renames, starts_over, opens_a_file, reloads)
}


@pytest.fixture
def windows(context: BrowserContext) -> tuple[Page, Page]:
    """Two windows with the same answer about Alpha."""
    first = open_tool(context.new_page())
    name(first, "Alpha")
    answer(first, 1, 3)
    return first, open_tool(context.new_page())


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
        answer(first, 5, 0, "benefit")
        expect_nothing_lost(first, second, f"{one}, {other}", before)


def begin(first: Page, second: Page) -> None:
    """Show, in two windows, the same answer about Alpha, with nothing else on this device."""
    for page in (first, second):
        if page.url == "about:blank":
            open_tool(page)
        page.evaluate("sessionStorage.clear()")
    first.evaluate(EMPTY, "playbook:trust-playbook")
    reload(first)
    name(first, "Alpha")
    answer(first, 1, 3)
    reload(second)


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
