"""Whatever a calculator can say has a sentence in both languages, with exactly what it fills in."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from assessments import EngineError, document, score
from assessments.border.naming import named_place
from assessments.calculators.formulas import FORMULAS
from tests.calculator_results import reports, results
from tests.definitions import calculator, calculators, definition
from tests.example_inputs import LANGUAGES, examples

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
PLACE = re.compile(r"\{(\w+)(?::[^{}|]*\|[^{}|]*)?\}")

QUOTED = re.compile("“[^”]*”")

Said = tuple[str, str, frozenset[str], frozenset[str]]
"""flags, notes or working; the code; what was filled in for it; what else a sentence may quote."""

each_calculator = pytest.mark.parametrize("tool", calculators())


@each_calculator
def test_every_sentence_quotes_exactly_what_is_filled_in(tool: str) -> None:
    wrong = []
    for section, code, filled, known in said(tool):
        sentence = definition(tool).get(section, {}).get(code, {})
        for language in LANGUAGES:
            quoted = frozenset(PLACE.findall(sentence.get(language, "")))
            if not sentence.get(language) or not filled <= quoted <= filled | known:
                wrong.append((section, code, language, sorted(filled), sorted(quoted)))
    assert wrong == []


@each_calculator
def test_a_formula_fills_in_exactly_what_its_row_declares(tool: str) -> None:
    formula = FORMULAS[calculator(tool).formula]
    declared = {
        "flags": formula.flags,
        "notes": formula.notes,
        "working": {**formula.working, **formula.own_working(calculator(tool))},
    }
    wrong = [
        (section, code, sorted(filled))
        for section, code, filled, _ in said(tool)
        if filled != set(declared[section][code].split())
    ]
    assert wrong == []


@each_calculator
def test_a_formula_gives_exactly_the_results_of_its_row(tool: str) -> None:
    formula = FORMULAS[calculator(tool).formula]
    asked_for = set(formula.asked_for)
    always = set(formula.outputs) - asked_for
    assert all(always <= set(each.outputs) <= always | asked_for for each in reports(tool))
    for output in asked_for:
        assert {output in each.outputs for each in reports(tool)} == {True, False}


@each_calculator
def test_every_sentence_is_said_for_some_input(tool: str) -> None:
    spoken = {(section, code) for section, code, _, _ in said(tool)}
    written = {
        (section, code)
        for section in ("flags", "notes", "working")
        for code in definition(tool).get(section, {})
    }
    assert sorted(written - spoken - beyond_scoring(tool)) == []


@each_calculator
def test_every_error_of_a_definition_is_raised_somewhere(tool: str) -> None:
    written = set(definition(tool).get("errors", {}))
    assert sorted(written - literals() - set(given_codes(definition(tool)["inputs"]))) == []


@each_calculator
def test_every_problem_is_worded_in_both_languages(tool: str) -> None:
    wrong = [
        (english["code"], part, english[part])
        for error in results(tool)[1]
        for english, chinese in zip(words_of(error, "en"), words_of(error, "zh"), strict=True)
        for part in ("message", "hint")
        if not english[part] or english[part] == chinese[part]
    ]
    assert wrong == []


@each_calculator
def test_every_problem_names_its_field(tool: str) -> None:
    wrong = []
    for error in results(tool)[1]:
        for language in LANGUAGES:
            for problem in words_of(error, language):
                place = named_place(definition(tool), problem["path"], language)
                label = QUOTED.search(place)
                if label and label[0] not in problem["message"]:
                    wrong.append((place, problem["message"]))
    assert wrong == []


@each_calculator
def test_every_example_is_scored_in_both_languages(tool: str) -> None:
    for language in LANGUAGES:
        for example in examples(tool, language):
            report = score(definition(tool), example)
            assert document(definition(tool), report, language)


@cache
def said(tool: str) -> frozenset[Said]:
    """Return what the reports of all inputs say, each way of saying it once."""
    outputs = frozenset(each["id"] for each in definition(tool)["outputs"])
    found: set[Said] = set()
    for report in (each.as_data() for each in reports(tool)):
        for section in ("flags", "notes"):
            for code in report[section]:
                found.add((section, code, frozenset(report["facts"].get(code, {})), outputs))
        for step in report["working"]:
            found.add(("working", step["code"], frozenset(step) - {"code"}, frozenset()))
    return frozenset(found)


def words_of(error: EngineError, language: str) -> list[Mapping[str, str]]:
    """Return every problem of an error in words."""
    return error.as_data(language)["error"]["problems"]


def given_codes(specs: object) -> Iterator[str]:
    """Yield the codes that inputs give to the problems of the reader."""
    for spec in specs if isinstance(specs, list) else [specs]:
        yield from spec.get("errors", {}).values()
        yield from given_codes(spec.get("fields", []))
        yield from given_codes(spec.get("item", []))


def beyond_scoring(tool: str) -> set[tuple[str, str]]:
    """Return what is said about a file of accounts, which is read before it is scored."""
    return {("notes", "COLUMNS_IGNORED")} if tool == "resource-allocation" else set()


@cache
def literals() -> frozenset[str]:
    """Return every text that stands in the engine's sources."""
    trees = (ast.parse(file.read_text("utf-8")) for file in (ROOT / "assessments").rglob("*.py"))
    return frozenset(
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
