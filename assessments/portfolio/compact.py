"""The results of a part as a page takes them: short columns, and words once for all accounts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assessments.documents.texts import Texts
from assessments.portfolio.batch import Batch
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.result_columns import Finder
from assessments.portfolio.rows import Row

NONE = -1
"""The place of what is not there."""


ROW = ("status", "number", "open", "near", "distance", "band", "lowest", "highest", "sure")
"""What accounts of the same shape share, as a page takes it."""
MOST_KEPT = 60_000
"""Shapes whose columns are remembered."""


class Compact:
    """Turns parts of a scored list into short columns; what accounts share is made once."""

    def __init__(self, batch: Batch, layout: Layout) -> None:
        self._layout, self._definition = layout, batch.definition
        find, self._limits = batch.results.finders, _limits(batch)
        self._nearest = [find[name] for name in self._limits]
        self._plain = find["status"], find[batch.model.telling.headline], find["open"]
        self._bands = [find[name] for name in ("band", "lowest.band", "highest.band")]
        self._places: dict[object, int] = {
            each.id: place for place, each in enumerate(batch.definition.bands)
        }
        self._sure = find["sure"] if batch.model.varied else None
        self._kept: dict[int, tuple[Row, tuple[object, ...]]] = {}

    def of(self, part: Part) -> dict[str, Sequence[object]]:
        """Return the columns that a page shows of each account.

        band, lowest and highest are places among the tool's bands, ask among its questions, near
        among its limits: the limit that is nearest, reached or not, with the distance to it.
        """
        scored = part.scored
        shared = {place: self._row(scored.rows[place]) for place in set(scored.places)}
        columns = zip(*map(shared.__getitem__, scored.places), strict=True)
        found: dict[str, Sequence[object]] = {
            **{name: [] for name in ROW},
            **dict(zip(ROW, columns, strict=False)),
            "line": part.lines,
            "account": part.accounts,
            "ask": [_place(self._definition.places, each) for each in scored.column("ask")],
        }
        if self._sure is None:
            del found["sure"]
        if self._layout.present is not None:
            found["present"] = part.columns[self._layout.present]
        return found

    def _row(self, row: Row) -> tuple[object, ...]:
        kept = self._kept.get(id(row))
        if kept is None:
            status, number, count = [find(row) for find in self._plain]
            near, distance = _nearest(row, self._nearest)
            bands = [self._places.get(find(row), NONE) for find in self._bands]
            sure = self._sure and self._sure(row)
            kept = row, (status, number, count, near, distance, *bands, sure)
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[id(row)] = kept
        return kept[1]


def _limits(batch: Batch) -> list[str]:
    return [name for name in batch.results.names if name.startswith("distance.")]


def _nearest(row: Row, finders: Sequence[Finder]) -> tuple[int, object]:
    """Return the place of the nearest limit and the distance to it, below 0 where not reached."""
    distances = [
        (abs(distance), place, distance)
        for place, find in enumerate(finders)
        if isinstance(distance := find(row), (int, Decimal))
    ]
    if not distances:
        return NONE, None
    _, place, distance = min(distances)
    return place, distance


def _place(places: Mapping[str, int], name: object) -> int:
    return NONE if name is None else places.get(str(name), NONE)


def names_of(batch: Batch, language: str) -> dict[str, object]:
    """Return the words for what the columns name by its place."""
    texts, definition = Texts(batch.definition.raw, language), batch.definition
    limits = [name.split(".")[1:] for name in _limits(batch)]
    return {
        "number": texts.measure(batch.model.telling.headline),
        "dimensions": [[each.id, texts.dimension(each.id)] for each in definition.dimensions],
        "ids": [each.id for each in definition.bands],
        "bands": [texts.band(each.id) for each in definition.bands],
        "questions": [texts.question(name) for name in definition.questions],
        "limits": [f"{texts.band(band)} · {texts.measure(measure)}" for band, measure in limits],
    }
