"""What open questions still allow, and which to ask first: for whole columns, as the engine does.

The ends are the outcomes of the completions; the question to ask is the one whose answers, on
average, leave least between them (questionnaires.bounds).
"""

from collections.abc import Iterator, Sequence

from assessments.portfolio.comparing.outcomes import Judge, Judged, summed
from assessments.portfolio.patterns import NONE, Patterns
from assessments.questionnaires.definition import LEVELS

Width = tuple[int, int]
"""What an answer leaves open: of what is to be narrowed first, and of the other."""
Columns = Sequence[Sequence[int]]
"""For each dimension a number of each account."""


class Completed:
    """For each shape of a dimension its scores with every open question answered."""

    def __init__(self, table: Patterns) -> None:
        self._table = table
        self.rest: list[int] = []
        """How many questions are open; UNREADABLE for a cell that cannot be read."""
        self.low: list[int] = []
        self.high: list[int] = []
        """The score with the lowest answers, and with the highest."""
        self._answered: dict[int, list[tuple[int, int]]] = {}

    def grow(self) -> None:
        """Take in shapes that have come since."""
        for each in self._table.measures[len(self.rest) :]:
            rest = 0 if each is None else each.applicable - each.answered
            self.rest.append(UNREADABLE if each is None else rest)
            found = (NONE, NONE) if each is None else self._ends(each.points, rest, each.applicable)
            self.low.append(found[0])
            self.high.append(found[1])

    def _ends(self, points: int, rest: int, applicable: int) -> tuple[int, int]:
        completed = self._table.completed
        return completed(points, applicable), completed(points + 3 * rest, applicable)

    def answered(self, shape: int) -> list[tuple[int, int]]:
        """Return for each answer to one open question the ends that it leaves."""
        found = self._answered.get(shape)
        if found is None:
            each = self._table.measures[shape]
            assert each is not None
            rest, points = each.applicable - each.answered - 1, each.points
            found = [self._ends(points + n, rest, each.applicable) for n in range(LEVELS)]
            self._answered[shape] = found
        return found


UNREADABLE = -1_000_000
"""Added to the number of open questions where a cell cannot be read: less than nothing."""


class Ends:
    """The accounts with open questions: their lowest and highest outcomes, and what to ask."""

    def __init__(self, judge: Judge, shapes: Columns, tables: Sequence[Completed]) -> None:
        """Take the shapes of their dimensions, and their facts."""
        self._judge, self._shapes, self._tables = judge, shapes, tables
        self._rests = [
            list(map(table.rest.__getitem__, column))
            for table, column in zip(tables, shapes, strict=True)
        ]

    def judged(self, facts: Sequence[int]) -> tuple[Judged, Judged]:
        """Return the lowest outcomes and the highest."""
        pairs = list(zip(self._tables, self._shapes, strict=True))
        low = [list(map(table.low.__getitem__, column)) for table, column in pairs]
        high = [list(map(table.high.__getitem__, column)) for table, column in pairs]
        return self._judge.of(low, facts), self._judge.of(high, facts)

    def asked(self, low: Judged, high: Judged, facts: Sequence[int]) -> list[int]:
        """Return for each account the dimension to ask about; NONE where no answer completes it."""
        outcomes = [each.has_position for each in self._judge.outcomes]
        masks = summed(
            [map((1 << place).__mul__, map(bool, rest)) for place, rest in enumerate(self._rests)]
        )
        alone = {1 << place: place for place in range(len(self._tables))}
        found: list[int] = []
        several: list[int] = []
        ends = zip(masks, low.outcomes, high.outcomes, strict=True)
        for place, (mask, worst, best) in enumerate(ends):
            if not (outcomes[worst] or outcomes[best]):
                found.append(NONE)
            elif (only := alone.get(mask)) is not None:
                found.append(only)
            else:
                found.append(NONE)
                several.append(place)
        for place, dimension in zip(
            several, self._narrowing(several, low, high, facts), strict=True
        ):
            found[place] = dimension
        return found

    def _narrowing(
        self, places: Sequence[int], low: Judged, high: Judged, facts: Sequence[int]
    ) -> Iterator[int]:
        """Yield for each of some accounts what narrows it most; of equals the first dimension."""
        best: list[tuple[Width, int]] = [((_FAR, _FAR), NONE)] * len(places)
        for dimension, rests in enumerate(self._rests):
            among = [number for number, place in enumerate(places) if rests[place]]
            chosen = [places[number] for number in among]
            widths = self._widths(dimension, chosen, low, high, facts)
            for number, width in zip(among, widths, strict=True):
                if width < best[number][0]:
                    best[number] = width, dimension
        return (dimension for _, dimension in best)

    def _widths(
        self, dimension: int, places: Sequence[int], low: Judged, high: Judged, facts: Sequence[int]
    ) -> list[Width]:
        """Return what an answer to a dimension leaves open, as bounds.most_informative does."""
        judge, table = self._judge, self._tables[dimension]
        left = [table.answered(self._shapes[dimension][place]) for place in places]
        count = len(places)
        lows = [[column[place] for place in places] * LEVELS for column in low.scores]
        highs = [[column[place] for place in places] * LEVELS for column in high.scores]
        lows[dimension] = [each[level][0] for level in range(LEVELS) for each in left]
        highs[dimension] = [each[level][1] for level in range(LEVELS) for each in left]
        held = [facts[place] for place in places] * LEVELS
        worst, best = judge.of(lows, held), judge.of(highs, held)
        ranks = [
            abs(judge.ranks[one] - judge.ranks[other])
            for one, other in zip(best.outcomes, worst.outcomes, strict=True)
        ]
        pairs = zip(judge.positions(best), judge.positions(worst), strict=True)
        positions = [one - other for one, other in pairs]
        sums = [
            summed([column[level * count : (level + 1) * count] for level in range(LEVELS)])
            for column in (ranks, positions)
        ]
        return list(zip(*(sums[::-1] if judge.model.averages else sums), strict=True))


_FAR = 10**9
"""Wider than anything is left open."""
