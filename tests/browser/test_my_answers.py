"""Files of answers and answer sheets are added on the page of results as on that of a tool."""

import json
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.answers_page import answer, file_of, name, open_tool, say_to, settle, tables
from tests.browser.test_answer_sheets import workbook_file
from tests.browser.test_my_results import lines, open_results, said
from tests.browser.test_versions import MOVE
from tests.browser.tool_page import LANGUAGES, TRUST
from tests.filled_sheets import filled, put

NOTHING = "This file holds nothing that can be added here."
WORDS = {
    "en": {"taken": "3 answered", "open": "Not yet a result", "undo": "Undo", "undone": "Undone."},
    "zh": {"taken": "已答3项", "open": "尚无结果", "undo": "撤销", "undone": "已撤销。"},
}


def choose(page: Page, file: FilePayload) -> None:
    """Choose a file to add."""
    with page.expect_file_chooser() as chooser:
        page.locator('[data-act="merge"]').click()
    chooser.value.set_files(file)


def sheet(language: str = "en", **answers: object) -> FilePayload:
    """Return an answer sheet about Yunhe."""
    given = {each.replace("_", "."): value for each, value in answers.items()}
    workbook = filled(TRUST, language, {"answers": given})
    put(workbook, "#subject", "Yunhe", "about")
    put(workbook, "#respondent", "Lin", "about")
    return workbook_file("sheet.xlsx", workbook)


def answer_file(content: dict[str, Any]) -> FilePayload:
    """Return a file of answers."""
    return {
        "name": "a.json",
        "mimeType": "application/json",
        "buffer": json.dumps(content).encode(),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_sheet_is_added_and_taken_back(page: Page, language: str) -> None:
    words = WORDS[language]
    open_results(page, language)
    choose(page, sheet(language, perception_1=3, perception_2="na", perception_3=1))
    expect(said(page)).to_contain_text(words["taken"])
    expect(lines(page)).to_have_count(1)
    expect(lines(page).first).to_contain_text("Yunhe")
    expect(lines(page).first).to_contain_text(words["open"])
    (draft,) = tables(page)["drafts"]
    assert draft["input"]["answers"] == {"perception.1": 3, "perception.2": "na", "perception.3": 1}
    assert (draft["tool"], draft["respondent"]) == (TRUST, "Lin")
    page.get_by_role("button", name=words["undo"], exact=True).click()
    expect(said(page)).to_have_text(words["undone"])
    expect(lines(page)).to_have_count(0)
    assert tables(page)["drafts"] == []


def test_other_answers_give_way_only_when_the_reader_says_so_and_come_back(page: Page) -> None:
    open_tool(page)
    name(page, "Yunhe")
    answer(page, 1, 0)
    settle(page)
    open_results(page)
    choose(page, sheet(perception_1=3))
    expect(page.locator(".question-dialog")).to_contain_text("Replace the answers about “Yunhe”?")
    say_to(page, "Cancel")
    assert [draft["input"]["answers"] for draft in tables(page)["drafts"]] == [{"perception.1": 0}]
    choose(page, sheet(perception_1=3))
    say_to(page, "Replace them with the file")
    expect(said(page)).to_contain_text("They took the place of others, which are put aside")
    kept = tables(page)
    assert [draft["input"]["answers"] for draft in kept["drafts"]] == [{"perception.1": 3}]
    assert [draft["input"]["answers"] for draft in kept["aside"]] == [{"perception.1": 0}]
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(said(page)).to_have_text("Undone.")
    kept = tables(page)
    assert [draft["input"]["answers"] for draft in kept["drafts"]] == [{"perception.1": 0}]
    assert kept["aside"] == []


def test_what_was_kept_of_another_version_outlives_the_way_back(page: Page) -> None:
    open_tool(page)
    name(page, "Yunhe")
    answer(page, 1, 0)
    settle(page)
    page.evaluate(MOVE, ["", {"version": "1.0.0", "hash": "old"}])
    before = tables(page)
    open_results(page)
    choose(page, sheet(perception_1=3))
    say_to(page, "Replace them with the file")
    expect(said(page)).to_contain_text("They took the place of others")
    assert len(tables(page)["drafts"]) == 2
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(said(page)).to_have_text("Undone.")
    after = tables(page)
    assert [after[table] for table in ("drafts", "aside", "subjects")] == [
        before[table] for table in ("drafts", "aside", "subjects")
    ]


def test_what_is_in_the_file_can_be_opened_on_the_page_of_its_tool(page: Page) -> None:
    open_results(page)
    choose(page, sheet(perception_1=3))
    lines(page).first.get_by_role("link").click()
    expect(page.locator('[name="subject"]')).to_have_value("Yunhe")
    expect(page.locator('input[name="perception.1"][value="3"]')).to_be_checked()


def test_a_calculator_is_read_as_its_page_reads_it(page: Page) -> None:
    workbook = filled("customer-ltv", "en", {"revenue": 1000})
    put(workbook, "margin", "thirty")
    open_results(page)
    choose(page, workbook_file("sheet.xlsx", workbook))
    expect(said(page)).to_contain_text("“thirty” is not a number")
    (draft,) = tables(page)["drafts"]
    assert draft["input"] == {"revenue": 1000}


@pytest.mark.usefixtures("context")  # whose storage is blocked
def test_where_nothing_is_kept_it_is_said_of_what_is_added(page: Page) -> None:
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    open_results(page)
    choose(page, sheet(perception_1=3))
    expect(said(page)).to_contain_text("what you added is lost when you close this window")
    expect(lines(page)).to_have_count(1)


def test_what_cannot_be_added_is_told_and_changes_nothing(page: Page) -> None:
    open_tool(page)
    mine = file_of(page)
    open_results(page)
    given = {"answers": {"perception.1": 2}, "flags": []}
    for change, told in {
        '{"input": {"answers": {}, "flags": []}}': NOTHING,
        '{"input": {"answers": {"perception.1": 99, "x": 1}}}': "answers.perception.1 · answers.x",
        '{"input": {"answers": "abc"}}': NOTHING,
        '{"input": {"answers": {"perception.1": 1}, "flags": "abc", "more": 1}}': ": flags · more.",
        '{"version": "0.9.0", "hash": "0", "structure": "0"}': "asked other questions than version",
        '{"tool": "gone"}': "This site has no tool “gone”",
        '{"saved": "yesterday"}': "cannot take, and nothing was changed: saved",
        '{"format": "other"}': NOTHING,
    }.items():
        choose(page, answer_file({**mine, "input": given, **json.loads(change)}))
        expect(said(page)).to_contain_text(told)
        assert tables(page)["drafts"] == []
    page.route("**/definition-*.json", lambda route: route.abort())
    choose(page, sheet(perception_1=3))
    expect(said(page)).to_contain_text("could not be loaded. Reload the page")
    assert tables(page)["drafts"] == []
    page.unroute("**/definition-*.json")
    choose(page, answer_file({**mine, "subject": "Alpha", "input": given}))
    expect(said(page)).to_contain_text("the answers about “Alpha”, 1 answered")
    assert [draft["input"] for draft in tables(page)["drafts"]] == [given]
    choose(page, answer_file({**mine, "subject": "alpha", "input": given}))
    expect(said(page)).to_contain_text("has these answers about “Alpha” already: 1 answered")
    assert tables(page)["aside"] == []
