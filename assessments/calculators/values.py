"""The exact values of a calculator's input, and how a formula takes each out by name and type."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias, TypeVar


class Unread(Enum):
    """What stands for a value that is missing or cannot be read, and is noted as a problem."""

    UNREAD = "unread"


UNREAD = Unread.UNREAD

Value: TypeAlias = (
    "bool | int | Fraction | str | date | tuple[Value, ...] | Mapping[str, Value] | Unread | None"
)
"""None where nothing was given and nothing is needed."""
Values: TypeAlias = Mapping[str, Value]
"""Input name -> its value, read and checked."""

NOT_APPLICABLE = "na"

Taken = TypeVar("Taken")


def number(values: Values, name: str) -> Fraction:
    """Return a required number."""
    return _taken(values, name, Fraction)


def optional_number(values: Values, name: str) -> Fraction | None:
    """Return a number, or None where none was given."""
    return None if values[name] is None else number(values, name)


def whole(values: Values, name: str) -> int:
    """Return a required whole number."""
    return _taken(values, name, int)


def optional_whole(values: Values, name: str) -> int | None:
    """Return a whole number, or None where none was given."""
    return None if values[name] is None else whole(values, name)


def text(values: Values, name: str) -> str:
    """Return a text without the blanks around it; empty where none was given."""
    return "" if values[name] is None else _taken(values, name, str).strip()


def truth(values: Values, name: str) -> bool:
    """Return a yes or no."""
    return _taken(values, name, bool)


def day(values: Values, name: str) -> date:
    """Return a required date."""
    return _taken(values, name, date)


def items(values: Values, name: str) -> tuple[Value, ...]:
    """Return a list; empty where there is none."""
    return () if values[name] in (None, UNREAD) else _taken(values, name, tuple)


def texts(values: Values, name: str) -> tuple[str, ...]:
    """Return a list of texts, each without the blanks around it."""
    return tuple(item.strip() for item in items(values, name) if isinstance(item, str))


def numbers(values: Values, name: str) -> tuple[Fraction, ...]:
    """Return a list of numbers, without what could not be read."""
    return tuple(item for item in items(values, name) if isinstance(item, Fraction))


def rows(values: Values, name: str) -> Sequence[Values]:
    """Return the rows of a table; none where none was given."""
    return table(values[name])


def table(value: Value) -> Sequence[Values]:
    """Return the rows that a value holds."""
    entries = value if isinstance(value, tuple) else ()
    return tuple(row for row in entries if isinstance(row, Mapping))


def mapping(values: Values, name: str) -> Values:
    """Return named values; none where none was given."""
    value = values[name]
    return value if isinstance(value, Mapping) else {}


def _taken(values: Values, name: str, kind: type[Taken]) -> Taken:
    value = values[name]
    if not isinstance(value, kind):
        raise TypeError(
            f"the definition lets '{name}' be {value!r}, the formula does not expect it"
        )
    return value
