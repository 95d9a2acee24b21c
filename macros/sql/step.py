"""One step of the statement: a table that adds columns to the table before it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

NAME = re.compile(r"'[^']*'|[a-z_][a-z0-9_]*")
"""A text, so that no word inside it is read as a column, or a name."""

Columns = Mapping[str, str]
"""Name of a column -> the expression that gives it, in the SQL of PostgreSQL."""


class SqlError(Exception):
    """What cannot be written as a statement, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A table of the statement."""

    name: str
    adds: Columns


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The steps in order, and the columns of the result."""

    steps: Sequence[Step]
    results: Columns


def carried(query: Query) -> list[tuple[str, ...]]:
    """Return for each step the columns of the one before that a later step still reads.

    Nothing else is handed on: a database that keeps each step keeps only these.
    """
    needed = _read(query.results.values())
    found: list[tuple[str, ...]] = []
    for place in range(len(query.steps) - 1, -1, -1):
        adds = query.steps[place].adds
        before = [name for step in query.steps[:place] for name in step.adds]
        found.append(tuple([name for name in before if name in needed and name not in adds]))
        needed = (needed - set(adds)) | _read(adds.values())
    return found[::-1]


def _read(expressions: Iterable[str]) -> set[str]:
    return {word for text in expressions for word in NAME.findall(text)}


def check_names(query: Query, keys: Iterable[str]) -> None:
    """Raise SqlError where two columns have one name."""
    seen = set(keys)
    if both := seen & set(query.results):
        raise SqlError(f"A key cannot be called '{min(both)}': the result has such a column.")
    for step in query.steps:
        if both := seen & set(step.adds):
            raise SqlError(f"Two columns are called '{min(both)}'.")
        seen |= set(step.adds)
