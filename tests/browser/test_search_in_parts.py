"""The search box where the index is too large for one file: what it asks for, and asks again."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_search import box, rows, search
from tests.searching import search_in

SIZES = {"whole": 0, "terms": 30_000, "documents": 16_000}
FAILED = "The search could not be loaded. These lists are complete:"
FIRST = "**/assets/runtime/search-en-*.json"


@pytest.fixture(scope="module")
def files(site: Path) -> Mapping[str, str]:
    """Return name -> content of the English index in parts; the first has no name."""
    [index] = (site / "assets/runtime").glob("search-en-*.json")
    made = search_in(json.loads(index.read_text("utf-8")), sizes=SIZES)
    return {**made["beside"], "": json.dumps(made["file"])}


@dataclass(slots=True)
class Answers:
    """What the page is answered when it asks for parts."""

    asked: list[str] = field(default_factory=list)
    """Names of the parts."""
    failing: str = ""
    """The kind of part that does not come."""


@pytest.fixture
def answers(page: Page, files: Mapping[str, str]) -> Answers:
    """Let the page find the index in parts."""
    answers = Answers()

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1]
        answers.asked.append(name)
        if name.split("-")[0] == answers.failing:
            route.fulfill(status=503)
        else:
            route.fulfill(body=files[name], content_type="application/json")

    for kind in ("terms", "forms", "texts"):
        page.route(f"**/assets/runtime/{kind}-*.json", answer)
    page.route(FIRST, lambda route: route.fulfill(body=files[""], content_type="application/json"))
    page.goto("/")
    return answers


def test_a_reader_finds_by_some_parts_of_an_index(
    page: Page, answers: Answers, files: Mapping[str, str]
) -> None:
    search(page, "competiter in the iron triangle")
    expect(rows(page).first).to_have_attribute("href", re.compile("/m/iron-triangle/$"))
    assert {name.split("-")[0] for name in answers.asked} == {"terms", "forms", "texts"}
    assert len(answers.asked) == len(set(answers.asked)) < len(files) / 2


@pytest.mark.parametrize("kind", ["terms", "texts"])
def test_a_part_that_does_not_come_is_told_and_asked_for_again(
    page: Page, answers: Answers, kind: str
) -> None:
    answers.failing = kind
    page.keyboard.press("/")
    page.keyboard.insert_text("iron triangle")
    expect(page.locator("[data-elsewhere]")).to_be_visible()
    expect(page.locator("[data-status]")).to_have_text(FAILED)
    expect(rows(page)).to_have_count(0)
    again = page.locator("site-search [data-action=again]")
    expect(again).to_be_visible()
    answers.failing, answers.asked = "", []
    again.click()
    expect(rows(page).first).to_be_visible()
    expect(box(page)).to_be_focused()
    expect(again).to_be_hidden()
    assert [name for name in answers.asked if name.startswith(kind)]
