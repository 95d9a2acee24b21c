"""Rules that only the engine can tell: a definition can be scored, and its examples work."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from assessments import EngineError, score
from assessments.calculators.calculating import calculate, read_calculator
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.definition_reader import unknown_formula
from assessments.calculators.formulas import FORMULAS
from assessments.documents.document import document
from assessments.questionnaires.prove import prove
from macros.checking.engine_problems import told
from macros.files import Files, Rule
from macros.problems import Path, Problem
from macros.schema.fitted import Fitted
from macros.values import in_language


def definitions_are_proved(files: Files) -> Iterator[Problem]:
    """The engine takes a definition, and nothing in it is unreachable, dead or without effect."""
    for tool in files.of("assessment"):
        yield from proved(tool)


@lru_cache(maxsize=256)
def proved(tool: Fitted) -> tuple[Problem, ...]:
    """Return what the engine proves wrong in one assessment whose shape is right."""
    return tuple(problem for _, raw in tool.each() for problem in told(prove(raw), tool))


def formulas_exist(files: Files) -> Iterator[Problem]:
    """A calculator names a formula that the engine has, whatever else is still to be written."""
    for tool in files.of("calculator"):
        for _, name in tool.each("model"):
            if name not in FORMULAS:
                yield from told([unknown_formula(name, FORMULAS)], tool)


def calculators_fit_their_formulas(files: Files) -> Iterator[Problem]:
    """A formula can use the definition that names it, and nothing in it is read by nobody."""
    for tool in files.of("calculator"):
        yield from _calculator(tool)[1]


@lru_cache(maxsize=256)
def _calculator(tool: Fitted) -> tuple[CalculatorDefinition | None, tuple[Problem, ...]]:
    """Return a calculator ready to use, or why it is not; neither where its shape is wrong."""
    for _, raw in tool.each():
        try:
            return read_calculator(raw), ()
        except EngineError as error:
            return None, tuple(told(error.problems, tool, (), error.sentences))
    return None, ()


def examples_work(files: Files) -> Iterator[Problem]:
    """Every example of a calculator gives a report in every language."""
    for tool in files.of("calculator"):
        yield from _examples_tried(tool, files.languages)


@lru_cache(maxsize=256)
def _examples_tried(tool: Fitted, languages: tuple[str, ...]) -> tuple[Problem, ...]:
    calculator, _ = _calculator(tool)
    if calculator is None:
        return ()
    return tuple(
        problem
        for path, example in tool.each("examples", "*", "input")
        for language in languages
        for problem in _tried(
            tool, path, calculator, in_language(example, language, languages), language
        )
    )


@lru_cache(maxsize=1024)
def result_of(tool: Fitted, number: int, languages: tuple[str, ...]) -> Mapping[str, object]:
    """Return what the engine gives for an example of a calculator; nothing where it cannot."""
    calculator, _ = _calculator(tool)
    for _, example in tool.each("examples", number, "input"):
        if calculator is not None:
            try:
                return calculate(calculator, in_language(example, languages[0], languages)).outputs
            except EngineError:
                # Told by examples_work.
                return {}
    return {}


def _tried(
    tool: Fitted, path: Path, calculator: CalculatorDefinition, given: object, language: str
) -> Iterator[Problem]:
    try:
        document(calculator.raw, score(calculator, given), language)
    except EngineError as error:
        yield from told(error.problems, tool, path, error.sentences)


ENGINE_RULES: tuple[Rule, ...] = (
    definitions_are_proved,
    formulas_exist,
    calculators_fit_their_formulas,
    examples_work,
)
