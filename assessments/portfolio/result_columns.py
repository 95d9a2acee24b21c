"""The columns of results: their names in order, and what each takes from a row.

status; the model's results by their keys; score.<dimension> and state.<dimension>; flags and gates
as codes; distance.<band>.<measure> in points, below 0 where a limit is not reached; open, the
number of open questions; lowest.<result> and highest.<result> that they still allow; ask, the open
question that tells most; sure, the percent of 256 weightings that keep the band, and
sure.<band>, how many of them give each.
"""

from collections.abc import Callable, Iterator, Mapping

from assessments.portfolio.coded import MALFORMED_WORD
from assessments.portfolio.sharing.rows import Row
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Model, measured_levels
from assessments.questionnaires.telling import Result

Finder = Callable[[Row], object]


class ResultColumns:
    """The columns of one questionnaire."""

    def __init__(self, definition: Definition, model: Model) -> None:
        self.finders: Mapping[str, Finder] = dict(_finders(definition, model))
        self.names = tuple(self.finders)


def _finders(definition: Definition, model: Model) -> Iterator[tuple[str, Finder]]:
    yield "status", lambda row: row.state.evaluation.status if row.state else MALFORMED_WORD
    for result in model.telling.results:
        yield result.key, _result(result)
    for place, dimension in enumerate(definition.dimensions):
        yield f"score.{dimension.id}", _score(place)
        yield f"state.{dimension.id}", _state(place)
    yield "flags", lambda row: row.state.flags if row.state else None
    if model.needs.gates:
        yield "gates", lambda row: row.state.gates if row.state else None
    for place, name in enumerate(_limits(definition, model)):
        yield f"distance.{name}", _distance(place)
    yield "open", lambda row: row.open if row.state else None
    for result in model.telling.results:
        if result.judges:
            yield f"lowest.{result.key}", _end(result.key, highest=False)
            yield f"highest.{result.key}", _end(result.key, highest=True)
    yield "ask", lambda _: None
    if model.varied:
        yield "sure", _share
        for place, band in enumerate(definition.bands):
            yield f"sure.{band.id}", _weightings(place)


def _result(result: Result) -> Finder:
    return lambda row: row.state.results.get(result.key) if row.state else None


def _score(place: int) -> Finder:
    def find(row: Row) -> object:
        measure = row.measures[place]
        return measure.score if measure else None

    return find


def _state(place: int) -> Finder:
    def find(row: Row) -> object:
        measure = row.measures[place]
        return measure.status if measure else MALFORMED_WORD

    return find


def _limits(definition: Definition, model: Model) -> Iterator[str]:
    """Yield the name of each limit, by an account of which nothing is known."""
    case = measured_levels(definition, (-2,) * len(definition.questions), frozenset())
    for limit in model.thresholds(case, model.evaluate(case)):
        yield f"{limit.band}.{limit.measure}"


def _distance(place: int) -> Finder:
    return lambda row: row.state.distances[place] if row.state else None


def _end(key: str, *, highest: bool) -> Finder:
    def find(row: Row) -> object:
        judged = row.highest if highest else row.lowest
        return judged.results.get(key) if judged else None

    return find


def _share(row: Row) -> object:
    return row.state.share if row.state else None


def _weightings(place: int) -> Finder:
    def find(row: Row) -> object:
        sure = row.state.sure if row.state else None
        return None if sure is None else sure.get(place, 0)

    return find
