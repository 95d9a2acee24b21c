"""Opening a file of answers: refused with its places, asked about, told; what gives way is kept."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import (
    answer,
    file_of,
    given,
    name,
    notices,
    open_file,
    open_tool,
    press,
    reload,
    say_to,
    subject,
    tables,
)
from tests.browser.tool_page import settle

OLDER = "2026-01-31T12:00:00Z"
NEWER = (datetime.now(UTC) + timedelta(hours=1)).isoformat(timespec="seconds")

REFUSED: tuple[tuple[dict[str, object], str], ...] = (
    ({"format": "other"}, "no answers that can be read"),
    ({"tool": "four-pain-points", "input": 3}, "another tool, four-pain-points"),
    ({"input": 3}, "input"),
    ({"saved": "not a date"}, "saved"),
    ({"saved": 20260131}, "saved"),
    ({"notes": {"perception.1": 5}}, "notes.perception.1"),
    ({"subject": None}, "subject"),
    ({"subject": "x" * 81}, "subject: xxx"),
    ({"input": {"answers": {"perception.1": 99}}}, "answers.perception.1: 99"),
    ({"input": {"answers": {"perception.1": [3]}}}, "answers.perception.1: [3]"),
    ({"input": {"answers": {"nothing.7": 1}}}, "answers.nothing.7: 1"),
    ({"input": {"answers": "abc"}}, "answers: abc"),
    ({"input": {"answers": {}, "flags": "x"}}, "flags: x"),
    ({"input": {"answers": {}, "__proto__": {"a": 1}}}, "nothing was changed"),
    ({"notes": {"perception.1": "x" * 2001}}, "notes.perception.1: xxx"),
    ({"notes": {"nothing.7": "x"}}, "notes.nothing.7: x"),
)
"""What is wrong with a file, and what the page says of it."""


@pytest.fixture
def alpha(page: Page) -> Page:
    """A page with an answer about Alpha."""
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    return page


def told(page: Page) -> Locator:
    """Return the sentence beside the button that opened a file."""
    return page.locator(".tool-actions + .notice")


def test_a_file_that_the_form_cannot_hold_is_refused_with_the_place(page: Page) -> None:
    open_tool(page)
    answer(page, 1, 3)
    before = tables(page)
    for damage, place in REFUSED:
        open_file(page, file_of(page, **damage))
        expect(told(page), str(damage)).to_contain_text(place)
        expect(told(page)).to_contain_text("nothing was changed")
        expect(told(page)).to_be_focused()
        expect(told(page)).to_be_in_viewport()
        assert given(page) == {"perception.1": "3"}
        assert tables(page) == before


def test_not_json_and_too_many_places_are_refused_shortly(alpha: Page) -> None:
    for content in (b"", b"\x00\x01", b"[1, 2", "\ufeffnull".encode(), b"[" * 200_000):
        open_file(alpha, content)
        expect(told(alpha)).to_contain_text("no answers that can be read")
    many = {f"nothing.{number}": 1 for number in range(50)}
    open_file(alpha, file_of(alpha, input={"answers": many}))
    expect(told(alpha)).to_contain_text("nothing.2: 1 …")
    expect(told(alpha)).not_to_contain_text("nothing.3")


@pytest.mark.parametrize(
    ("saved", "which"), [(OLDER, "older"), (NEWER, "newer")], ids=["older", "newer"]
)
def test_a_file_asks_before_it_takes_the_place_of_what_is_kept_about_its_subject(
    alpha: Page, saved: str, which: str
) -> None:
    name(alpha, "Beta")
    say_to(alpha, "Start again")
    expect(notices(alpha)).to_contain_text("Switched to “Beta”")
    open_file(alpha, file_of(alpha, subject="alpha", saved=saved))
    dialog = alpha.locator(".question-dialog")
    expect(dialog).to_contain_text("Replace the answers about “Alpha”?")
    expect(dialog).to_contain_text(f"{which} answers about “Alpha”: 1 answered, last changed")
    say_to(alpha, "Cancel")
    expect(subject(alpha)).to_have_value("Beta")
    open_file(alpha, file_of(alpha, subject="alpha", saved=saved))
    say_to(alpha, "Replace them with the file")
    expect(subject(alpha)).to_have_value("Alpha")
    assert given(alpha) == {"perception.5": "1"}
    expect(told(alpha)).to_contain_text("They took the place of others: 1 answered")
    # The way back outlives the page.
    settle(alpha)
    reload(alpha)
    assert given(alpha) == {"perception.5": "1"}
    press(alpha, "Show those instead")
    settle(alpha)
    reload(alpha)
    assert given(alpha) == {"perception.1": "3"}


def test_a_moment_that_is_still_to_come_becomes_today_and_that_is_said(page: Page) -> None:
    open_tool(page)
    open_file(page, file_of(page, subject="Alpha", saved="9999-01-31T12:00:00Z"))
    expect(told(page)).to_contain_text("The file is open")
    expect(notices(page)).to_contain_text("That is still to come, so they carry today’s date.")
    settle(page)
    [draft] = tables(page)["drafts"]
    assert draft["saved"][:10] <= datetime.now(UTC).date().isoformat()


def test_a_file_that_fits_says_whose_it_is_and_keeps_its_date(page: Page) -> None:
    open_tool(page)
    open_file(page, file_of(page, subject="Alpha"))
    expect(told(page)).to_contain_text(
        "The file is open: the answers about “Alpha”, 1 answered, last changed 31 January 2026"
    )
    settle(page)
    assert [row["saved"] for row in tables(page)["drafts"]] == [OLDER]
    reload(page)
    expect(page.locator(".tool-status .saved")).to_contain_text("31 January 2026")
    open_file(page, file_of(page, subject="Alpha"))
    expect(told(page)).to_contain_text("The file is open")


def test_what_a_tool_wrote_opens_again_as_it_was(alpha: Page) -> None:
    alpha.context.unroute_all()
    reload(alpha)
    alpha.locator(".question-note summary").first.click()
    note = alpha.locator('[name="note.perception.1"]')
    note.fill("  two\nlines <b>&amp;</b>  ")
    settle(alpha)
    alpha.locator('[data-action="score"]').click()
    with alpha.expect_download() as download:
        alpha.locator('[data-action="export-json"]').click()
    first = json.loads(download.value.path().read_text("utf-8"))
    answer(alpha, 2, 0)
    open_file(alpha, first)
    say_to(alpha, "Replace them with the file")
    expect(told(alpha)).to_contain_text("The file is open")
    assert given(alpha) == {"perception.1": "3"}
    assert note.input_value() == "two\nlines <b>&amp;</b>"


def test_each_set_that_gave_way_can_be_reached_and_is_named_before_it_goes(alpha: Page) -> None:
    for number in (2, 3):
        content = {"answers": {f"perception.{number}": 1}, "flags": []}
        open_file(alpha, file_of(alpha, subject="Alpha", input=content))
        say_to(alpha, "Replace them with the file")
        settle(alpha)
    reload(alpha)
    assert given(alpha) == {"perception.3": "1"}
    sets = notices(alpha).locator(".notice--told", has_text="put aside")
    expect(sets).to_have_count(2)
    found = []
    for _ in range(2):
        # What is shown gives its place to what stood in the form, at the end.
        sets.first.get_by_role("button", name="Show those instead").click()
        settle(alpha)
        found.append(given(alpha))
        expect(sets).to_have_count(2)
    assert {"perception.1": "3"} in found
    assert {"perception.2": "1"} in found
    start = alpha.locator('[data-action="clear"]')
    start.click()
    expect(alpha.locator(".question-dialog")).to_contain_text("(sets of answers: 2)")


@pytest.mark.parametrize("code", ["gbk", "latin-1"])
def test_a_file_in_letters_of_another_code_names_nobody(alpha: Page, code: str) -> None:
    before = tables(alpha)["subjects"]
    text = json.dumps(
        file_of(alpha, subject="Zoë" if code == "latin-1" else "云河"), ensure_ascii=False
    )
    open_file(alpha, text.encode(code))
    expect(alpha.locator(".tool-actions + .notice")).to_contain_text("no answers that can be read")
    assert tables(alpha)["subjects"] == before
    open_file(alpha, text.encode("utf-16"))
    expect(alpha.locator(".tool-actions + .notice")).to_contain_text("The file is open")
