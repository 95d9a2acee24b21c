"""How sure results are: told once for accounts that reach the limits alike, with one outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assessments.numbers.rounding import from_tenths, tenths
from assessments.portfolio.comparing.outcomes import Judge, Judged
from assessments.questionnaires.sureness.how_sure import SAMPLES
from assessments.questionnaires.sureness.lanes import Lanes, Reached


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSure:
    """How many weightings give each band."""

    share: Decimal
    """Percent of the weightings that keep the band."""
    counts: Mapping[int, int]
    """Place of a band -> how many; none that no one gives."""


class Sure:
    """Tells how sure accounts are, and keeps it."""

    def __init__(self, judge: Judge, lanes: Lanes) -> None:
        self._judge = judge
        self._reached = _Reached(judge, lanes)
        self._lanes = lanes
        self._places: dict[tuple[Reached, int], int] = {}
        self.found: list[HowSure | None] = []
        """Of each place; None without a band."""

    def of(self, judged: Judged) -> Sequence[int]:
        """Return for each account its place in *found*."""
        varied = [judged.scores[place] for place in self._lanes.varied.weights]
        reached = map(self._reached.__getitem__, zip(*varied, strict=True))
        keys = list(zip(reached, judged.outcomes, strict=True))
        for key in set(keys) - self._places.keys():
            self._places[key] = len(self.found)
            self.found.append(self._how_sure(*key))
        return list(map(self._places.__getitem__, keys))

    def _how_sure(self, reached: Reached, place: int) -> HowSure | None:
        outcome = self._judge.outcomes[place]
        band = None if outcome.evaluation is None else outcome.evaluation.band
        if band is None:
            return None
        counts = self._lanes.bands(reached, outcome.banded)
        share = from_tenths(tenths(100 * counts.get(band, 0), SAMPLES))
        return HowSure(share=share, counts=counts)


class _Reached(dict[tuple[int, ...], Reached]):
    """Places of the scores of the varied dimensions -> how many weightings reach each limit."""

    def __init__(self, judge: Judge, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self._tables = [(place, judge.tables[place]) for place in lanes.varied.weights]

    def __missing__(self, scores: tuple[int, ...]) -> Reached:
        pairs = zip(self._tables, scores, strict=True)
        readable = {place: table.scored[score][1] for (place, table), score in pairs if score >= 0}
        # Where a cell cannot be read nothing is reached, and nobody asks.
        found = self._lanes.reached(readable) if len(readable) == len(scores) else ()
        self[scores] = found
        return found
