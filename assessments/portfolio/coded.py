"""A column of results as codes, one for each account, and what the codes stand for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from assessments.tables.csv_writing import csv_line

MALFORMED_WORD = "malformed"
"""The status of an account, and the state of a dimension, with a cell that cannot be read."""


class Lookup:
    """What the codes of a column stand for, where it is known from the beginning."""

    def __init__(self, values: Mapping[int, object]) -> None:
        self.values: Mapping[int, object] | Sequence[object] = values

    @cached_property
    def texts(self) -> Mapping[int, str] | Sequence[str]:
        """The same as cells of CSV."""
        assert isinstance(self.values, Mapping)
        return {code: result_text(value) for code, value in self.values.items()}


class Growing:
    """What codes stand for that are places among items, of which more may come; -1 is for none."""

    def __init__(self, tell: Callable[[Any], object], none: object = None) -> None:
        self._tell = tell
        self.values: list[object] = [none]
        self._texts = [result_text(none)]

    def grow(self, items: Sequence[object]) -> None:
        """Take in the items that have come since."""
        *known, none = self.values
        if len(items) > len(known):
            self.values = [*known, *map(self._tell, items[len(known) :]), none]

    @property
    def texts(self) -> Sequence[str]:
        """The same as cells of CSV."""
        *known, none = self._texts
        if len(self.values) > len(self._texts):
            self._texts = [*known, *map(result_text, self.values[len(known) : -1]), none]
        return self._texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One column."""

    codes: Sequence[int]
    lookup: Lookup | Growing

    def cells(self) -> list[object]:
        """Return the value of each account."""
        return list(map(self.lookup.values.__getitem__, self.codes))

    def texts(self) -> Iterable[str]:
        """Return the cell of CSV of each account."""
        return map(self.lookup.texts.__getitem__, self.codes)


class Findings(Protocol):
    """What came of the accounts of one call."""

    @property
    def asks(self) -> Sequence[tuple[int, int]]:
        """For each account the dimension to ask about first, and the question where it is not the
        first open one; -1 for none."""

    def coded(self, name: str) -> Coded:
        """Return a column of results by its name; all but the question to ask."""

    def nearest(self, limits: Sequence[str]) -> Iterable[tuple[int, object]]:
        """Return for each account the place of the nearest of some columns of distances, and that
        distance; -1 and None where there is none."""

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
