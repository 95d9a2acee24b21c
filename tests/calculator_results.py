"""What every calculator answers to its examples, to rare inputs and to random ones."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assessments import EngineError
from assessments.calculators.calculating import calculate
from assessments.calculators.report import CalculatorReport
from tests.definitions import calculator, definition
from tests.example_inputs import LANGUAGES, examples
from tests.random_inputs import random_inputs

RARE = json.loads((Path(__file__).parent / "cases" / "rare_sentences.json").read_text("utf-8"))
"""Tool -> inputs that make it say what examples and random inputs leave unsaid."""
RANDOM_INPUTS = 200


def reports(tool: str) -> list[CalculatorReport]:
    """Return the reports of all inputs that are right."""
    return results(tool)[0]


@cache
def results(tool: str) -> tuple[list[CalculatorReport], list[EngineError]]:
    """Return the reports and the errors of all inputs."""
    found, errors = [], []
    for given in inputs(tool):
        try:
            found.append(calculate(calculator(tool), given))
        except EngineError as error:
            errors.append(error)
    return found, errors


def inputs(tool: str) -> Iterator[object]:
    """Yield the examples in both languages, the rare inputs and random ones."""
    for language in LANGUAGES:
        yield from examples(tool, language)
    yield from RARE.get(tool, [])
    yield from random_inputs(definition(tool), RANDOM_INPUTS)
