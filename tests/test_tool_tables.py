"""Pages of the method show scales and questions as the tools define them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from lxml import html

from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.views import Book
from tests.definitions import calculators, definition
from tests.example_inputs import LANGUAGES
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow


each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def playbook() -> Playbook:
    return real_playbook()


@cache
def page(path: str, language: str) -> Any:
    """Return a rendered page."""
    record = next(each for each in list_pages(playbook(), language) if each.path == path)
    return html.fromstring(Renderer(Book(playbook(), language)).render(record))


def rows_of(table: Any) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]


@each_language
def test_a_page_lists_the_questions_of_a_tool_with_their_anchors(language: str) -> None:
    shown = [
        row for table in page("m/trust-stages.md", language).iter("table") for row in rows_of(table)
    ]
    for dimension in definition("trust-stage-diagnostic")["dimensions"]:
        for question in dimension["questions"]:
            anchors = [each[language] for each in question["anchors"]]
            assert [question["text"][language], *anchors, question["evidence"][language]] in shown


@each_language
def test_a_page_shows_each_scale_of_a_part(language: str) -> None:
    tables = [rows_of(table)[1:] for table in page("m/decision-chain.md", language).iter("table")]
    [people] = [
        each for each in definition("decision-chain-map")["inputs"] if each["id"] == "people"
    ]
    for field in (each for each in people["fields"] if each["id"] in ("attitude", "access")):
        rows = [
            [str(each["value"]).replace("-", "−"), each["label"][language], each["text"][language]]
            for each in field["anchors"]
        ]
        assert rows in tables


@pytest.mark.parametrize("tool", calculators())
def test_an_anchor_stands_for_each_number_that_may_be_chosen(tool: str) -> None:
    for field in fields(definition(tool)["inputs"]):
        if "anchors" in field:
            values = [each["value"] for each in field["anchors"]]
            assert values == list(range(int(field["minimum"]), int(field["maximum"]) + 1))


def fields(inputs: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for each in inputs:
        yield each
        yield from fields(each.get("fields", []))


@each_language
def test_a_form_names_what_is_chosen(language: str) -> None:
    [select] = page("a/relationship-depth.md", language).xpath(
        '(.//select[@data-path="people[].level"])[1]'
    )
    words = [" ".join(option.text_content().split()) for option in select if option.get("value")]
    [people] = [
        each for each in definition("relationship-depth")["inputs"] if each["id"] == "people"
    ]
    [level] = [each for each in people["fields"] if each["id"] == "level"]
    assert words == [
        f"{str(each['value']).replace('-', '−')} {each['label'][language]}"
        for each in level["anchors"]
    ]
