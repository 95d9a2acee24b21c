"""One YAML file as it was read: plain values, and the place of each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.problems import Path, Problem, written

REFUSED = object()
"""Stands where a value was refused, so that no later check speaks of it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands: the place of its key, or of the item itself in a list; from 1."""

    line: int
    column: int
    last_line: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YamlFile:
    """What one file says and where, and what was refused while reading it.

    A file is compared by identity, so that what was found out about it can be remembered.
    """

    file: str
    """From the project's folder, with slashes."""
    value: object
    """Plain values; REFUSED in place of each refused one, or of the whole."""
    places: Mapping[Path, Place]
    lines: Sequence[str]
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path) -> Place:
        """Return where a value stands, or where the nearest thing around it stands."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(line=1, column=1, last_line=1))

    def problem(self, path: Path, message: str, hint: str = "", *, at: str = "") -> Problem:
        """Return a problem of the value at a path; `at`: the words of the text that are meant."""
        place = self.place(path)
        line, column = self._find(at, place) if at else (place.line, place.column)
        where = written(path)
        return Problem(
            file=self.file, line=line, column=column, path=where, message=message, hint=hint
        )

    def _find(self, words: str, place: Place) -> tuple[int, int]:
        for number in range(place.line, min(place.last_line, len(self.lines)) + 1):
            start = place.column - 1 if number == place.line else 0
            column = self.lines[number - 1].find(words, start)
            if column >= 0:
                return number, column + 1
        return place.line, place.column
