"""Parts of a tool's page on paper: one page, the result, the answers, a blank form."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import name, open_tool
from tests.browser.axe import violations
from tests.browser.printed_sheets import fill_of_last
from tests.browser.test_results import fill_in
from tests.browser.tool_page import LANGUAGES, TRUST_ANSWERS, answer_all, see_result
from tests.definitions import calculators

SHEETS = re.compile(rb"/Type\s*/Page\b")
SUBJECT = "Yunhe Water Group"
OWN = "Northern unit"
"""A subject that no example names."""
SEEN = {
    "one-page": ("[data-one-page] .summary",),
    "report": ("[data-report] .summary",),
    "answers": (".masthead h1", "tool-form > form"),
    "blank": (".masthead h1", ".blank-form", ".blank-form .paper-about"),
}
"""Sheet -> what is on it, of all that is in the others."""


def choose(page: Page, sheet: str) -> None:
    """Choose a sheet from the menu, with a printer that takes its time."""
    page.evaluate("window.print = () => {}")
    menu = page.locator(".print-menu")
    menu.locator("summary").click()
    menu.locator(f'[data-sheet="{sheet}"]').click()
    expect(page.locator(f'html[data-print="{sheet}"]')).to_be_attached()


def done(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-print]")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_menu_prints_a_part_of_the_page(page: Page, language: str) -> None:
    open_tool(page, language=language)
    name(page, SUBJECT)
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    page.locator(".print-menu summary").click()
    assert violations(page, ".print-menu") == []
    page.keyboard.press("Escape")
    expect(page.locator(".print-menu")).not_to_have_attribute("open", "")
    page.emulate_media(media="print")
    every = {place for places in SEEN.values() for place in places}
    for sheet, places in SEEN.items():
        page.emulate_media(media="screen")
        choose(page, sheet)
        page.emulate_media(media="print")
        for place in every:
            expect(page.locator(place).first).to_be_visible(visible=place in places)
        text = page.locator("body").inner_text()
        assert (SUBJECT in text) == (sheet in ("one-page", "report"))
        if sheet == "blank":
            expect(page.locator(".blank-form input:checked")).to_have_count(0)
            values = page.locator(".blank-form :is(input[type=text], textarea)")
            assert set(values.evaluate_all("all => all.map(({ value }) => value)")) == {""}
            expect(page.locator(".blank-form .paper-about > span")).to_have_count(3)
        done(page)
    expect(page.locator(".blank-form")).to_have_count(0)
    expect(page.locator("form input:checked")).to_have_count(14)


def test_one_page_is_one_sheet(page: Page, tmp_path: Path) -> None:
    # Those with the most figures, and the widest table.
    for tool, language in (("strategy-canvas", "en"), ("competitor-value", "zh")):
        open_tool(page, tool, language)
        page.locator('[data-action="example"]').last.click()
        expect(page.locator("tool-report[data-report]")).to_be_visible()
        choose(page, "one-page")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        assert len(SHEETS.findall((tmp_path / "page.pdf").read_bytes())) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_form_of_a_calculator_is_blank(page: Page, language: str) -> None:
    usual = {"en": "usual: S, A, B, C: where to invest", "zh": "常用："}
    open_tool(page, "resource-allocation", language)
    page.evaluate("window.print = () => {}")
    page.locator('.tool-actions [data-sheet="blank"]').click()
    copy = page.locator(".blank-form")
    expect(copy.locator(".usual").first).to_contain_text(usual[language])
    fields = copy.locator("input:not([type=checkbox], [type=radio]), textarea, select")
    assert set(fields.evaluate_all("all => all.map(({ value }) => value)")) == {""}
    shown = copy.locator("select").evaluate_all("all => all.map((s) => s.selectedOptions[0].text)")
    assert set(shown) == {""}
    expect(copy.locator(":checked:not(option)")).to_have_count(0)
    done(page)


def test_no_default_of_any_calculator_stands_in_its_blank_form(page: Page) -> None:
    for tool in calculators():
        open_tool(page, tool)
        page.evaluate("window.print = () => {}")
        page.locator('.tool-actions [data-sheet="blank"]').click()
        fields = page.locator(".blank-form :is(input:not([type=checkbox], [type=radio]), textarea)")
        values = fields.evaluate_all("all => all.map(({ value }) => value)")
        assert set(values) <= {""}, tool
        expect(page.locator(".blank-form :checked:not(option)")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_says_that_it_is_invented_on_every_sheet_and_in_every_file(
    page: Page, language: str, tmp_path: Path
) -> None:
    fictional = {"en": "Example, fictional", "zh": "示例，数据虚构"}[language]
    open_tool(page, "resource-allocation", language)
    name(page, OWN)
    page.locator('[data-action="example"]').first.click()
    expect(page.locator("tool-report[data-report]")).to_contain_text(fictional)
    expect(page.locator("tool-report[data-report]")).not_to_contain_text(OWN)
    for sheet in ("one-page", "report", "answers", "all"):
        choose(page, sheet)
        page.emulate_media(media="print")
        mark = page.get_by_text(fictional).filter(visible=True)
        expect(mark).to_have_count(1)
        page.emulate_media(media="screen")
        done(page)
    for button in page.locator(
        "[data-report] :is([data-action=export], [data-action=export-json])"
    ).all():
        with page.expect_download() as download:
            button.click()
        download.value.save_as(tmp_path / "file")
        assert fictional in (tmp_path / "file").read_text("utf-8")
        assert OWN not in (tmp_path / "file").read_text("utf-8")
    # What is changed is the reader's own.
    page.locator('[data-path="total"]').fill("300")
    see_result(page)
    expect(page.locator("tool-report[data-report]")).not_to_contain_text(fictional)
    choose(page, "answers")
    page.emulate_media(media="print")
    expect(page.locator(".example-mark")).to_be_hidden()
    done(page)


@pytest.mark.parametrize("path", ["/a/trust-stage-diagnostic/", "/m/trust-stages/", "/me/"])
def test_what_paper_leaves_out_is_left_out_of_folds_too(page: Page, path: str) -> None:
    page.goto(path)
    page.locator("html[data-playbook=ready]").wait_for()
    page.emulate_media(media="print")
    for left_out in (
        "details .jumps",
        "details .actions",
        "details copy-button",
        "details [hidden]",
    ):
        expect(page.locator(left_out).filter(visible=True)).to_have_count(0)
    facts = page.locator("details .facts")
    assert not facts.count() or facts.first.is_visible()


def test_what_stands_above_the_first_question_of_a_part_stays_with_it(page: Page) -> None:
    open_tool(page)
    page.emulate_media(media="print")
    above = page.locator(".dimension > :is(h2, h2 ~ :not(.question, .question ~ *))")
    assert above.count() == 6
    assert {each.evaluate("each => getComputedStyle(each).breakAfter") for each in above.all()} == {
        "avoid"
    }


def test_answers_follow_the_result_on_its_last_sheet(page: Page, tmp_path: Path) -> None:
    open_tool(page)
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    heights = {}
    for sheet in ("report", "all"):
        choose(page, sheet)
        page.emulate_media(media="print")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        heights[sheet] = len(SHEETS.findall((tmp_path / "page.pdf").read_bytes()))
        breaks = page.locator("tool-report[data-report]").evaluate(
            "(report) => getComputedStyle(report).breakAfter"
        )
        assert breaks == "auto"
        page.emulate_media(media="screen")
        done(page)
    assert heights["all"] > heights["report"]


@pytest.mark.parametrize(
    ("tool", "language", "sheet"),
    [
        ("contact-coverage-cadence", "en", "report"),
        ("customer-pain-point-fit", "zh", "report"),
        ("docking-matrix", "en", "all"),
        ("opportunity-conversion", "en", "blank"),
        ("trust-stage-diagnostic", "en", "report"),
        ("trust-stage-diagnostic", "en", "all"),
    ],
)
def test_no_sheet_is_begun_for_a_line_or_two(
    page: Page, tool: str, language: str, sheet: str
) -> None:
    open_tool(page, tool, language)
    example = page.locator('[data-action="example"]')
    if example.count():
        example.first.click()
    else:
        fill_in(page, 2)
        page.locator('[data-action="score"]').click()
    page.locator("tool-report[data-report] .summary").wait_for()
    choose(page, sheet)
    assert fill_of_last(page.pdf(prefer_css_page_size=True)) > 12  # percent
    done(page)
