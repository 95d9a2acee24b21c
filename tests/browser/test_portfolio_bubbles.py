"""The picture of accounts on the page of lists: drawn by two dimensions, told in words."""

import re

from playwright.sync_api import Page, expect

from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    WIDTHS,
    fits,
    opened,
    press,
    score,
)


@EVERY_LANGUAGE
def test_accounts_are_drawn_by_two_dimensions_and_told(page: Page, language: str) -> None:
    opened(page, language)
    press(page, "sample")
    score(page)
    figure = page.locator("[data-bubbles]")
    expect(figure).to_be_hidden()
    press(page, "bubbles")
    bubbles = figure.locator("svg[viewBox] circle title")
    expect(bubbles).to_have_count(24)
    said = figure.get_by_role("img").get_attribute("aria-label") or ""
    column = {"en": "“Revenue with us”", "zh": "“年销售额”"}[language]
    assert "24" in said
    assert column in said
    for width in WIDTHS:
        fits(page, (width,))
        wide = figure.evaluate("each => each.clientWidth")
        picture = figure.locator("svg").first
        expect(picture).to_have_attribute("viewBox", re.compile(f"^0 0 {wide} "))
    page.locator("[data-across]").select_option(index=1)
    expect(figure).to_be_hidden()
    press(page, "bubbles")
    expect(figure).to_be_visible()
