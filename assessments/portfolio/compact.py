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


def compact(part: Part, layout: Layout) -> dict[str, Sequence[object]]:
    """Return the columns that a page shows of each account; bands and questions by their places.

    band, lowest and highest are places among the tool's bands, ask among its questions, near among
    its limits: the limit that is nearest, reached or not, with the distance to it.
    """
    scored, batch = part.scored, part.scored.batch
    bands = {each.id: place for place, each in enumerate(batch.definition.bands)}
    telling = batch.model.telling
    limits = _limits(batch)
    nearest = {
        place: _nearest(scored.rows[place], [batch.results.finders[name] for name in limits])
        for place in set(scored.places)
    }
    found: dict[str, Sequence[object]] = {
        "line": part.lines,
        "account": part.accounts,
        "status": scored.column("status"),
        "number": scored.column(telling.headline),
        "open": scored.column("open"),
        "ask": [_place(batch.definition.places, each) for each in scored.column("ask")],
        "near": [nearest[place][0] for place in scored.places],
        "distance": [nearest[place][1] for place in scored.places],
    }
    for name in ("band", "lowest.band", "highest.band"):
        found[name.removesuffix(".band")] = [_place(bands, each) for each in scored.column(name)]
    if batch.model.varied:
        found["sure"] = scored.column("sure")
    if layout.present is not None:
        found["present"] = part.columns[layout.present]
    return found


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
