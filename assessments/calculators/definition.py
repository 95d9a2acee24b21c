"""A calculator in memory: its inputs, outputs, parameters, bands and sentences, ready to use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from assessments.calculators.inputs import Input, Option, Words
from assessments.calculators.values import Values, number

MOST_DECIMALS = 6
"""Of a number that is shown."""

OUTPUT_KINDS = ("number", "text", "choice", "table", "list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One result of a calculator, or a column of one that is a table."""

    id: str
    kind: str
    """One of OUTPUT_KINDS."""
    label: Words
    unit: Words = field(default_factory=dict)
    decimals: int | None = None
    options: tuple[Option, ...] = ()
    """Values that have words of their own."""
    meaning: Words = field(default_factory=dict)
    columns: tuple["Output", ...] = ()
    """Of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A named stretch of a result."""

    id: str
    minimum: Fraction | None
    """From here on; None for one that has no limit."""
    title: Words
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What to do next after a band, a flag or a note."""

    when: str
    """A band, a flag, a note, a result, or ALWAYS."""
    module: str
    text: Words


ALWAYS = "always"
"""An action that follows wherever a figure was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatorDefinition:
    """What one file of playbook_data/calculators says, read and proved."""

    id: str
    formula: str
    """The name of the formula that calculates it."""
    title: Words
    fingerprint: Mapping[str, str]
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    parameters: Values
    """Exact numbers, words, lists and tables that the author of a tool sets for its formula."""
    bands: tuple[Band, ...]
    flags: Mapping[str, Words]
    notes: Mapping[str, Words]
    working: Mapping[str, Words]
    """Code -> the sentence that the tool says."""
    errors: Mapping[str, Mapping[str, Words]]
    """Code -> message and hint, where the tool words a problem itself."""
    wrong_type: str
    """The tool's code for a value of the wrong type."""
    actions: tuple[Action, ...]
    picture: str
    """The name of its picture; empty where it has none."""
    picture_title: Words
    raw: Mapping[str, object]
    """The definition as it was given, for the places that its problems name."""

    def number(self, name: str) -> Fraction:
        """Return a number among the parameters."""
        return number(self.parameters, name)

    def input(self, name: str) -> Input:
        """Return the input with an id."""
        return next(each for each in self.inputs if each.id == name)

    @property
    def numbers(self) -> tuple[Output, ...]:
        """Return the outputs that are numbers; the first of them sums the whole up."""
        return tuple(output for output in self.outputs if output.kind == "number")

    @property
    def band_ids(self) -> tuple[str, ...]:
        """Return the bands from low to high."""
        return tuple(band.id for band in self.bands)

    def band_at(self, value: Decimal | int | Fraction) -> str:
        """Return the highest band whose lower limit the value reaches; one without any is lowest.

        Empty where the value reaches none.
        """
        reached = [
            band.id
            for band in self.bands
            if band.minimum is None or Fraction(value) >= band.minimum
        ]
        return reached[-1] if reached else ""

    def lower_band(self, one: str, other: str) -> str:
        """Return the lower of two bands."""
        return min(one, other, key=self.band_ids.index)
