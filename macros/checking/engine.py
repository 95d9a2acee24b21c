"""Rules that only the engine can tell: a definition can be scored, and its examples work."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from assessments import EngineError, score
from assessments.border.problems import Problem as EngineProblem
from assessments.border.problems import Sentences, said_problem
from assessments.calculators.calculating import CALCULATORS
from assessments.documents.document import document
from assessments.questionnaires.prove import prove
from assessments.words import FIRST_LANGUAGE
from macros.files import Files, Rule
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted
from macros.values import Data, did_you_mean, in_language

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def models_exist(files: Files) -> Iterator[Problem]:
    """A calculator names a formula that the engine has."""
    for tool in files.of("calculator"):
        for path, name in tool.each("model"):
            if name not in CALCULATORS:
                message = f"the engine has no formula '{name}'"
                yield tool.source.problem(path, message, did_you_mean(name, tuple(CALCULATORS)))


def definitions_are_proved(files: Files) -> Iterator[Problem]:
    """The engine takes a definition, and nothing in it is unreachable, dead or without effect."""
    for tool in files.of("assessment"):
        yield from _proved(tool)


@lru_cache(maxsize=256)
def _proved(tool: Fitted) -> tuple[Problem, ...]:
    return tuple(problem for _, raw in tool.each() for problem in _told(prove(raw), tool, ()))


def examples_work(files: Files) -> Iterator[Problem]:
    """Every example of a calculator gives a report in every language."""
    for tool in files.of("calculator"):
        yield from _examples_tried(tool, files.languages)


@lru_cache(maxsize=256)
def _examples_tried(tool: Fitted, languages: tuple[str, ...]) -> tuple[Problem, ...]:
    return tuple(
        problem
        for _, definition in tool.each()
        if definition["model"] in CALCULATORS
        for index, example in enumerate(definition["examples"])
        for language in languages
        for problem in _tried(
            tool,
            ("examples", index, "input"),
            definition,
            in_language(example["input"], language, languages),
            language,
        )
    )


def _tried(
    tool: Fitted, path: Path, definition: Data, given: object, language: str
) -> Iterator[Problem]:
    try:
        report = score(definition, given)
        document(definition, report, language)
    except EngineError as error:
        yield from _told(error.problems, tool, path, error.sentences)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        # A definition that lacks what its formula reads fails in the formula, wherever that may be.
        name = definition["model"]
        message = f"the formula '{name}' cannot use this: {type(error).__name__}: {error}"
        file = f"assessments/calculators/formulas/{name.replace('-', '_')}.py"
        hint = f"compare inputs, parameters, working, flags and notes with {file}"
        yield tool.source.problem(path, message, hint)
    else:
        results = report.as_data()
        for at, name in tool.each("outputs", "*", "id"):
            if name not in results:
                message = f"the formula gives no result '{name}'"
                yield tool.source.problem(at, message, did_you_mean(name, sorted(results)))


def _told(
    problems: Iterable[EngineProblem],
    tool: Fitted,
    within: Path,
    sentences: Sentences | None = None,
) -> Iterator[Problem]:
    for problem in problems:
        said = said_problem(problem, FIRST_LANGUAGE, sentences or {})
        path = (*within, *read_path(problem.path))
        yield tool.source.problem(path, str(said["message"]), str(said["hint"]))


def read_path(text: str) -> Path:
    """Return the path that the engine writes as dimensions[0].weight."""
    return tuple(int(number) if number else key for key, number in STEP.findall(text))


ENGINE_RULES: tuple[Rule, ...] = (
    models_exist,
    definitions_are_proved,
    examples_work,
)
