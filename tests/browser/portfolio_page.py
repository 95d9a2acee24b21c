"""What a reader does on the page of lists, in words."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.answering import questionnaire
from tests.browser.axe import violations_by_day_and_night
from tests.browser.tool_page import LANGUAGES

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
TIERS, CLASSES = "customer-value-tiering", "fortune-telling-selection"
QUESTIONS = questionnaire(TIERS).questions
WIDTHS = (1280, 360)
PUSHES_OUT = "document.documentElement.scrollWidth > innerWidth"
HELD = {
    "en": "Overrides that hold: 1. Ended, and no longer applied: 0.",
    "zh": "生效中的人工调整：1项；已到期、不再生效：0项。",
}


def opened(page: Page, language: str = "en") -> None:
    page.goto(f"{'' if language == 'en' else f'/{language}'}/portfolio/")
    page.locator("portfolio-list[data-started]").wait_for()


def press(page: Page, act: str) -> None:
    """Press a button by its act, by keyboard."""
    page.locator(f'portfolio-list [data-act="{act}"]').first.press("Enter")


def take(page: Page, name: str, content: bytes) -> None:
    """Choose a file, by keyboard."""
    with page.expect_file_chooser() as chooser:
        press(page, "file")
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})


def score(page: Page) -> None:
    """Score the list, once it is open."""
    page.locator('portfolio-list [data-act="score"]').wait_for()
    press(page, "score")
    expect(page.locator('[id="portfolio.results"]')).to_be_focused()


def saved(page: Page, act: str) -> bytes:
    with page.expect_download() as download:
        page.locator(act).press("Enter")
    return Path(download.value.path()).read_bytes()


def columns(page: Page) -> list[str]:
    return [each.input_value() for each in page.locator("[data-column]").all()]


def choose_earlier(page: Page, name: str, content: bytes) -> None:
    with page.expect_file_chooser() as chooser:
        press(page, "earlier")
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": content})


def dialog_of(page: Page, account: str) -> Locator:
    page.locator('.portfolio-rows [data-act="account"]', has_text=account).press("Enter")
    dialog = page.locator(".portfolio-dialog")
    dialog.wait_for()
    return dialog


def fill(dialog: Locator, band: str, reason: str, until: str) -> None:
    if not dialog.locator("form").is_visible():
        dialog.locator(".portfolio-override-fold > summary").press("Enter")
    dialog.locator("select").select_option(band)
    dialog.locator("textarea").fill(reason)
    dialog.locator('input[type="date"]').fill(until)
    dialog.locator('[type="submit"]').press("Enter")


def fits(page: Page, widths: Sequence[int] = WIDTHS) -> None:
    """Hold that the page can be used by everybody, day and night, on a wide and a narrow screen."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_by_day_and_night(page) == []
        assert not page.evaluate(PUSHES_OUT)
