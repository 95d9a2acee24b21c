"""The results of accounts of any model: those of the same shape share a row."""

from collections.abc import Iterable, Sequence

from assessments.portfolio.cells import Facts
from assessments.portfolio.coded import Coded, Lookup, Near, nearest_of, result_text
from assessments.portfolio.result_columns import Finder, ResultColumns
from assessments.portfolio.sharing.rows import Row, Rows
from assessments.portfolio.sharing.states import States

MOST_SHAPES = 60_000
"""Combinations that are kept; a list with more of them begins anew, so that memory is bounded."""
MOST_TEXTS = 30_000
"""Texts of a kind that are kept for the accounts to come."""

RowTexts = dict[tuple[str, ...], dict[int, tuple[Row, str]]]
"""Columns -> id of a row -> the row itself, which keeps its id, and its cells as CSV."""


class Sharing:
    """Scores accounts by rows that they share, and keeps what it has worked out."""

    def __init__(self, states: States, results: ResultColumns, facts: Sequence[Facts]) -> None:
        self._states, self._results, self._facts = states, results, facts
        self._rows = Rows(states)
        self._texts: RowTexts = {}

    def score(self, shapes: Sequence[Sequence[int]], facts: Sequence[int]) -> "Shared":
        """Return what comes of accounts, by the shapes of their dimensions and their facts."""
        if max(len(self._rows), len(self._states)) > MOST_SHAPES:
            self._states.clear()
            self._rows = Rows(self._states)
        held = [self._facts[code] for code in facts]
        places = list(map(self._rows.__getitem__, zip(*shapes, held, strict=True)))
        return Shared(self._results, self._rows.found, places, self._texts)


class Shared:
    """What came of the accounts of one call."""

    def __init__(
        self, results: ResultColumns, rows: Sequence[Row], places: Sequence[int], texts: RowTexts
    ) -> None:
        self._finders = results.finders
        self._places = places
        self._texts = texts
        self._rows = {place: rows[place] for place in set(places)}

    @property
    def asks(self) -> Sequence[tuple[int, int]]:
        """For each account the dimension to ask about first, and the question, or -1."""
        found = {place: (row.ask, row.asks) for place, row in self._rows.items()}
        return [found[place] for place in self._places]

    def coded(self, name: str) -> Coded:
        """Return a column of results by its name."""
        find = self._finders[name]
        values = {place: find(row) for place, row in self._rows.items()}
        return Coded(codes=self._places, lookup=Lookup(values))

    def nearest(self, limits: Sequence[str]) -> Iterable[Near]:
        """Return for each account the nearest limit."""
        finders = [self._finders[name] for name in limits]
        found = {
            place: nearest_of(enumerate([find(row) for find in finders]))
            for place, row in self._rows.items()
        }
        return [found[place] for place in self._places]

    def texts(self, names: Sequence[str]) -> Sequence[Iterable[str]]:
        """Return columns as one, of the cells of CSV of each account."""
        if not names:
            return []
        kept = self._texts.setdefault(tuple(names), {})
        finders = [self._finders[name] for name in names]
        found = {place: _text(row, finders, kept) for place, row in self._rows.items()}
        return [[found[place] for place in self._places]]


def _text(row: Row, finders: Sequence[Finder], kept: dict[int, tuple[Row, str]]) -> str:
    known = kept.get(id(row))
    if known is None:
        known = row, ",".join([result_text(find(row)) for find in finders])
        if len(kept) >= MOST_TEXTS:
            kept.clear()
        kept[id(row)] = known
    return known[1]
