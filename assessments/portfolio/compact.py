"""The results of a part as a page takes them: short columns, and words once for all accounts."""

from collections.abc import Sequence

from assessments.documents.texts import Texts
from assessments.portfolio.batch import Batch
from assessments.portfolio.coded import in_tenths
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

        number, distance and sure are whole tenths; band, lowest and highest are places among the
        tool's bands, ask among its questions, near among its limits: the limit that is nearest,
        reached or not, with the distance to it.
        """
        coded = part.scored.findings.coded
        near = list(part.scored.findings.nearest(self._limits))
        found: dict[str, Sequence[object]] = {
            "line": part.lines,
            "account": part.accounts,
            "status": coded("status").cells(),
            "number": list(coded(self._headline).told(in_tenths)),
            "open": coded("open").cells(),
            "ask": part.scored.asked(),
            "near": [place for _, place, _ in near],
            "distance": [distance for _, _, distance in near],
            "band": list(coded("band").told(self._place)),
            "lowest": list(coded("lowest.band").told(self._place)),
            "highest": list(coded("highest.band").told(self._place)),
        }
        if self._is_sure:
            found["sure"] = list(coded("sure").told(in_tenths))
        if self._layout.present is not None:
            found["present"] = part.columns[self._layout.present]
        return found

    def _place(self, band: object) -> int:
        return self._bands.get(band, NONE)


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
