"""The answers of one dimension, seen once for each pattern: what the whole account hangs on.

Three numbers stand for them, each less fine than the one before: the place of the pattern; its
shape, which it shares with the patterns that leave open as much; its score, which it shares with
those that give the same results while nothing is added.
"""

from collections.abc import Iterator
from math import gcd

from assessments.portfolio.cells import MALFORMED
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN, Levels
from assessments.questionnaires.definition import Definition, Dimension
from assessments.questionnaires.measuring import Measure, measure

NONE = -1
"""The score of a shape with a cell that holds no answer; the place of an open question."""


class Patterns(dict[Levels, int]):
    """Levels of the questions of one dimension -> the place of the pattern."""

    def __init__(self, dimension: Dimension, *, whole: bool) -> None:
        super().__init__()
        self.dimension = dimension
        self.whole = whole
        """Whether a gate hangs on a question, so that each pattern is a shape of its own."""
        self.levels: list[Levels] = []
        self.shapes: list[int] = []
        """For each pattern its shape."""
        self.first_open: list[int] = []
        """For each pattern the place of its first open question among all questions, or NONE."""
        self.examples: list[Levels] = []
        """For each shape the levels of its first pattern."""
        self.measures: list[Measure | None] = []
        """For each shape what it adds up to; None where a cell holds no answer."""
        self.scores: list[int] = []
        """For each shape its score, or NONE."""
        self.scored: list[tuple[Levels, Measure]] = []
        """For each score an example."""
        self._by_shape: dict[tuple[object, ...], int] = {}
        self._by_score: dict[tuple[object, ...], int] = {}
        self._completed: dict[tuple[int, int], int] = {}

    def __missing__(self, levels: Levels) -> int:
        self[levels] = place = len(self.levels)
        self.levels.append(levels)
        self.shapes.append(self._shape(levels))
        is_open = OPEN in levels and MALFORMED not in levels
        self.first_open.append(self.dimension.start + levels.index(OPEN) if is_open else NONE)
        return place

    def _shape(self, levels: Levels) -> int:
        found = None if MALFORMED in levels else measure(levels)
        key = (
            levels
            if self.whole
            else (found.points, found.answered, found.applicable)
            if found
            else ()
        )
        if key not in self._by_shape:
            self._by_shape[key] = len(self.examples)
            self.examples.append(levels)
            self.measures.append(found)
            self.scores.append(self._score(levels, found) if found else NONE)
        return self._by_shape[key]

    def _score(self, levels: Levels, each: Measure) -> int:
        if self.whole:
            key: tuple[object, ...] = levels
        elif each.ok:
            common = gcd(each.points, each.answered)
            key = (each.points // common, each.answered // common)
        else:
            key = (each.status,)
        if key not in self._by_score:
            self._by_score[key] = len(self.scored)
            self.scored.append((levels, each))
        return self._by_score[key]

    def completed(self, points: int, applicable: int) -> int:
        """Return the score once every applicable question is answered, with so many points in all.

        A completion is never n/a, so what is applicable stays.
        """
        found = self._completed.get((points, applicable))
        if found is None:
            given = [min(3, max(0, points - 3 * place)) for place in range(applicable)]
            items = self.dimension.stop - self.dimension.start
            levels = (*given, *[NOT_APPLICABLE] * (items - applicable))
            found = self._score(levels, measure(levels))
            self._completed[points, applicable] = found
        return found


def patterns_of(definition: Definition) -> Iterator[Patterns]:
    """Yield the empty table of each dimension."""
    gated = {definition.owners[g.question] for g in definition.gates if g.question is not None}
    for place, dimension in enumerate(definition.dimensions):
        yield Patterns(dimension, whole=place in gated)
