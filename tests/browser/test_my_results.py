"""The page of one's own results: listed, opened, renamed, copied, removed, joined by a file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answers_page import (
    WAITING_DISK,
    answer,
    given,
    name,
    open_tool,
    restore,
    subject,
    tables,
)
from tests.browser.axe import violations
from tests.browser.test_results import fill_in, results, score

AHEAD = "9999-01-01T00:00:00Z"
KEPT: dict[str, list[dict[str, Any]]] = {}
"""What the site keeps of two; answered once, then put there."""


def open_results(page: Page, language: str = "en") -> Page:
    """Go to the page of results, and wait until it shows what is kept."""
    page.goto("/me/" if language == "en" else f"/{language}/me/")
    expect(page.locator("my-results[data-state]")).to_be_visible()
    return page


def lines(page: Page) -> Locator:
    """Return the lines of the list."""
    return page.locator("my-results tbody tr:not([hidden])")


def said(page: Page) -> Locator:
    """Return the sentence about what was done last."""
    return page.locator("my-results [data-status]")


def type_name(page: Page, text: str, button: str) -> None:
    """Answer a question of the page with a name."""
    dialog = page.locator(".question-dialog")
    dialog.get_by_role("textbox").fill(text)
    dialog.get_by_role("button", name=button).click()


def act(page: Page, button: str) -> None:
    """Press a button of the first line."""
    lines(page).first.get_by_role("button", name=button).click()


def results_of_two(page: Page) -> Page:
    """Go to the page of results with one about Alpha, and answers without a result about Beta."""
    if KEPT:
        open_results(page)
        restore(page, KEPT)
    else:
        answer_about_two(page)
        KEPT.update(tables(page))
    return open_results(page)


def answer_about_two(page: Page) -> None:
    """Answer a tool about Alpha and Beta."""
    open_tool(page)
    name(page, "Beta")
    answer(page, 2, 1)
    name(page, "Alpha")
    page.locator(".question-dialog").get_by_role("button", name="Start again").click()
    expect(page.locator(".question input:checked")).to_have_count(0)
    fill_in(page, 2)
    score(page)
    results(page, 1)


@pytest.fixture
def kept(page: Page) -> Page:
    """The page of results of two."""
    return results_of_two(page)


def test_each_subject_and_tool_has_a_line_with_result_or_state(kept: Page) -> None:
    expect(lines(kept)).to_have_count(2)
    expect(lines(kept).nth(0)).to_contain_text("Alpha")
    expect(lines(kept).nth(0)).to_contain_text("Stage 3: strategic synergy · 3 of 3 stages passed")
    expect(lines(kept).nth(1)).to_contain_text("Not yet a result: 1 answered")
    assert violations(kept) == []


def test_the_list_speaks_the_language_of_its_page(kept: Page) -> None:
    open_results(kept, "zh")
    expect(lines(kept).nth(0)).to_contain_text("阶段3：战略协同")
    expect(lines(kept).nth(1)).to_contain_text("尚无结果：已答1项")


@pytest.mark.parametrize(
    ("language", "before"),
    [
        ("en", "Before: 20 January 2025: Sound · 66.7 of 100"),
        ("zh", "此前：2025年1月20日：良好 · 66.7分（满分100）"),
    ],
)
def test_earlier_results_are_told_with_the_marks_of_the_language(
    page: Page, language: str, before: str
) -> None:
    open_results(page, language)
    page.locator('[data-act="sample"]').click()
    expect(lines(page).nth(2).locator(".before")).to_have_text(before)


def test_a_line_opens_the_tool_with_its_subject(kept: Page) -> None:
    lines(kept).nth(1).get_by_role("link").click()
    expect(subject(kept)).to_have_value("Beta")
    assert given(kept) == {"perception.2": "1"}


def test_typing_shows_only_what_fits(kept: Page) -> None:
    kept.get_by_label("Show only").fill("bet")
    expect(lines(kept)).to_have_count(1)
    expect(kept.locator("[data-count]")).to_have_text("1 of 2 lines")
    kept.get_by_label("Show only").fill("")
    expect(lines(kept)).to_have_count(2)


def test_a_subject_is_renamed_and_gets_its_name_back(kept: Page) -> None:
    act(kept, "Rename")
    type_name(kept, " Alpha  Ltd ", "Rename")
    expect(said(kept)).to_have_text("“Alpha” is now called “Alpha Ltd”, in every tool.")
    expect(lines(kept).first).to_contain_text("Alpha Ltd")
    kept.get_by_role("button", name="Undo").click()
    expect(lines(kept).first.locator("th")).to_have_text("Alpha")


def test_two_names_of_one_account_are_joined_where_the_reader_says_so(kept: Page) -> None:
    before = tables(kept)
    act(kept, "Rename")
    type_name(kept, "beta", "Rename")
    question = kept.locator(".question-dialog")
    expect(question).to_contain_text("Join “Alpha” with “Beta”?")
    assert violations(kept) == []
    question.get_by_role("button", name="Cancel").click()
    expect(question).to_have_count(0)
    assert tables(kept) == before
    act(kept, "Rename")
    type_name(kept, "Beta", "Rename")
    question.get_by_role("button", name="Join them").click()
    expect(said(kept)).to_have_text("“Alpha” and “Beta” are one now: “Beta”.")
    expect(lines(kept)).to_have_count(1)
    expect(lines(kept).first.locator("th")).to_have_text("Beta")
    after = tables(kept)
    (beta,) = after["subjects"]
    # The later answers stand, the earlier ones are put aside, the result is about Beta now.
    assert [len(after[table]) for table in ("drafts", "aside", "results")] == [1, 1, 1]
    assert after["aside"][0]["input"]["answers"] == {"perception.2": 1}
    assert {
        row["subjectId"] for table in ("drafts", "aside", "results") for row in after[table]
    } == {beta["id"]}
    kept.get_by_role("button", name="Undo").click()
    expect(lines(kept)).to_have_count(2)
    assert tables(kept) == before


def test_two_names_stay_joined_where_something_was_changed_since(kept: Page) -> None:
    act(kept, "Rename")
    type_name(kept, "Beta", "Rename")
    kept.locator(".question-dialog").get_by_role("button", name="Join them").click()
    expect(lines(kept)).to_have_count(1)
    other = kept.context.new_page()
    open_tool(other)
    expect(subject(other)).to_have_value("Beta")
    answer(other, 3, 1)
    kept.get_by_role("button", name="Undo").click()
    expect(said(kept)).to_have_text("They stay joined: “Beta” was changed since.")
    assert [each["name"] for each in tables(kept)["subjects"]] == ["Beta"]


def test_a_window_on_a_name_that_was_joined_says_that_its_answers_are_gone(kept: Page) -> None:
    other = kept.context.new_page()
    open_tool(other)
    expect(subject(other)).to_have_value("Alpha")
    act(kept, "Rename")
    type_name(kept, "Beta", "Rename")
    kept.locator(".question-dialog").get_by_role("button", name="Join them").click()
    expect(lines(kept)).to_have_count(1)
    expect(other.locator("tool-form")).to_contain_text(
        "were removed from this device in another window"
    )


def test_answers_are_copied_to_another_subject_and_the_copy_is_taken_back(kept: Page) -> None:
    act(kept, "Copy to another")
    type_name(kept, "Gamma", "Copy to another")
    expect(lines(kept)).to_have_count(3)
    kept.get_by_role("button", name="Undo").click()
    expect(lines(kept)).to_have_count(2)
    assert {row["name"] for row in tables(kept)["subjects"]} == {"Alpha", "Beta"}


def test_a_line_is_removed_with_its_results_and_comes_back(kept: Page) -> None:
    before = tables(kept)
    act(kept, "Remove")
    expect(lines(kept)).to_have_count(1)
    assert tables(kept)["results"] == []
    kept.get_by_role("button", name="Undo").click()
    expect(lines(kept)).to_have_count(2)
    after = tables(kept)
    assert (after["results"], after["drafts"]) == (before["results"], before["drafts"])


def file_of_everything(page: Page, folder: Path) -> dict[str, Any]:
    """Download everything and return what the file holds."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Download everything").click()
    path = folder / "everything.json"
    download.value.save_as(path)
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def add(page: Page, content: object) -> None:
    """Add a file to what this device keeps."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Add from a file").click()
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": data})


def test_another_device_gets_everything_once_by_a_file(
    kept: Page, chromium: Browser, tmp_path: Path
) -> None:
    file = file_of_everything(kept, tmp_path)
    context = chromium.new_context(base_url=kept.url.split("/me/")[0])
    other = context.new_page()
    open_tool(other)
    name(other, "ALPHA")
    answer(other, 1, 0)
    open_results(other)
    add(other, file)
    expect(said(other)).to_have_text(
        "Added: results 1, sets of answers 2, actions 0, sets of targets 0. Known already: 0."
    )
    expect(lines(other)).to_have_count(2)
    # The name that was here stays, and so do the answers: the later ones in view, the others aside.
    assert {row["name"] for row in tables(other)["subjects"]} == {"ALPHA", "Beta"}
    assert len(tables(other)["aside"]) == 1
    add(other, file)
    expect(said(other)).to_have_text(
        "Added: results 0, sets of answers 0, actions 0, sets of targets 0. Known already: 3."
    )
    context.close()


def test_what_a_file_holds_that_cannot_be_read_is_left_out_and_told(kept: Page) -> None:
    before = tables(kept)
    broken = {"tool": 3}
    orphan = {**before["results"][0], "subjectId": "gone", "id": "other"}
    add(
        kept,
        {
            "format": "playbook-device/1",
            "tables": {"results": [broken, orphan], "drafts": [broken], "subjects": "none"},
        },
    )
    expect(said(kept)).to_contain_text("Left out, because they cannot be read: 3.")
    assert tables(kept) == before


def test_a_moment_that_is_still_to_come_beats_nothing(kept: Page, tmp_path: Path) -> None:
    file = file_of_everything(kept, tmp_path)
    file["tables"]["drafts"] = [{**row, "saved": AHEAD} for row in file["tables"]["drafts"]]
    for row in file["tables"]["drafts"]:
        row["input"] = {"answers": {"perception.1": 1}, "flags": []}
    [result] = file["tables"]["results"]
    for moment, day in (AHEAD, AHEAD[:10]), (result["saved"], "not a day"):
        file["tables"]["results"].append(
            {**result, "id": day, "input": {"answers": {"perception.2": 2}}, "saved": moment}
        )
    before = tables(kept)
    add(kept, file)
    expect(said(kept)).to_contain_text("were dated in the future")
    after = tables(kept)
    assert after["drafts"] == before["drafts"]
    assert len(after["aside"]) == len(before["drafts"])
    days = {row["day"] for row in after["results"]}
    assert max(days) <= date.today().isoformat()
    assert not any(
        row["saved"] == AHEAD for table in after.values() for row in table if "saved" in row
    )
    add(kept, file)
    expect(said(kept)).to_contain_text("Added: results 0, sets of answers 0")
    assert tables(kept)["results"] == after["results"]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("subjects", {"id": "s", "kind": "planet", "name": "Gamma"}),
        ("subjects", {"id": "s", "kind": "account", "name": "x" * 81}),
        ("actions", {"text": "x" * 1001}),
        ("actions", {"owner": "x" * 81}),
        ("results", {"occasion": "x" * 81}),
    ],
)
def test_what_no_form_can_hold_is_left_out(kept: Page, table: str, row: dict[str, str]) -> None:
    before = tables(kept)
    moment = before["drafts"][0]["saved"]
    action = {"id": "a", "tool": "trust-stage", "subjectId": "", "text": "Call", "owner": ""}
    whole = {
        "subjects": {},
        "actions": {**action, "due": "", "state": "open", "made": moment, "saved": moment},
        "results": {**before["results"][0], "id": "r"},
    }[table]
    add(kept, {"format": "playbook-device/1", "tables": {table: [{**whole, **row}]}})
    expect(said(kept)).to_contain_text("Left out, because they cannot be read: 1.")
    assert tables(kept) == before


def test_another_file_changes_nothing(kept: Page) -> None:
    before = tables(kept)
    for content in (b"\xff\xfe", b"[]", b'{"format": "playbook-answers/1"}'):
        said(kept).evaluate("(status) => (status.textContent = '')")
        add(kept, content)
        expect(said(kept)).to_contain_text("This file holds nothing that can be added here.")
    assert tables(kept) == before


def test_a_result_whose_subject_is_gone_is_not_taken_for_one_without_a_name(page: Page) -> None:
    open_tool(page)
    fill_in(page, 2)
    score(page)
    (own,) = results(page, 1)
    other = {**own, "id": "r", "subjectId": "gone", "saved": "2026-01-01T00:00:00Z"}
    restore(page, {"results": [other]})
    open_results(page)
    expect(lines(page)).to_have_count(2)
    lines(page).last.get_by_role("button", name="Remove").click()
    expect(lines(page)).to_have_count(1)
    assert tables(page)["results"] == [own]


def test_a_sample_is_shown_and_nothing_of_it_is_kept(page: Page) -> None:
    open_results(page)
    expect(page.locator("my-results")).to_contain_text("There is no result here yet.")
    assert violations(page) == []
    page.get_by_role("button", name="Look at a sample").click()
    expect(lines(page)).to_have_count(4)
    expect(lines(page).filter(has_text="Kestrel")).to_contain_text("worse than before")
    expect(lines(page).filter(has_text="Trust-stage")).to_contain_text("better than before")
    act(page, "Remove")
    expect(lines(page)).to_have_count(3)
    page.get_by_role("button", name="Close the sample").click()
    expect(page.locator("my-results")).to_contain_text("There is no result here yet.")
    assert all(not rows for rows in tables(page).values())


def test_a_thousand_results_are_listed(page: Page) -> None:
    open_tool(page)
    name(page, "Alpha")
    answer(page, 1, 3)
    score(page)
    (row,) = results(page, 1)
    open_results(page)
    many = [
        {**row, "id": f"r{number}", "saved": f"2025-01-01T{number // 60:02}:{number % 60:02}:00Z"}
        for number in range(1000)
    ]
    add(page, {"format": "playbook-device/1", "tables": {**tables(page), "results": many}})
    expect(said(page)).to_contain_text("Added: results 1000")
    expect(lines(page)).to_have_count(1)
    expect(lines(page)).to_contain_text("Before:")


def test_results_in_another_window_appear(kept: Page) -> None:
    second = kept.context.new_page()
    open_tool(second)
    name(second, "Delta")
    second.locator(".question-dialog").get_by_role("button", name="Start again").click()
    expect(second.locator(".question input[type=radio]:checked")).to_have_count(0)
    answer(second, 1, 1)
    expect(lines(kept)).to_have_count(3)
    second.close()


def test_the_page_says_when_the_browser_keeps_nothing(page: Page) -> None:
    page.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });")
    open_results(page)
    expect(page.locator("my-results")).to_contain_text("This browser keeps nothing for this page.")


def test_two_presses_of_remove_are_one_and_can_be_taken_back(kept: Page) -> None:
    kept.evaluate(f"() => {{{WAITING_DISK}}}")
    lines(kept).first.get_by_role("button", name="Remove").dblclick()
    kept.evaluate("letDiskAnswer()")
    expect(said(kept)).to_contain_text("is removed")
    expect(lines(kept)).to_have_count(1)
    kept.get_by_role("button", name="Undo").click()
    expect(lines(kept)).to_have_count(2)
    assert len(tables(kept)["results"]) == 1
