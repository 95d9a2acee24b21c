"""Whatever an earlier edition kept on a device is all there in this one, and can be used."""

from playwright.sync_api import Page, expect

from tests.browser.answers_page import notices, open_tool, subject, tables
from tests.browser.released_databases import FOLDER, NAME, make_database
from tests.browser.test_my_results import lines, open_results


def test_the_first_version_had_no_results_and_they_are_made_of_its_drafts(page: Page) -> None:
    rows = make_database(page, 1)
    open_tool(page)
    kept = tables(page)
    for table in ("subjects", "aside", "checklists", "settings"):
        assert kept[table] == rows[table]
    assert len(kept["drafts"]) == 3
    (made,) = kept["results"]
    assert (made["day"], made["told"], made["notes"]) == (
        "2026-06-01",
        None,
        {"perception.1": "Visit"},
    )


def test_the_second_version_had_results_and_actions_and_no_lists(page: Page) -> None:
    rows = make_database(page, 2)
    open_tool(page)
    expect(subject(page)).to_have_value("Alpha")
    expect(notices(page)).to_contain_text("since version 1.0.0")
    assert tables(page) == rows | {"lists": [], "listFiles": []}
    open_results(page)
    expect(lines(page)).to_have_count(1)
    expect(lines(page)).to_contain_text("Alpha")
    expect(lines(page)).to_contain_text("Before:")


def test_the_third_version_is_as_it_was(page: Page) -> None:
    rows = make_database(page, 3)
    open_tool(page)
    assert tables(page) == rows
    open_results(page)
    page.locator("[data-lists] tbody tr a").click()
    page.locator("[data-kept]").wait_for()
    expect(page.locator("portfolio-list tbody tr").first).to_contain_text("Acme")


def test_every_version_has_an_example(page: Page) -> None:
    open_tool(page)
    versions = (
        "async () => (await indexedDB.databases()).map(({ name, version }) => [name, version])"
    )
    assert page.evaluate(versions) == [[NAME, len(list(FOLDER.glob("*.json")))]]
