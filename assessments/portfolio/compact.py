"""The results of a part as a page takes them: short columns, and words once for all accounts."""

from collections.abc import Sequence

from assessments.documents.texts import Texts
from assessments.portfolio.batch import Batch
from assessments.portfolio.layout import Layout
from assessments.portfolio.lists import Part
from assessments.portfolio.patterns import NONE


class Compact:
    """Turns parts of a scored list into short columns."""

    def __init__(self, batch: Batch, layout: Layout) -> None:
        self._layout, self._limits = layout, _limits(batch)
        self._headline = batch.model.telling.headline
        self._bands: dict[object, int] = {
            each.id: place for place, each in enumerate(batch.definition.bands)
        }
        self._is_sure = batch.model.varied is not None

    def of(self, part: Part) -> dict[str, Sequence[object]]:
        """Return the columns that a page shows of each account.

        band, lowest and highest are places among the tool's bands, ask among its questions, near
        among its limits: the limit that is nearest, reached or not, with the distance to it.
        """
        column = part.scored.column
        near = list(part.scored.findings.nearest(self._limits))
        found: dict[str, Sequence[object]] = {
            "line": part.lines,
            "account": part.accounts,
            "status": column("status"),
            "number": column(self._headline),
            "open": column("open"),
            "ask": part.scored.asked(),
            "near": [place for place, _ in near],
            "distance": [distance for _, distance in near],
            "band": self._places(column("band")),
            "lowest": self._places(column("lowest.band")),
            "highest": self._places(column("highest.band")),
        }
        if self._is_sure:
            found["sure"] = column("sure")
        if self._layout.present is not None:
            found["present"] = part.columns[self._layout.present]
        return found

    def _places(self, bands: Sequence[object]) -> list[int]:
        return [self._bands.get(band, NONE) for band in bands]


def _limits(batch: Batch) -> list[str]:
    return [name for name in batch.results.names if name.startswith("distance.")]


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
