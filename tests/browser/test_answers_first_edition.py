"""What the first edition kept in localStorage is taken over, over nothing newer, and never lost."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import (
    answer,
    everything_said,
    given,
    name,
    notices,
    open_tool,
    press,
    reload,
    subject,
    tables,
)
from tests.browser.tool_page import TRUST, settle

CASES = Path(__file__).parent.parent / "cases" / "first-edition"
RECORDS: Mapping[str, Mapping[str, str]] = {
    file.stem: json.loads(file.read_text("utf-8")) for file in sorted(CASES.glob("*.json"))
}
"""What one release or another left, by what is particular about it."""
DAMAGED = {name for name in RECORDS if name.startswith("damaged")}
REFUSE = """
for (const name of ["add", "put"])
  IDBObjectStore.prototype[name] = () => { throw new DOMException("full", "QuotaExceededError"); };
"""


@pytest.fixture
def left(page: Page) -> Page:
    """A browser with everything that the first edition left, at a page without a tool."""
    page.goto("/about/")
    leave(page, *RECORDS)
    return page


def test_every_record_that_can_be_read_is_taken_over_and_goes(left: Page) -> None:
    page = open_tool(left)
    kept = tables(page)
    names = {row["id"]: row["name"] for row in kept["subjects"]} | {"": ""}
    found = {(row["tool"], row["version"], names[row["subjectId"]]): row for row in kept["drafts"]}
    for case in RECORDS.keys() - DAMAGED - {"checklist"}:
        record = json.loads(RECORDS[case]["text"])
        row = found.pop((record["tool"], record["version"], record["subject"]))
        assert {field: row[field] for field in record if field != "subject"} == {
            field: value for field, value in record.items() if field != "subject"
        }
    assert found == {}
    assert [row["kind"] for row in kept["subjects"] if row["name"] == "Sales team"] == ["company"]
    assert in_local_storage(page).keys() == {RECORDS[case]["key"] for case in DAMAGED}


def test_what_cannot_be_read_stays_is_told_and_offered(left: Page) -> None:
    page = open_tool(left)
    expect(notices(page)).to_contain_text("cannot be read")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download it").click()
    text = download.value.path().read_text("utf-8")
    assert text in [RECORDS[case]["text"] for case in DAMAGED]
    for damaged in ("Cut", "Dateless"):
        name(page, damaged)
        expect(subject(page)).to_have_value(damaged)
    left_there = in_local_storage(page)
    assert all(left_there[RECORDS[case]["key"]] == RECORDS[case]["text"] for case in DAMAGED)


def test_ticks_are_taken_over(left: Page) -> None:
    boxes = left.locator("check-list input")
    left.goto("/m/trust-stages/")
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).not_to_be_checked()
    assert RECORDS["checklist"]["key"] not in in_local_storage(left)


def test_the_map_knows_results_that_no_tool_has_taken_over_yet(left: Page) -> None:
    left.goto("/")
    expect(left.locator('.map a[href$="m/trust-stages/"]')).to_contain_class("has-result")


@pytest.mark.usefixtures("context")  # whose clock is changed
def test_older_leftovers_are_put_aside_and_newer_ones_shown(page: Page) -> None:
    open_tool(page)
    name(page, "Yunhe")
    page.clock.set_fixed_time("2026-11-01T00:00:00Z")
    answer(page, 3, 2)
    leave_of_this_version(page, "named")
    reload(page)
    assert given(page) == {"perception.1": "3", "perception.4": "na", "benefit.2": "1"}
    expect(notices(page)).to_contain_text("Other answers about “Yunhe” are put aside: 1 answered")
    press(page, "Show those instead")
    assert given(page) == {"perception.3": "2"}
    page.clock.set_fixed_time("2026-12-01T00:00:00Z")
    answer(page, 3, 1)
    leave_of_this_version(page, "named")
    reload(page)
    assert given(page) == {"perception.3": "1"}
    expect(notices(page)).to_contain_text("put aside")
    assert in_local_storage(page) == {}


def test_nothing_goes_where_the_store_takes_nothing(page: Page) -> None:
    page.goto("/about/")
    leave(page, "named")
    page.add_init_script(REFUSE)
    open_tool(page)
    assert in_local_storage(page) == {RECORDS["named"]["key"]: RECORDS["named"]["text"]}
    expect(notices(page)).to_contain_text("left something about “Yunhe”")
    answer(page, 1, 0)
    settle(page)
    assert "Not kept" in everything_said(page)
    assert in_local_storage(page) == {RECORDS["named"]["key"]: RECORDS["named"]["text"]}


def leave(page: Page, *cases: str) -> None:
    """Put records where the first edition kept them; an old page of it may still be open."""
    records = {RECORDS[case]["key"]: RECORDS[case]["text"] for case in cases}
    page.evaluate("(records) => Object.assign(localStorage, records)", records)


def leave_of_this_version(page: Page, case: str) -> None:
    """Put a record there that is of the version of the tool which the page shows."""
    version = page.locator("tool-form").get_attribute("data-version") or ""
    record = {**json.loads(RECORDS[case]["text"]), "version": version}
    key = RECORDS[case]["key"].replace(":1.0.0:", f":{version}:")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(record)])


def in_local_storage(page: Page) -> Mapping[str, str]:
    """Return what still stands there of the playbook."""
    found: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage)"
        ".filter(([key]) => key.startsWith('playbook:')))"
    )
    return found


def test_the_fixtures_are_of_the_tool_that_is_opened_here() -> None:
    assert {TRUST} < {key.split(":")[2] for key in (case["key"] for case in RECORDS.values())}
