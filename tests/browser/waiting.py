"""Wait for what only an asynchronous look into the page can tell."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PATIENCE

STEP = 100
"""Milliseconds between two looks."""


def until(page: Page, script: str, arg: object = None) -> Any:
    """Run a script until it returns, or promises, something that is true; return that.

    Playwright's own wait takes the promise for the answer.
    """
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        if found := page.evaluate(script, arg):
            return found
        page.wait_for_timeout(STEP)
    return pytest.fail(f"this never came true: {script}")


def wait_until(page: Page, look: Callable[[], bool]) -> None:
    """Look again and again until what is looked for is so."""
    end = time.monotonic() + PATIENCE / 1000
    while not look():
        if time.monotonic() > end:
            pytest.fail("what was waited for never came true")
        page.wait_for_timeout(STEP)
