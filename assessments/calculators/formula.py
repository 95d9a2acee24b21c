"""A formula as one row: how it calculates, what it needs of a definition and how to tell it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.input_reader import Check, FileReader
from assessments.calculators.needs import Need
from assessments.calculators.values import Values

Sentences = Mapping[str, str]
"""Code -> the names of the values that its sentence may quote, with blanks between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of one calculation."""

    outputs: Mapping[str, object]
    """Output id -> rounded value, None where nothing can be said.

    Those that an optional input asks for are left out where it is not given.
    """
    flags: tuple[str | Step, ...] = ()
    notes: tuple[str | Step, ...] = ()
    """Codes; a step where the sentence quotes more than the outputs."""
    working: tuple[Step, ...] = ()
    picture: Mapping[str, object] | None = None
    """The data of the tool's picture; None where it has none."""
    whole: Decimal | int | None = None
    """What the first number is a part of, for the sentence that tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """One way to calculate."""

    name: str
    """What a definition writes under `model`."""
    calculate: Callable[[Values, CalculatorDefinition], Outcome]
    inputs: Mapping[str, Need]
    parameters: Mapping[str, Need] = field(default_factory=dict)
    outputs: Mapping[str, str | tuple[str, ...]]
    """Output -> its kind; of a table, the columns of its rows."""
    asked_for: tuple[str, ...] = ()
    """Outputs that an optional input asks for, and that are left out without it."""
    money: tuple[str, ...] = ()
    """Outputs, columns of tables and values of sentences that are amounts of money."""
    bands: tuple[str, ...] = ()
    """Bands that the formula gives by their names."""
    by_limits: bool = False
    """Whether it looks up by the limits of bands in which of them a result lies."""
    flags: Sentences = field(default_factory=dict)
    notes: Sentences = field(default_factory=dict)
    working: Sentences
    own_working: Callable[[CalculatorDefinition], Sentences] = lambda _: {}
    """Sentences whose codes depend on the parameters."""
    errors: Sentences = field(default_factory=dict)
    """Problems for which the engine has no words."""
    checks: Mapping[str, Check] = field(default_factory=dict)
    """Input, without positions -> the formula's own rule for it: accounts[].class."""
    across: Callable[[Values, CalculatorDefinition], Iterable[Problem]] = lambda *_: ()
    """The rule that joins several inputs."""
    one_of: tuple[str, ...] = ()
    """Inputs of which one is needed, whichever it is."""
    one_in_each: tuple[str, ...] = ()
    """Fields of rows, such as events[].date, of which each row has one."""
    needed_with: Mapping[str, str] = field(default_factory=dict)
    """Input -> the field of a row, such as events[].date, with which alone it is needed."""
    choices_by: Mapping[str, tuple[str, Mapping[str, Sequence[str]]]] = field(default_factory=dict)
    """Choice, without positions -> the earlier one that narrows it, and what each answer leaves."""
    files: Mapping[str, FileReader] = field(default_factory=dict)
    """Table -> how it is read where it is given as the text of a file."""
    proofs: Callable[[CalculatorDefinition], Iterable[Problem]] = lambda _: ()
    """What else the formula asks of a definition."""
    picture: str = ""
    """The picture whose data it gives."""
    high_is_good: bool = True
    """Whether the last band is the best one."""
