"""Wait for what only an asynchronous look into the page can tell."""

import time
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
