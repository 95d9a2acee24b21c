"""What a page marks as optional may be left blank, and what it shows at first counts then."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from lxml import html

from assessments import EngineError, score
from assessments.calculators.formulas import FORMULAS
from macros.numbers import typable
from macros.pages import list_pages
from macros.playbook import Playbook
from macros.rendering import Renderer
from macros.views import Book
from tests.definitions import calculators, definition
from tests.example_inputs import LANGUAGES, in_language
from tests.site_playbook import real_playbook

pytestmark = pytest.mark.slow

BLANK = ("E_MISSING", "E_EMPTY")

each_calculator = pytest.mark.parametrize("tool", calculators())


def problems(tool: str, given: object) -> list[tuple[str, str]]:
    """Return code and path of what is wrong with an input."""
    try:
        score(definition(tool), given)
    except EngineError as error:
        return [(problem.code, problem.path) for problem in error.problems]
    return []


def without(value: Any, path: Sequence[str]) -> Any:
    """Return a value without a field, in every row where it stands in rows."""
    first, *rest = path
    if isinstance(value, list):
        return [without(each, path) for each in value]
    if not rest:
        return {key: inner for key, inner in value.items() if key != first}
    return {key: without(inner, rest) if key == first else inner for key, inner in value.items()}


def fields(tool: str) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """Yield every input, and every field of a record or of rows, with its path."""
    for each in definition(tool)["inputs"]:
        yield (each["id"],), each
        if each.get("rows_as") != "lists":
            for part in each.get("fields", ()):
                yield (each["id"], part["id"]), part


def stands_for_another(tool: str, path: Sequence[str]) -> bool:
    """Tell whether an input, or a field of a row, may be left blank for what another says."""
    formula = FORMULAS[definition(tool)["model"]]
    beside = (*formula.one_of, *formula.needed_with)
    return path[0] in beside or "[].".join(path) in formula.one_in_each


def examples(tool: str) -> list[Any]:
    return [in_language(each["input"], "en") for each in definition(tool)["examples"]]


def is_blank_in(given: Any, path: Sequence[str]) -> bool:
    """Tell whether an example says nothing there already, or has no such row."""
    return without(given, path) == given if path[0] in given else True


@each_calculator
def test_what_is_optional_may_be_left_blank(tool: str) -> None:
    wrong = []
    for path, about in fields(tool):
        if about.get("required") or stands_for_another(tool, path):
            continue
        for given in examples(tool):
            if not is_blank_in(given, path):
                found = problems(tool, without(given, path))
                # What was chosen under another answer than the default may not fit the default.
                missing = [each for each in found if each[0] in BLANK or each[1].endswith(path[-1])]
                wrong += [(path, missing)] if missing else []
    assert wrong == []


@each_calculator
def test_what_is_not_marked_must_be_filled_in(tool: str) -> None:
    wrong = []
    for path, about in fields(tool):
        for given in examples(tool):
            if about.get("required") and not is_blank_in(given, path):
                found = problems(tool, without(given, path))
                if not any(place.endswith(path[-1]) for _, place in found):
                    wrong.append((path, found))
    assert wrong == []


def test_of_two_inputs_that_stand_for_each_other_one_is_needed_and_both_are_named() -> None:
    [given, _] = examples("resource-allocation")
    assert problems("resource-allocation", without(given, ("ratio",)) | {"preset": "focus"}) == []
    with pytest.raises(EngineError) as raised:
        score(definition("resource-allocation"), without(given, ("ratio",)))
    said = {code: raised.value.as_data(code)["error"]["message"] for code in ("en", "zh")}
    assert said == {
        "en": "“Ratio” or “Your own ratio” is needed, and neither is filled in.",
        "zh": "“比例”和“自定比例”至少要填一项。",
    }


@cache
def playbook() -> Playbook:
    return real_playbook()


@cache
def page(tool: str, language: str) -> Any:
    """Return the form of a calculator's page."""
    record = next(each for each in list_pages(playbook(), language) if each.path == f"a/{tool}.md")
    text = Renderer(Book(playbook(), language)).render(record)
    [form] = html.fromstring(text).find_class("tool-sheet")
    return form


@pytest.mark.parametrize("language", LANGUAGES)
@each_calculator
def test_a_page_marks_as_optional_what_may_be_left_blank(tool: str, language: str) -> None:
    wrong = []
    for path, about in fields(tool):
        marks = marks_of(page(tool, language), path, about, language)
        wanted = bool(not about.get("required") and not stands_for_another(tool, path))
        if about["type"] != "boolean" and marks != {wanted}:
            wrong.append((path, wanted, marks))
    assert wrong == []


def marks_of(form: Any, path: Sequence[str], about: Mapping[str, Any], language: str) -> set[bool]:
    """Return whether a field is marked as optional, in each row."""
    word = Book(playbook(), language).words["tool"]["optional"]
    label = about["label"][language]
    [group] = form.xpath(f'.//*[@id="i.{path[0]}"]')
    inside = './/*[@class="cells"]//legend|.//*[@class="cells"]//label/span'
    names = group.xpath("./legend|./label|./label/span" if len(path) == 1 else inside)
    found = [name for name in names if (name.text or "").strip() == label]
    return {any(span.text == word for span in name.iter("span")) for name in found}


@pytest.mark.parametrize("language", LANGUAGES)
@each_calculator
def test_a_page_shows_the_defaults_that_count(tool: str, language: str) -> None:
    marks = Book(playbook(), language).spoken.numbers
    wrong = []
    for path, about in fields(tool):
        default = about.get("default")
        if default in (None, "", [], {}, False):
            continue
        whole = ".".join(path) if len(path) == 1 else f"{path[0]}[].{path[1]}"
        wanted = default if isinstance(default, list) else [default]
        places = [f"{whole}[{number}]" for number in range(len(wanted))]
        for place, value in zip(
            places if isinstance(default, list) else [whole], wanted, strict=True
        ):
            shown = {
                shown_in(each) for each in page(tool, language).xpath(f'.//*[@data-path="{place}"]')
            }
            if shown != {typable(value, marks)}:
                wrong.append((path, value, shown))
    assert wrong == []


def shown_in(control: Any) -> str | None:
    """Return what a control says at first."""
    if control.tag == "select":
        return next(
            (str(each.get("value")) for each in control if each.get("selected") is not None), None
        )
    value = control.get("value")
    return None if value is None else str(value)


def test_a_page_offers_with_each_answer_what_the_engine_takes_with_it() -> None:
    for tool in calculators():
        formula = FORMULAS[definition(tool)["model"]]
        for path, (by, answers) in formula.choices_by.items():
            selects = page(tool, "en").xpath(f'.//select[@data-path="{path}"]')
            assert selects
            for select in selects:
                assert select.get("data-narrowed-by") == by
                offered = {
                    each.get("value"): each.get("data-with") for each in select if each.get("value")
                }
                for answer, left in answers.items():
                    assert {
                        each for each, with_ in offered.items() if answer in with_.split()
                    } == set(left)
