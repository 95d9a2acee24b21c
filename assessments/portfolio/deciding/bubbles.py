"""Where accounts stand on two dimensions, and how large they are: a picture of bubbles."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from heapq import nlargest

from assessments.portfolio.deciding.concentration import Sizes
from assessments.portfolio.lists import Part
from assessments.portfolio.moves import BAND

MOST = 300
"""Bubbles, the largest first; no more can be told apart."""

Point = tuple[str, Decimal, Decimal, Decimal, int]
"""Account, score across, score up, size, place of the band; -1 without one."""


def bubbles_data(
    parts: Sequence[Part], across: str, up: str, sizes: Sizes | None
) -> Mapping[str, object]:
    """Return the largest accounts as points, the largest first, with what is not shown counted.

    Left out is an account without a score on one of the dimensions, or without a size; where no
    sizes are given, all are alike.
    """
    points = list(_points(parts, across, up, sizes))
    shown = nlargest(MOST, points, key=lambda point: point[3])
    accounts = sum(len(part.accounts) for part in parts)
    return {
        "points": [list(point) for point in shown],
        "more": len(points) - len(shown),
        "left_out": accounts - len(points),
    }


def _points(parts: Sequence[Part], across: str, up: str, sizes: Sizes | None) -> Iterator[Point]:
    values = iter(sizes.values) if sizes else None
    for part in parts:
        bands = {each.id: place for place, each in enumerate(part.scored.batch.definition.bands)}
        columns = (part.scored.column(name) for name in (f"score.{across}", f"score.{up}", BAND))
        for account, first, second, band in zip(part.accounts, *columns, strict=True):
            size = Decimal(1) if values is None else next(values)
            if isinstance(first, Decimal) and isinstance(second, Decimal) and size is not None:
                yield account, first, second, size, bands.get(str(band), -1)
