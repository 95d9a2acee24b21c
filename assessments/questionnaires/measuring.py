"""Measure a dimension: from the levels of its questions to a score, or to the reason for none."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assessments.numbers.rounding import from_scaled, from_tenths, scaled, tenths
from assessments.questionnaires.answers import NOT_APPLICABLE, Levels
from assessments.questionnaires.definition import Definition

OK = "ok"
NA = "na"
INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What the answers of one dimension add up to."""

    status: str
    """OK, NA or INSUFFICIENT."""
    points: int
    answered: int
    applicable: int
    items: int
    tenths: int
    """The rounded score in tenths of a point; -1 unless the status is OK."""

    @property
    def ok(self) -> bool:
        """Whether the dimension has a score."""
        return self.tenths >= 0

    @property
    def unrounded(self) -> Decimal:
        """The score with four decimals, as the working shows it."""
        return from_scaled(scaled(100 * self.points, 3 * self.answered, 4), 4)

    @property
    def exact(self) -> bool:
        """Whether four decimals are enough for the score."""
        return 1_000_000 * self.points % (3 * self.answered) == 0

    @property
    def score(self) -> Decimal | None:
        """The rounded score, where there is one."""
        return from_tenths(self.tenths) if self.ok else None


Measures = tuple[Measure, ...]
"""For each dimension of a definition what its answers add up to."""


@lru_cache(maxsize=8192)
def measure(levels: Levels) -> Measure:
    """score = 100 * points / (3 * answered), from 0 to 100.

    All n/a: no score, na. More than half n/a, or less than 75% of the applicable questions
    answered: no score, insufficient.
    """
    given = [level for level in levels if level >= 0]
    applicable = len(levels) - levels.count(NOT_APPLICABLE)
    points, answered, items = sum(given), len(given), len(levels)
    if applicable == 0:
        status = NA
    elif 2 * (items - applicable) > items or 4 * answered < 3 * applicable:
        status = INSUFFICIENT
    else:
        status = OK
    return Measure(
        status=status,
        points=points,
        answered=answered,
        applicable=applicable,
        items=items,
        tenths=tenths(100 * points, 3 * answered) if status == OK else -1,
    )


def measure_all(definition: Definition, levels: Levels) -> Measures:
    """Return what each dimension adds up to."""
    return tuple([measure(levels[each.start : each.stop]) for each in definition.dimensions])
