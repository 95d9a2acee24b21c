"""A list is kept on this device only if its reader asks; it is opened again from My results."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import tables
from tests.browser.portfolio_page import (
    EVERY_LANGUAGE,
    HELD,
    dialog_of,
    fill,
    fits,
    opened,
    press,
    saved,
    score,
    take,
)
from tests.browser.released_databases import make_database
from tests.browser.test_my_results import open_results, said
from tests.portfolio_asking import csv

ACCOUNTS = [("Acme", "3" * 12), ("Beta", "1" * 12)]


def keep(page: Page, language: str = "en", databases: int = 0) -> bytes:
    """Score a list with an override and another limit, and keep it; return its results.

    Until it is kept, the device has no more databases than before.
    """
    opened(page, language)
    take(page, "list.csv", csv(ACCOUNTS, ";").encode())
    score(page)
    fill(dialog_of(page, "Acme"), "key", "Owner leaves", "9999-12-31")
    expect(page.locator("[data-overrides]")).to_have_text(HELD[language])
    page.locator('[data-setting="key.overall"]').fill("20")
    press(page, "what-if")
    expect(page.locator(".portfolio-moved")).to_be_visible()
    assert len(page.evaluate("indexedDB.databases()")) == databases
    press(page, "keep")
    expect(page.locator("[data-kept]")).to_be_visible()
    return saved(page, '[data-ending=".csv"]')


@EVERY_LANGUAGE
def test_a_kept_list_is_opened_again_as_it_was(page: Page, language: str) -> None:
    written = keep(page, language)
    press(page, "keep")
    expect(page.locator("portfolio-list [data-status]")).to_contain_text("list.csv")
    open_results(page, language)
    row = page.locator("[data-lists] tbody tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("list.csv")
    fits(page)
    row.locator("a").press("Enter")
    expect(page.locator("[data-overrides]")).to_have_text(HELD[language])
    expect(page.locator('[data-setting="key.overall"]')).to_have_value("20")
    expect(page.locator(".portfolio-moved")).to_be_visible()
    expect(page.locator("[data-kept]")).to_be_visible()
    assert saved(page, '[data-ending=".csv"]') == written
    page.reload()
    expect(page.locator("[data-overrides]")).to_have_text(HELD[language])


def test_a_kept_list_is_removed_and_comes_back(page: Page) -> None:
    keep(page)
    open_results(page)
    kept = tables(page)["lists"]
    [listed] = kept
    page.locator('[data-act="remove-list"]').press("Enter")
    expect(said(page)).to_have_text("The list “list.csv” is removed from this device.")
    expect(page.locator("[data-lists]")).to_be_hidden()
    assert (tables(page)["lists"], tables(page)["listFiles"]) == ([], [])
    page.locator('my-results [data-act="undo"]').press("Enter")
    expect(page.locator("[data-lists]")).to_be_visible()
    assert tables(page)["lists"] == kept
    page.locator('[data-act="remove-list"]').press("Enter")
    expect(page.locator("[data-lists]")).to_be_hidden()
    page.goto("about:blank")
    page.goto(f"/portfolio/#list={listed['id']}")
    expect(page.locator("portfolio-list [data-status]")).to_have_text(
        "This list is not kept on this device, or no longer."
    )


def test_everything_on_the_device_names_lists_leaves_them_out_of_the_file_and_removes_them(
    page: Page,
) -> None:
    keep(page)
    open_results(page)
    with page.expect_download() as download:
        page.locator('my-results [data-act="download"]').press("Enter")
    file = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert "lists" not in file["tables"]
    assert "listFiles" not in file["tables"]
    with page.expect_file_chooser() as chooser:
        page.locator('my-results [data-act="merge"]').press("Enter")
    chooser.value.set_files(download.value.path())
    expect(said(page)).to_contain_text("Added: results 0")
    expect(page.locator("[data-lists]")).to_be_visible()
    page.goto("/privacy/")
    device = page.locator("device-memory")
    expect(device).to_contain_text("list.csv")
    device.locator('[data-action="remove"]').press("Enter")
    page.locator(".question-dialog").get_by_role("button", name="Remove everything").press("Enter")
    expect(device).not_to_contain_text("list.csv")
    assert (tables(page)["lists"], tables(page)["listFiles"]) == ([], [])


@pytest.mark.parametrize("version", [1, 2])
def test_a_database_of_an_earlier_version_gets_tables_for_lists_and_keeps_the_rest(
    page: Page, version: int
) -> None:
    rows = make_database(page, version)
    keep(page, databases=1)
    found = tables(page)
    assert len(found["lists"]) == len(found["listFiles"]) == 1
    assert len(found["drafts"]) == len(rows["drafts"])
    assert found["subjects"] == rows["subjects"]
