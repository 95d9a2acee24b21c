"""A file whose shape has been checked: which parts can be trusted, and whom it names."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from macros.problems import Path, Problem
from macros.source.file import YamlFile
from macros.values import texts_in


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names something by its id."""

    path: Path
    kinds: tuple[str, ...]
    """One of these kinds of things must have the id."""
    id: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fitted:
    """A file laid against its shape; compared by identity, as the file is."""

    source: YamlFile
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    broken: frozenset[Path]
    """Paths of the values that do not fit, and of everything around them."""
    right: Container[Path]
    """Paths of the values that fit, with everything in them."""

    @property
    def sound(self) -> bool:
        """Whether the whole file can be trusted."""
        return not self.broken

    def each(self, *pattern: str | int) -> Iterator[tuple[Path, Any]]:
        """Yield the values at a path, * for each item or key, leaving out what does not fit."""
        for path, value in _matching(self.source.value, (), pattern):
            if path in self.right:
                yield path, value

    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Return every text that fits, with its path."""
        return _texts_of(self)


@dataclass(frozen=True, slots=True, eq=False)
class Everything(Container[Path]):
    """Every path of a value: all of it fits, and nobody need list what is there."""

    value: object

    def __contains__(self, path: object) -> bool:
        """Return whether something stands at a path."""
        inner = self.value
        for step in path if isinstance(path, tuple) else (None,):
            if isinstance(inner, list):
                inner = dict(enumerate(inner))
            if not isinstance(inner, Mapping) or step not in inner:
                return False
            inner = inner[step]
        return True


# A dozen rules look at every text of a file, and most files stay as they are.
@lru_cache(maxsize=4096)
def _texts_of(file: Fitted) -> tuple[tuple[Path, str], ...]:
    found = texts_in(file.source.value)
    return tuple((path, text) for path, text in found if path in file.right)


def _matching(value: object, path: Path, pattern: Path) -> Iterator[tuple[Path, object]]:
    if not pattern:
        yield path, value
        return
    for key, inner in entries(value):
        if pattern[0] in ("*", key):
            yield from _matching(inner, (*path, key), pattern[1:])


def entries(value: object) -> Iterator[tuple[str | int, object]]:
    """Yield what stands in a record or a list, each with its key or position."""
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
