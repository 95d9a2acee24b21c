"""What the codes of columns stand for, where accounts were judged by comparisons."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from assessments.numbers.rounding import from_tenths
from assessments.portfolio.coded import MALFORMED_WORD, Growing, Near, nearest_of
from assessments.portfolio.comparing.outcomes import MOST_TENTHS, Judge, Outcome
from assessments.portfolio.comparing.sureness import HowSure, Sure
from assessments.questionnaires.answers import OPEN
from assessments.questionnaires.measuring import Measure, measure
from assessments.questionnaires.sureness.lanes import Lanes

MEAN, SCORE, COMPARED, OUTCOME = "mean", "score", "compared", "outcome"
OPEN_COUNT, SURE = "open", "sure"
Kind = tuple[str, str | int]
"""By what a column is coded: a mean with its name, in tenths; the score of a dimension with its
place, as a score or as a result, which stands only where every cell can be read; the outcome; how
many questions are open; how sure it is."""


class Lookups:
    """The lookups of all columns."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        definition, varied = judge.definition, judge.model.varied
        self.sure = Sure(judge, Lanes(definition, varied(definition))) if varied else None
        self._open = [measure((OPEN,) * (d.stop - d.start)) for d in definition.dimensions]
        self._columns: dict[str, tuple[Kind, Growing]] = dict(self._all())
        self._nearest: dict[tuple[object, ...], Nearest] = {}

    def kind(self, name: str) -> Kind:
        """Return by what a column is coded."""
        return self._columns[name][0]

    def of(self, name: str) -> Growing:
        """Return what the codes of a column stand for now."""
        kind, lookup = self._columns[name]
        lookup.grow(self._items(kind))
        return lookup

    def _items(self, kind: Kind) -> Sequence[object]:
        by, what = kind
        if by == MEAN:
            return range(MOST_TENTHS + 1)
        if by in (SCORE, COMPARED):
            return [each for _, each in self._judge.tables[int(what)].scored]
        if by == OUTCOME:
            return self._judge.outcomes
        if by == SURE and self.sure:
            return self.sure.found
        return range(len(self._judge.definition.questions) + 1)

    def _all(self) -> Iterator[tuple[str, tuple[Kind, Growing]]]:
        outcome: Kind = (OUTCOME, "")
        yield "status", (outcome, Growing(_status))
        for result in self._judge.model.telling.results:
            yield result.key, self._result(result.key)
        for place, each in enumerate(self._judge.definition.dimensions):
            yield f"score.{each.id}", ((SCORE, place), Growing(_score))
            yield f"state.{each.id}", ((SCORE, place), Growing(_state, MALFORMED_WORD))
        yield "flags", (outcome, Growing(lambda outcome: outcome.flags))
        yield from self._distances()
        yield "open", ((OPEN_COUNT, ""), Growing(lambda count: count))
        if self.sure:
            yield "sure", ((SURE, ""), Growing(lambda sure: sure and sure.share))
            for place, band in enumerate(self._judge.definition.bands):
                yield f"sure.{band.id}", ((SURE, ""), Growing(_weightings(place)))

    def _result(self, key: str) -> tuple[Kind, Growing]:
        comparisons = self._judge.comparisons
        if key in comparisons.means:
            return (MEAN, key), Growing(from_tenths)
        if key in comparisons.scores:
            return (COMPARED, comparisons.scores[key]), Growing(_score)
        return (OUTCOME, ""), Growing(lambda outcome: outcome.results.get(key))

    def _distances(self) -> Iterator[tuple[str, tuple[Kind, Growing]]]:
        limits = self._judge.comparisons.limits
        for place, each in enumerate(self._judge.thresholds(self._open)):
            compared, limit = limits[place]
            name = f"distance.{each.band}.{each.measure}"
            if isinstance(compared, str):
                yield name, ((MEAN, compared), Growing(_from(limit)))
            else:
                yield name, ((COMPARED, compared), Growing(self._distance(place, compared)))

    def _distance(self, limit: int, dimension: int) -> Callable[[Measure], object]:
        """Return what tells the distance to a limit from the score of the dimension alone."""

        def tell(each: Measure) -> object:
            measures = [*self._open[:dimension], each, *self._open[dimension + 1 :]]
            return self._judge.thresholds(measures)[limit].distance

        return tell

    def nearest(self, names: Sequence[str]) -> Mapping[Kind, Mapping[int, Near]]:
        """Return for each number that is compared: its code -> the nearest of these limits."""
        among: dict[Kind, list[int]] = {}
        for place, name in enumerate(names):
            among.setdefault(self.kind(name), []).append(place)
        for kind, places in among.items():
            found = self._nearest.setdefault((kind, *places), Nearest(places))
            found.columns = [self.of(names[place]).values for place in places]
        return {kind: self._nearest[kind, *places] for kind, places in among.items()}


class Nearest(dict[int, Near]):
    """Code of a number -> the nearest of the limits that it is compared with."""

    def __init__(self, places: Sequence[int]) -> None:
        super().__init__()
        self._places = places
        self.columns: Sequence[Sequence[object]] = ()
        """For each limit the distances by the codes."""

    def __missing__(self, code: int) -> Near:
        distances = zip(self._places, [column[code] for column in self.columns], strict=True)
        self[code] = found = nearest_of(distances)
        return found


def _from(limit: int) -> Callable[[int], Decimal]:
    return lambda value: from_tenths(value - limit)


def _status(outcome: Outcome) -> str:
    return outcome.evaluation.status if outcome.evaluation else MALFORMED_WORD


def _score(each: Measure) -> Decimal | None:
    return each.score


def _state(each: Measure) -> str:
    return each.status


def _weightings(place: int) -> Callable[[HowSure | None], int | None]:
    return lambda sure: None if sure is None else sure.counts.get(place, 0)
