"""Answer sheets on the pages: offered, filled in with a spreadsheet, and read as if typed."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import FilePayload, Page, expect

from tests.answering import given as levels
from tests.browser.answers_page import given, name, notices, open_tool, say_to, settle, subject
from tests.browser.axe import violations_by_day_and_night
from tests.browser.test_team import TEAM, add, complete, open_team, reveal, row
from tests.browser.tool_page import (
    TRUST,
    TRUST_ANSWERS,
    answer_all,
    choice,
    report_here,
    saved_file,
    see_result,
)
from tests.browser.waiting import wait_until
from tests.example_inputs import examples
from tests.filled_sheets import blank, blank_bytes, filled, put

DEPTH, HEALTH = "relationship-depth", "relationship-health"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GIVEN = {"answers": {key: each for key, each in TRUST_ANSWERS.items() if each is not None}}
BOTH = pytest.mark.parametrize("language", ["en", "zh"])


def workbook_file(title: str, workbook: Workbook | bytes) -> FilePayload:
    """Return a workbook to choose."""
    content = BytesIO()
    if isinstance(workbook, bytes):
        content.write(workbook)
    else:
        workbook.save(content)
    return {"name": title, "mimeType": XLSX, "buffer": content.getvalue()}


def open_sheet(page: Page, workbook: Workbook | bytes) -> None:
    """Choose an answer sheet on the page of its tool."""
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    chooser.value.set_files(workbook_file("sheet.xlsx", workbook))


@BOTH
def test_the_page_offers_the_sheet_in_its_language(
    page: Page, tmp_path: Path, language: str
) -> None:
    open_tool(page, language=language)
    with page.expect_download() as download:
        page.locator(".tool-actions a[download]").click()
    assert download.value.suggested_filename.endswith(
        "-answers.xlsx" if language == "en" else "-answers-zh.xlsx"
    )
    download.value.save_as(tmp_path / "sheet.xlsx")
    assert (tmp_path / "sheet.xlsx").read_bytes() == blank_bytes(TRUST, language)


@BOTH
def test_a_filled_questionnaire_gives_the_result_of_typed_answers(
    page: Page, tmp_path: Path, language: str
) -> None:
    workbook = filled(TRUST, language, GIVEN, {"perception.1": "visited"})
    put(workbook, "#subject", "Yunhe", "about")
    open_tool(page, language=language)
    open_sheet(page, workbook)
    expect(subject(page)).to_have_value("Yunhe")
    expect(page.locator(".notice--told")).to_have_count(1)
    see_result(page)
    opened = saved_file(page, tmp_path / "opened.json")
    assert opened["notes"] == {"perception.1": "visited"}
    assert opened["input"] == {**GIVEN, "flags": []}
    assert opened["report"] == report_here(TRUST, {**GIVEN, "flags": []})


@BOTH
def test_a_filled_calculator_gives_the_result_of_typed_figures(
    page: Page, tmp_path: Path, language: str
) -> None:
    (example, *_) = examples(DEPTH, language)
    open_tool(page, DEPTH, language)
    page.locator('[data-action="example"]').first.click()
    page.locator("tool-report[data-report] .summary").wait_for()
    typed = saved_file(page, tmp_path / "typed.json")
    # An example is not kept: the page is blank again.
    open_tool(page, DEPTH, language)
    open_sheet(page, filled(DEPTH, language, example))
    expect(page.locator(".notice--told")).to_have_count(1)
    see_result(page)
    opened = saved_file(page, tmp_path / "opened.json")
    assert opened["input"] == typed["input"]
    assert opened["report"] == typed["report"]


@BOTH
def test_cells_that_cannot_be_read_are_named_and_the_rest_comes_in(
    page: Page, language: str
) -> None:
    workbook = filled(TRUST, language, {"answers": {"perception.1": 3}})
    address = put(workbook, "answers[perception.2]", "maybe")
    other = put(workbook, "answers[perception.3]", "#REF!")
    open_tool(page, language=language)
    open_sheet(page, workbook)
    told = page.locator(".notice--told", has_text=address)
    expect(told).to_contain_text("maybe")
    expect(told).to_contain_text(other)
    expect(told).to_contain_text("#REF!")
    wait_until(page, lambda: given(page) == {"perception.1": "3"})
    assert violations_by_day_and_night(page, "tool-form, .tool-actions") == []


@BOTH
def test_a_name_that_is_too_long_is_told_and_can_be_mended(page: Page, language: str) -> None:
    workbook = filled(TRUST, language, {"answers": {"perception.1": 3}})
    put(workbook, "#subject", "Yunhe" * 20, "about")
    put(workbook, "#respondent", "Lin" * 30, "about")
    open_tool(page, language=language)
    open_sheet(page, workbook)
    expect(subject(page)).to_have_value("Yunhe" * 16)
    expect(page.locator('[name="respondent"]')).to_have_value("Lin" * 26 + "Li")
    cut = {"en": "more than 80 characters", "zh": "超过80个字符"}[language]
    expect(page.locator(".notice--told", has_text=cut)).to_contain_text("Yunhe" * 16)
    name(page, "Yunhe")
    say_to(page, {"en": "Rename to “Yunhe”", "zh": "改名为“Yunhe”"}[language])
    expect(notices(page).last).to_contain_text("Yunhe")
    expect(subject(page)).to_have_value("Yunhe")
    assert given(page) == {"perception.1": "3"}


def test_what_came_of_a_file_is_told_without_taking_a_writing_reader_away(page: Page) -> None:
    open_tool(page)
    with page.expect_file_chooser() as chooser:
        page.locator('[data-action="import"]').click()
    field = subject(page)
    field.click()
    field.press_sequentially("Li")
    chooser.value.set_files({"name": "a.json", "mimeType": "text/json", "buffer": b"no answers"})
    expect(page.get_by_role("alert")).to_contain_text("no answers that can be read")
    field.press_sequentially("n")
    expect(field).to_be_focused()
    expect(field).to_have_value("Lin")


def test_answers_that_stand_there_give_way_only_when_the_reader_says_so(page: Page) -> None:
    open_tool(page)
    name(page, "Yunhe")
    answer_all(page, {"perception.1": 0})
    workbook = filled(TRUST, "en", {"answers": {"perception.1": 3}})
    put(workbook, "#subject", "yunhe", "about")
    open_sheet(page, workbook)
    say_to(page, "Cancel")
    expect(choice(page, "perception.1", 0)).to_be_checked()
    open_sheet(page, workbook)
    say_to(page, "Replace them with the file")
    expect(choice(page, "perception.1", 3)).to_be_checked()
    settle(page)
    page.get_by_role("button", name="Show those instead").click()
    expect(choice(page, "perception.1", 0)).to_be_checked()


def test_a_sheet_of_another_version_is_offered_as_any_file_of_it_is(page: Page) -> None:
    workbook = filled(TRUST, "en", {"answers": {"perception.1": 3}})
    sheet = workbook.worksheets[0]
    sheet["A1"] = f"playbook-sheet/1 {TRUST} 0.1.0 old other en"
    open_tool(page)
    open_sheet(page, workbook)
    expect(page.locator(".notice--told", has_text="0.1.0")).to_be_visible()
    assert given(page) == {}


@pytest.mark.parametrize(
    ("workbook", "said"),
    [
        (blank_bytes(TRUST, "zh"), "Nothing is filled in"),
        (blank_bytes(HEALTH, "en"), HEALTH),
        (Workbook(), "not an answer sheet of this site"),
        (b"PK\x03\x04 and no more", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "another kind"),
    ],
    ids=["empty", "another tool", "foreign", "damaged", "old"],
)
def test_what_is_no_sheet_of_the_tool_is_refused_in_words(
    page: Page, workbook: Workbook | bytes, said: str
) -> None:
    open_tool(page)
    answer_all(page, {"perception.1": 0})
    open_sheet(page, workbook)
    expect(page.locator(".notice--told")).to_contain_text(said)
    assert given(page) == {"perception.1": "0"}
    expect(notices(page)).to_have_count(1)


@BOTH
def test_a_team_takes_sheets_beside_files_and_stays_blind(page: Page, language: str) -> None:
    people = list(TEAM.items())[:3]
    chosen = []
    for who, written in people:
        workbook = filled(HEALTH, language, levels(HEALTH, written), {"trust.1": "a secret"})
        put(workbook, "#respondent", who, "about")
        chosen.append(workbook_file(f"{who}.xlsx", workbook))
    spoilt = blank(HEALTH, language)
    address = put(spoilt, "answers[access.1]", "surely three")
    add(open_team(page, language), [*chosen, workbook_file("spoilt.xlsx", spoilt)])
    complete(page, 3)
    for who, _ in people:
        expect(row(page, who)).to_be_visible()
    refused = page.locator("[data-refused] li")
    expect(refused).to_have_count(1)
    expect(refused).to_contain_text(address)
    expect(page.locator("team-session")).not_to_contain_text("surely three")
    expect(page.locator("team-session")).not_to_contain_text("a secret")
    expect(page.locator("[data-tool-sheet]")).to_have_attribute(
        "href", f"../a/{HEALTH}/{HEALTH}-answers{'' if language == 'en' else '-zh'}.xlsx"
    )
    assert violations_by_day_and_night(page, "team-session") == []
    reveal(page)
