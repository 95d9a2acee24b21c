"""What accounts share that compare alike with all limits: worked out once, by the engine.

Dimensions stand by the places of their scores (portfolio.patterns); -1 is a cell that cannot be
read. Sums and comparisons are those of the engine, for whole columns at once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import lcm
from operator import add

from assessments.numbers.rounding import tenths
from assessments.portfolio.cells import Facts
from assessments.portfolio.patterns import NONE, Patterns
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.measuring import INSUFFICIENT, NA, OK, Measure
from assessments.questionnaires.parts import Threshold

STATES = (OK, NA, INSUFFICIENT, "malformed")
MOST_TENTHS = 1000


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Everything but the numbers of accounts that compare alike; told of one of them."""

    model: Model
    case: Case
    evaluation: Evaluation | None
    """None where a cell cannot be read: nothing is worked out, and nothing is guessed."""

    @cached_property
    def results(self) -> Mapping[str, object]:
        """The results by their keys; numbers are those of the example."""
        return {} if self.evaluation is None else self.model.results(self.case, self.evaluation)

    @cached_property
    def flags(self) -> str | None:
        """Codes with a space between them."""
        if self.evaluation is None:
            return None
        return " ".join([each.code for each in self.model.flags(self.case, self.evaluation)])

    @property
    def has_position(self) -> bool:
        """Whether there is a result at all."""
        return self.evaluation is not None and self.evaluation.position >= 0

    def banded(self, mean: int) -> int:
        """Return the place of the band that another value of the varied mean gives, in tenths."""
        assert self.model.banded is not None
        assert self.evaluation is not None
        return self.model.banded(self.case, self.evaluation, mean)


