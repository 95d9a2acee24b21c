"""What a reader does with actions, on a tool's page and in the plan, in words."""

import csv
import io
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.answers_page import tables
from tests.browser.waiting import wait_until


def actions(page: Page) -> Locator:
    """Return the actions that a page lists."""
    return page.locator(".action-item")


def steps(page: Page) -> Locator:
    """Return the buttons that make steps of the result actions."""
    return page.locator("[data-step]:visible")


def said(page: Page) -> Locator:
    """Return the sentence about what was done to an action last."""
    return page.locator("[data-plan-said] output")


def undo(page: Page) -> None:
    """Take back what was done to an action last."""
    page.locator('[data-act="undo-action"]').click()
    expect(said(page)).to_have_text("Undone.")


def edit(page: Page, row: Locator, **values: str) -> None:
    """Edit an action in its place, by field, and save it by a key."""
    row.get_by_role("button", name="Edit").click()
    form = page.locator(".action-form")
    for name, value in values.items():
        field = form.locator(f'[name="{name}"]')
        if name == "state":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator('[name="owner"]').press("Enter")
    expect(form).to_have_count(0)


def kept(page: Page, count: int) -> list[dict[str, Any]]:
    """Return the actions that this device keeps, as soon as there are so many, by their text."""
    wait_until(page, lambda: len(tables(page)["actions"]) == count)
    return sorted(tables(page)["actions"], key=lambda row: str(row["text"]))


def file_behind(page: Page, button: str, folder: Path) -> tuple[str, str]:
    """Return the name and the text of the file that a button of the list offers."""
    with page.expect_download() as download:
        page.locator("[data-plan]").get_by_role("button", name=button).first.click()
    path = folder / "file"
    download.value.save_as(path)
    return download.value.suggested_filename, path.read_bytes().decode("utf-8")


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of a CSV file."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
