"""A subject that was renamed on another device meets its own answers here, by its latest name."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers_page import answer, name, open_tool, tables
from tests.browser.test_my_results import add, lines, open_results, said
from tests.browser.test_results import fill_in, results, score

EARLY, NEVER = "2020-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"


def of_device(**changed: object) -> dict[str, Any]:
    """Return a file of a device that knows one subject."""
    subject = {"id": "", "kind": "account", "name": "Beta", **changed}
    return {"format": "playbook-device/1", "tables": {"subjects": [subject]}}


@pytest.fixture
def own(page: Page) -> str:
    """The id of Alpha, who has a result here; the page of results is open."""
    open_tool(page)
    name(page, "Alpha")
    fill_in(page, 2)
    score(page)
    results(page, 1)
    (subject,) = tables(page)["subjects"]
    open_results(page)
    return str(subject["id"])


def later(page: Page) -> str:
    """Return a moment after that of every name here, and not to come."""
    moment: str = page.evaluate("new Date().toISOString()")
    return moment


def test_the_later_name_stands_and_is_told(page: Page, own: str) -> None:
    row = {**tables(page)["results"][0], "id": "other", "saved": EARLY, "day": "2020-01-01"}
    file = of_device(id=own, named=later(page))
    file["tables"]["results"] = [row]
    add(page, file)
    expect(said(page)).to_contain_text("“Alpha” is now called “Beta”, in every tool.")
    expect(lines(page)).to_have_count(1)
    expect(lines(page).first).to_contain_text("Beta")
    kept = tables(page)
    assert [each["name"] for each in kept["subjects"]] == ["Beta"]
    assert {each["subjectId"] for each in kept["results"]} == {own}
    assert len(kept["results"]) == 2


@pytest.mark.parametrize("named", [EARLY, NEVER, None, 3, "yesterday"])
def test_an_earlier_name_or_one_of_no_moment_gives_way(page: Page, own: str, named: object) -> None:
    add(page, of_device(id=own, named=named))
    expect(said(page)).to_contain_text("Added: results 0")
    expect(said(page)).not_to_contain_text("is now called")
    assert [(each["id"], each["name"]) for each in tables(page)["subjects"]] == [(own, "Alpha")]


def test_a_name_that_somebody_has_here_stays_with_him(page: Page, own: str) -> None:
    open_tool(page)
    name(page, "Beta")
    page.locator(".question-dialog").get_by_role("button", name="Start again").click()
    expect(page.locator(".question input:checked")).to_have_count(0)
    answer(page, 1, 1)
    open_results(page)
    add(page, of_device(id=own, named=later(page)))
    expect(said(page)).to_contain_text("Added: results 0")
    assert {each["name"] for each in tables(page)["subjects"]} == {"Alpha", "Beta"}


def test_of_two_kinds_one_id_is_two_subjects(page: Page, own: str) -> None:
    add(page, of_device(id=own, kind="team", name="Gamma"))
    expect(said(page)).to_contain_text("Added: results 0")
    both = tables(page)["subjects"]
    assert {(each["kind"], each["name"]) for each in both} == {
        *(("account", "Alpha"), ("team", "Gamma")),
    }
    assert len({each["id"] for each in both}) == 2