class Mean(dict[int, int]):
    """A weighted mean: its numerator, and the weights that it is divided by -> tenths."""

    def __init__(self, weights: Mapping[int, int], common: int, zones: Sequence[int]) -> None:
        """Begin; *common* is a multiple of all possible counts of answers."""
        super().__init__()
        self._weights, self._common = weights, common
        self.zones = zones
        """Tenths -> how many limits are reached, as a part of a key."""
        self.parts: Mapping[int, list[int]] = {place: [0] for place in weights}
        """For each dimension what its scores add; the last is for cells that cannot be read."""
        self._divisor = 1 << (300 * common * sum(weights.values())).bit_length()
        """What weights are multiplied by in a sum: more than any numerator."""

    def part(self, place: int, each: Measure) -> int:
        """Return what a score of a dimension adds to the sum, with its weight; 0 without one."""
        if not each.ok:
            return 0
        share = 100 * each.points * (self._common // each.answered)
        return self._weights[place] * (share + self._divisor)

    def of(self, scores: Sequence[Sequence[int]]) -> list[int]:
        """Return the mean of each account in tenths; anything where no dimension has a score."""
        parts = (map(each.__getitem__, scores[place]) for place, each in self.parts.items())
        return list(map(self.__getitem__, summed(parts)))

    def __missing__(self, total: int) -> int:
        weights, numerator = divmod(total, self._divisor)
        self[total] = found = tenths(numerator, 3 * self._common * weights) if weights else 0
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The outcomes of some accounts, in their order."""

    scores: Sequence[Sequence[int]]
    """For each dimension the place of the score of each account."""
    outcomes: Sequence[int]
    """For each account its place among the outcomes of the judge."""
    means: Mapping[str, Sequence[int]]
    """Those that are compared: in tenths; without meaning where the outcome has no such number."""


class Judge:
    """Finds the outcomes of accounts, and keeps each."""

    def __init__(
        self,
        definition: Definition,
        model: Model,
        tables: Sequence[Patterns],
        facts: Sequence[Facts],
    ) -> None:
        """Begin; *facts* are what the codes of facts stand for, and more may come."""
        assert model.comparisons is not None
        self.definition, self.model, self.tables = definition, model, tables
        self.comparisons = model.comparisons(definition)
        self.facts = facts
        self.outcomes: list[Outcome] = []
        self.ranks: list[int] = []
        """For each outcome how good it is; -1 without one."""
        self._places: dict[int, int] = {}
        self._radix = 1
        self._limits = {place: self._limits_of(place) for place in range(len(tables))}
        self._sizes = [self._taken(4 * (len(each) + 1)) for each in self._limits.values()]
        self._codes: list[list[int]] = [[3 * size] for size in self._sizes]
        most = max(each.stop - each.start for each in definition.dimensions)
        self.means = {
            name: Mean(weights, lcm(*range(1, most + 1)), self._zones(name))
            for name, weights in self.comparisons.means.items()
        }
        self.unreadable: list[bool] = []
        """For each outcome whether it is that of a cell that cannot be read."""
        self._lacks: Mapping[str, list[bool]] = {name: [] for name in self.means}
        """For each outcome whether it has no such number."""
        self._compared = [name for name in self.means if self._limits_of(name)]

    def _limits_of(self, compared: str | int) -> list[int]:
        return sorted({limit for what, limit in self.comparisons.limits if what == compared})

    def _taken(self, count: int) -> int:
        """Return what a part of a key is multiplied by that has so many values."""
        found, self._radix = self._radix, self._radix * count
        return found

    def _zones(self, mean: str) -> list[int]:
        limits = self._limits_of(mean)
        size = self._taken(len(limits) + 1)
        return [size * bisect_right(limits, value) for value in range(MOST_TENTHS + 1)]

    def of(self, scores: Sequence[Sequence[int]], facts: Sequence[int]) -> Judged:
        """Return the outcome of each account, by its scores and the code of its facts."""
        self._grow()
        means = {name: self.means[name].of(scores) for name in self._compared}
        pairs = zip(self._codes, scores, strict=True)
        found = summed(
            [
                map(self._radix.__mul__, facts),
                *(map(codes.__getitem__, column) for codes, column in pairs),
                *(map(self.means[n].zones.__getitem__, each) for n, each in means.items()),
            ]
        )
        for key in set(found) - self._places.keys():
            place = found.index(key)
            self._add(key, [column[place] for column in scores], self.facts[facts[place]])
        outcomes = list(map(self._places.__getitem__, found))
        return Judged(scores=scores, outcomes=outcomes, means=means)

    def _grow(self) -> None:
        """Take in scores that have come since."""
        for place, (table, codes) in enumerate(zip(self.tables, self._codes, strict=True)):
            for _, each in table.scored[len(codes) - 1 :]:
                zone = bisect_right(self._limits[place], each.tenths) if each.ok else 0
                state = STATES.index(each.status)
                codes.insert(-1, self._sizes[place] * (4 * zone + state))
                for mean in self.means.values():
                    if place in mean.parts:
                        mean.parts[place].insert(-1, mean.part(place, each))

    def _add(self, key: int, scores: Sequence[int], facts: Facts) -> None:
        """Work an outcome out, of the first account that has it."""
        readable = facts is not None and NONE not in scores
        pairs = zip(self.tables, scores if readable else (), strict=False)
        case = self._example([table.scored[score][1] for table, score in pairs], facts or ())
        evaluation = self.model.evaluate(case) if readable else None
        self._places[key] = len(self.outcomes)
        self.outcomes.append(Outcome(model=self.model, case=case, evaluation=evaluation))
        self.ranks.append(-1 if evaluation is None else evaluation.rank)
        self.unreadable.append(evaluation is None)
        for name, lacks in self._lacks.items():
            lacks.append(evaluation is None or evaluation.numbers.get(name) is None)

    def _example(self, measures: Sequence[Measure], facts: tuple[str, ...] = ()) -> Case:
        """Return a case with such dimensions; nothing looks at its answers."""
        return Case(
            definition=self.definition,
            levels=(),
            measures=tuple(measures),
            flags=frozenset(facts),
        )

    def thresholds(self, measures: Sequence[Measure]) -> Sequence[Threshold]:
        """Return the limits, with the distances of such dimensions."""
        case = self._example(measures)
        return self.model.thresholds(case, self.model.evaluate(case))

    def mean(self, name: str, judged: Judged) -> Sequence[int]:
        """Return a mean of each account in tenths; NONE where its outcome has no such number."""
        values = judged.means.get(name) or self.means[name].of(judged.scores)
        return _without(self._lacks[name], values, judged)

    def compared(self, dimension: int, judged: Judged) -> Sequence[int]:
        """Return the place of the score of a dimension; NONE where a cell cannot be read."""
        return _without(self.unreadable, judged.scores[dimension], judged)

    def positions(self, judged: Judged) -> Sequence[int]:
        """Return how far along the scale each account is; NONE without a result."""
        return self.mean(self.comparisons.position, judged)


def _without(lacks: Sequence[bool], values: Sequence[int], judged: Judged) -> Sequence[int]:
    """Return values with NONE for accounts whose outcome lacks them."""
    if not any(map(lacks.__getitem__, judged.outcomes)):
        return values
    pairs = zip(values, judged.outcomes, strict=True)
    return [NONE if lacks[outcome] else value for value, outcome in pairs]


def summed(columns: Iterable[Iterable[int]]) -> list[int]:
    """Return the sum of each account."""
    return list(reduce(lambda one, other: map(add, one, other), columns))
