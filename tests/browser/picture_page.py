"""A report that shows one picture alone, which saves the wait for the engine."""

import json
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browser.conftest import PATIENCE
from tests.browser.tool_page import TRUST, address
from tests.picture_examples import PICTURES

CHARTS = ("cash-flow", "decision-chain")
"""Pictures that are drawn by the charting library."""


def example(kind: str, language: str = "en") -> Any:
    """Return the block of a picture's example."""
    return json.loads((PICTURES / kind / "example.json").read_text("utf-8"))[language]


def show(page: Page, kind: str, language: str = "en") -> Locator:
    """Open a tool's page, let its report show a picture's example, and return it, drawn."""
    page.goto(address(TRUST, language))
    return show_block(page, example(kind, language))


def show_block(page: Page, block: object) -> Locator:
    """Let the page's report show one block alone, and return its picture, drawn."""
    hand_over(page, block)
    return drawn(page)


def hand_over(page: Page, block: object) -> None:
    """Let the page's report show one block alone, once nothing that was kept takes it away."""
    page.locator(".tool-status[data-kept]").wait_for(state="attached")
    page.evaluate("block => document.querySelector('tool-report').show([block])", block)


def drawn(page: Page) -> Locator:
    """Return the figure once its picture stands there."""
    figure = page.locator("figure.picture")
    figure.locator(".picture-image > *").first.wait_for(timeout=PATIENCE)
    return figure
