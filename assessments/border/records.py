"""Take typed values out of a definition's records, and gather what is wrong with them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.record import Record
from assessments.numbers.exact import Number
from assessments.words import Phrase

NOTHING: Record = {}

LARGEST: Number = 1_000_000_000
"""Weights and limits from here on are refused."""


def unfit(path: str, rule: str, found: object, **values: object) -> Problem:
    """Return the problem of a value that breaks a rule of its definition."""
    shown = {"path": path, "rule": Phrase(f"rule.{rule}", values), "found": quote(found)}
    return Problem("E_DEFINITION", path, shown)


class Records:
    """Reads records; after the last of them, `problems` holds what was wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def refuse(self, path: str, rule: str, found: object, **values: object) -> None:
        """Note that a value breaks a rule."""
        self.problems.append(unfit(path, rule, found, **values))

    def record(self, value: object, path: str) -> Record:
        """Return an object; an empty one after noting that it is none."""
        if isinstance(value, Mapping):
            return value
        self.refuse(path, "object", value)
        return NOTHING

    def records(self, parent: Record, key: str, path: str = "") -> Iterator[tuple[str, Record]]:
        """Yield the objects of a list, each with its path; none where the key is absent."""
        value = parent.get(key, ())
        place = f"{path}.{key}" if path else key
        if not isinstance(value, (list, tuple)):
            self.refuse(place, "list", value)
            return
        for position, item in enumerate(value):
            yield f"{place}[{position}]", self.record(item, f"{place}[{position}]")

    def text(self, parent: Record, key: str, path: str = "") -> str:
        """Return a text that is not empty."""
        value = parent.get(key)
        if isinstance(value, str) and value:
            return value
        self.refuse(f"{path}.{key}" if path else key, "text", value)
        return ""

    def number(self, parent: Record, key: str, path: str, *, least: int = 0) -> Number:
        """Return a number that is not less than a limit."""
        value = parent.get(key)
        number = exact_number(value)
        if number is None or number < least:
            rule = "number" if number is None else "at_least"
            self.refuse(f"{path}.{key}" if path else key, rule, value, low=least)
            return least
        return number

    def choice(self, parent: Record, key: str, path: str, options: Mapping[str, int]) -> int:
        """Return the place of a known id."""
        value = parent.get(key)
        if isinstance(value, str) and value in options:
            return options[value]
        self.refuse(f"{path}.{key}", "known_id", value, options=", ".join(options) or "-")
        return 0


def exact_number(value: object) -> Number | None:
    """Return a number of a usable size as it is; None for everything else."""
    number = Decimal(repr(value)) if isinstance(value, float) else value
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        return None
    return number if _is_usable(number) else None


def _is_usable(number: Number) -> bool:
    if isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int) or not -9 <= exponent <= 9:
            return False
    return -LARGEST < number < LARGEST
