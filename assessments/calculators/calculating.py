"""Turn the input of a calculator into its report: read, calculate, explain."""

from collections.abc import Iterator, Mapping

from assessments.border.problems import EngineError, Places, Problem
from assessments.border.step import Step
from assessments.calculators.definition import ALWAYS, CalculatorDefinition
from assessments.calculators.definition_reader import read_definition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formulas import FORMULAS
from assessments.calculators.input_reader import Rules, read_inputs
from assessments.calculators.report import NO_MONEY, CalculatorReport, Money
from assessments.calculators.values import Values


def read_calculator(raw: Mapping[str, object]) -> CalculatorDefinition:
    """Return a calculator ready to use, or raise every problem of its definition."""
    return read_definition(raw, FORMULAS)


def calculate(definition: CalculatorDefinition, given: object) -> CalculatorReport:
    """Return the report of one input, or raise every problem of it."""
    formula = FORMULAS[definition.formula]
    try:
        values = read_inputs(
            definition.inputs,
            given,
            Rules(
                wrong_type=definition.wrong_type,
                checks=formula.checks,
                files=formula.files,
                across=lambda values: _across(formula, values, definition),
            ),
        )
        outcome = formula.calculate(values, definition)
    except EngineError as error:
        raise EngineError(error.problems, definition.errors, definition.raw) from None
    return _report(definition, formula, outcome, _money(formula, values))


def _across(
    formula: Formula, values: Values, definition: CalculatorDefinition
) -> Iterator[Problem]:
    """Yield what is wrong with several inputs together."""
    first, *others = formula.one_of or ("",)
    if others and all(values[name] is None for name in formula.one_of):
        yield Problem("E_MISSING", first, {"whole": Places(tuple(others))}, "either")
    yield from formula.across(values, definition)


def _report(
    definition: CalculatorDefinition, formula: Formula, outcome: Outcome, money: Money
) -> CalculatorReport:
    found = (*outcome.flags, *outcome.notes)
    codes = set(_words_of(outcome)) | ({ALWAYS} if _has_figures(definition, outcome) else set())
    return CalculatorReport(
        definition=definition,
        outputs=outcome.outputs,
        flags=tuple(_code(flag) for flag in outcome.flags),
        notes=tuple(_code(note) for note in outcome.notes),
        facts={each.code: each.values for each in found if isinstance(each, Step)},
        working=outcome.working,
        actions=tuple(action for action in definition.actions if action.when in codes),
        picture=outcome.picture,
        high_is_good=formula.high_is_good,
        money=money,
        whole=outcome.whole,
    )


def _money(formula: Formula, values: Values) -> Money:
    """Return the currency or the unit that was given, and which amounts carry it."""
    code, unit = (str(values.get(name) or "") for name in ("currency", "unit"))
    return Money(code=code, unit=unit, names=frozenset(formula.money)) if code or unit else NO_MONEY


def _words_of(outcome: Outcome) -> Iterator[str]:
    """Yield the bands, results, flags and notes that an action can follow."""
    yield from (value for value in outcome.outputs.values() if isinstance(value, str))
    yield from (_code(each) for each in (*outcome.flags, *outcome.notes))


def _has_figures(definition: CalculatorDefinition, outcome: Outcome) -> bool:
    """Return whether any number was found; without one there is nothing to work with."""
    numbers = definition.numbers
    return not numbers or any(outcome.outputs.get(each.id) is not None for each in numbers)


def _code(each: str | Step) -> str:
    return each if isinstance(each, str) else each.code
