"""Parts of a tool's page on paper: one page, the result, the answers, a blank form."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import name, open_tool
from tests.browser.axe import violations
from tests.browser.tool_page import LANGUAGES, TRUST_ANSWERS, answer_all, see_result

SHEETS = re.compile(rb"/Type\s*/Page\b")
SUBJECT = "Yunhe Water Group"
SEEN = {
    "one-page": ("[data-one-page] .summary",),
    "report": ("[data-report] .summary",),
    "answers": (".masthead h1", "tool-form > form"),
    "blank": (".masthead h1", ".blank-form"),
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
            expect(page.locator(".blank-form :checked")).to_have_count(0)
            values = page.locator(".blank-form :is(input[type=text], textarea)")
            assert set(values.evaluate_all("all => all.map(({ value }) => value)")) == {""}
        done(page)
    expect(page.locator(".blank-form")).to_have_count(0)
    expect(page.locator("form :checked")).to_have_count(14)


def test_one_page_is_one_sheet(page: Page, tmp_path: Path) -> None:
    # Those with the most figures, and the widest table.
    for tool, language in (("strategy-canvas", "en"), ("competitor-value", "zh")):
        open_tool(page, tool, language)
        page.locator('[data-action="example"]').last.click()
        expect(page.locator("tool-report[data-report]")).to_be_visible()
        choose(page, "one-page")
        page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
        assert len(SHEETS.findall((tmp_path / "page.pdf").read_bytes())) == 1
