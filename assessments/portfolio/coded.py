"""A column of results as codes, one for each account, and what the codes stand for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol

from assessments.tables.csv_writing import csv_line

MALFORMED_WORD = "malformed"
"""The status of an account, and the state of a dimension, with a cell that cannot be read."""


Tell = Callable[[Any], Any]
"""A value -> the same as a file or a page writes it."""


class Lookup:
    """What the codes of a column stand for, where it is known from the beginning."""

    def __init__(self, values: Mapping[int, object]) -> None:
        self.values: Mapping[int, object] | Sequence[object] = values

    def told(self, tell: Tell) -> Mapping[int, Any] | Sequence[Any]:
        """Return the same in another way."""
        assert isinstance(self.values, Mapping)
        return {code: tell(value) for code, value in self.values.items()}


class Growing:
    """What codes stand for that are places among items, of which more may come; -1 is for none."""

    def __init__(self, tell: Tell, none: object = None) -> None:
        self._tell = tell
        self.values: Sequence[object] = [none]
        self._told: dict[Tell, list[Any]] = {}

    def grow(self, items: Sequence[object]) -> None:
        """Take in the items that have come since."""
        *known, none = self.values
        if len(items) > len(known):
            self.values = [*known, *map(self._tell, items[len(known) :]), none]

    def told(self, tell: Tell) -> Sequence[Any]:
        """Return the same in another way, worked out once for each value."""
        *known, none = self._told.get(tell) or [tell(self.values[-1])]
        if len(self.values) > len(known) + 1 or not known:
            self._told[tell] = [*known, *map(tell, self.values[len(known) : -1]), none]
        return self._told[tell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One column."""

    codes: Sequence[int]
    lookup: Lookup | Growing

    def cells(self) -> list[object]:
        """Return the value of each account."""
        return list(map(self.lookup.values.__getitem__, self.codes))

    def told(self, tell: Tell) -> Iterator[Any]:
        """Yield the value of each account in another way."""
        return map(self.lookup.told(tell).__getitem__, self.codes)


Near = tuple[int, int, int | None]
"""How near a limit is, its place among some, and the distance, below 0 where it is not reached;
in tenths of a point."""
FAR: Near = (10**9, -1, None)
"""Where there is no distance."""


def nearest_of(distances: Iterable[tuple[int, object]]) -> Near:
    """Return the nearest of some limits, of which each stands with its place."""
    whole = [(place, in_tenths(distance)) for place, distance in distances]
    found: list[Near] = [(abs(n), place, n) for place, n in whole if n is not None]
    return min(found or [FAR])


def in_tenths(value: object) -> int | None:
    """Return a result as whole tenths; None for what is no number."""
    return int(10 * value) if isinstance(value, (int, Decimal)) else None


class Findings(Protocol):
    """What came of the accounts of one call."""

    @property
    def asks(self) -> Sequence[tuple[int, int]]:
        """For each account the dimension to ask about first, and the question where it is not the
        first open one; -1 for none."""

    def coded(self, name: str) -> Coded:
        """Return a column of results by its name; all but the question to ask."""

    def nearest(self, limits: Sequence[str]) -> Iterable[Near]:
        """Return for each account which of some columns of distances is the nearest."""

    def texts(self, names: Sequence[str]) -> Sequence[Iterable[str]]:
        """Return columns that follow each other as cells of CSV, or of several cells."""


def result_text(value: object) -> str:
    """Return a result as a cell of CSV; a word is nearly always an id, and one of a few."""
    if isinstance(value, str):
        return _WORDS[value]
    return "" if value is None else str(value)


class _Words(dict[str, str]):
    """Word -> its cell, for as many as a tool has."""

    def __missing__(self, word: str) -> str:
        text = csv_line([word]) if word else ""
        if len(self) < MOST_WORDS:
            self[word] = text
        return text


MOST_WORDS = 1_000
_WORDS = _Words()
