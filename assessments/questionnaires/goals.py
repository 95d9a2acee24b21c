"""The ways to a better result, as what must be gained: the next step is searched among them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.numbers.rounding import least_numerator
from assessments.questionnaires.composite import Composite
from assessments.questionnaires.measuring import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One way to a better result: everything in it must come true."""

    steps: Mapping[int, int] = field(default_factory=dict)
    """Place of a dimension -> least number of levels to gain in it."""
    composite: Composite | None = None
    missing: int = 0
    """What the composite's numerator must gain."""
    questions: frozenset[int] = frozenset()
    """Places of questions that must improve, because a gate hangs on them."""
    barred: frozenset[int] = frozenset()
    """Places of questions that must not be touched, because a gate waits for them."""


def levels_missing(measure: Measure, limit: int) -> int | None:
    """Return how many levels a dimension lacks to a limit in tenths; None where it has no score."""
    if not measure.ok:
        return None
    missing = least_numerator(limit, 3 * measure.answered) - 100 * measure.points
    return max(0, -(-missing // 100))
