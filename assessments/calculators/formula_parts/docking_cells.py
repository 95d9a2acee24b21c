"""The cells of a docking matrix: where a level and a function of both organisations meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.calculators.values import Values, number, optional_whole, text, truth, whole

IN_TIME, LATE, UNKNOWN, ONE_SIDE, EMPTY = "in_time", "late", "unknown", "one_side", "empty"
POINTS = {
    IN_TIME: Fraction(1),
    LATE: Fraction(1, 2),
    UNKNOWN: Fraction(1, 2),
    ONE_SIDE: Fraction(1, 4),
    EMPTY: Fraction(0),
}
"""State of a cell -> its score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One meeting point of a level and a function."""

    level: str
    function: str
    owner: str
    counterpart: str
    state: str
    backup: bool
    weight: Fraction

    @property
    def score(self) -> Fraction:
        """From 0 to 1."""
        return POINTS[self.state]

    @property
    def linked(self) -> bool:
        """Whether both sides have a name."""
        return self.score >= POINTS[LATE]


Cells = Sequence[Cell]


def read_cell(row: Values) -> Cell:
    """Return a cell with its state."""
    named = bool(text(row, "owner")) + bool(text(row, "counterpart"))
    last = optional_whole(row, "last_days")
    if named < 2:
        state = ONE_SIDE if named else EMPTY
    elif last is None:
        state = UNKNOWN
    else:
        state = IN_TIME if last <= whole(row, "cadence_days") else LATE
    return Cell(
        level=text(row, "level"),
        function=text(row, "function"),
        owner=text(row, "owner"),
        counterpart=text(row, "counterpart"),
        state=state,
        backup=truth(row, "backup"),
        weight=number(row, "weight"),
    )


def weighed(cells: Cells) -> Fraction:
    """sum(weight * score)"""
    return sum((cell.weight * cell.score for cell in cells), Fraction(0))


def weight_of(cells: Cells) -> Fraction:
    """Return the sum of the weights."""
    return sum((cell.weight for cell in cells), Fraction(0))


def coverage_of(cells: Cells) -> Fraction:
    """sum(weight * score) / sum(weight), from 0 to 1."""
    return weighed(cells) / weight_of(cells)
