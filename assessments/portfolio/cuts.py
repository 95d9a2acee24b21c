"""Cut a raw value into an answer by absolute limits: those of the file, or the company's own.

The answer is the number of limits that a value reaches, so 0 reaches none and 3 reaches all three.
Limits are absolute: one more account in the list moves no other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.border.record import Record, records
from assessments.numbers.exact import exact
from assessments.portfolio.cells import MALFORMED, NA_WORDS, plain
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.definition import LEVELS
from assessments.tables.numbers import read_number

FROM, ABOVE, UP_TO = "from", "above", "up-to"

REACHES: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    FROM: lambda value, limit: value >= limit,
    ABOVE: lambda value, limit: value > limit,
    UP_TO: lambda value, limit: value <= limit,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How a value becomes an answer."""

    limits: tuple[tuple[str, Fraction], ...]
    """Of the answers 1, 2 and 3: how it is reached, and the number."""
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    minus: Fraction = Fraction(0)
    """What is taken from each value first: our average margin, where a column holds margins."""

    def level(self, value: Decimal) -> int:
        """Return the answer from 0 to 3, MALFORMED for a value that cannot be."""
        number = Fraction(value)
        if self.minimum is not None and number - self.minus < self.minimum:
            return MALFORMED
        if self.maximum is not None and number - self.minus > self.maximum:
            return MALFORMED
        return sum(REACHES[way](number - self.minus, limit) for way, limit in self.limits)

    def reader(self, decimal: str | None) -> Callable[[object], int]:
        """Return how a cell of a column with such a decimal mark becomes a level."""

        def read(cell: object) -> int:
            text = plain(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
            if not text:
                return OPEN
            if text in NA_WORDS:
                return NOT_APPLICABLE
            number = read_number(text, decimal)
            return MALFORMED if number is None else self.level(number)

        return read


def read_cut(cut: Record, value: Record, own: Record | None = None) -> Cut:
    """Return a cut of portfolio.yml with what a company sets itself: limits, minus.

    *own* limits are three numbers, reached as the file's own limits are; from, where it has none.
    Raises EngineError where they are not three, or do not go one way.
    """
    given, declared = (own or {}), records(cut.get("limits"))
    ways = [way for each in declared for way in REACHES if way in each] or [FROM] * (LEVELS - 1)
    numbers = [each[way] for each, way in zip(declared, ways, strict=False)] if declared else []
    wanted = given.get("limits", numbers or None)
    path = f"answers.{cut.get('question')}"
    if not isinstance(wanted, (list, tuple)) or len(wanted) != LEVELS - 1:
        raise _refused(path, wanted)
    found = [exact(each) for each in wanted]
    limits = [each for each in found if each is not None]
    if len(limits) < len(found) or not _one_way(ways, limits):
        raise _refused(path, ", ".join(map(str, wanted)))
    return Cut(
        limits=tuple(zip(ways, limits, strict=True)),
        minimum=exact(value.get("minimum")),
        maximum=exact(value.get("maximum")),
        minus=exact(given.get("minus", 0)) or Fraction(0),
    )


def _one_way(ways: list[str], limits: list[Fraction]) -> bool:
    falls = UP_TO in ways
    if falls and set(ways) != {UP_TO}:
        return False
    ordered = limits[::-1] if falls else limits
    return all(low < high for low, high in pairwise(ordered))


def _refused(path: str, found: object) -> EngineError:
    values = {"question": path.removeprefix("answers."), "found": quote(found)}
    return EngineError([Problem("E_CUT", path, values)])
