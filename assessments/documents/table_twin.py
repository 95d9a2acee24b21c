"""What every picture is told with: lists, numbers in words, and the table that says the same."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from assessments.documents.blocks import NONE, Block, grouped
from assessments.documents.texts import Record, Texts


def parts_of(data: Record, name: str) -> Sequence[Record]:
    """Return what a picture is made of: people, stages, bars; raise where it is something else."""
    parts = data[name]
    if not isinstance(parts, list) or not all(isinstance(each, Mapping) for each in parts):
        raise TypeError(f"the picture's {name} are {parts!r}, which is no list of records")
    return parts


def names_of(data: Record, name: str) -> Sequence[str]:
    """Return a list of names; raise where it is something else."""
    names = data[name]
    if not isinstance(names, list):
        raise TypeError(f"the picture's {name} are {names!r}, which is no list")
    return [str(each) for each in names]


def table_twin(columns: Sequence[str], rows: Iterable[Sequence[object]], numeric: str) -> Block:
    """Return the table that says what a picture shows; numeric: a letter each, n for numbers."""
    return {
        "columns": list(columns),
        "rows": [
            [cell if isinstance(cell, str) else grouped(cell) for cell in row] for row in rows
        ],
        "numeric": [letter == "n" for letter in numeric],
    }


def listed(texts: Texts, parts: Iterable[str]) -> str:
    """Return parts as a list whose parts may hold commas."""
    return texts.say("list").join(parts)


def names_with_numbers(texts: Texts, named: Iterable[tuple[object, object]]) -> str:
    """Return names with their numbers, as a list."""
    said = (texts.say("pair", name=name, value=grouped(value)) for name, value in named)
    return listed(texts, said)


def sentences(texts: Texts, parts: Iterable[str]) -> str:
    """Return sentences one after the other, without the empty ones."""
    return texts.say("sentence").join(part for part in parts if part)


def percent(texts: Texts, value: object) -> str:
    """Return a share with its sign, and a dash for none."""
    return NONE if value is None else f"{grouped(value)}{texts.say('unit_gap')}%"


def as_decimal(value: object) -> Decimal:
    """Return a number of a report."""
    return value if isinstance(value, Decimal) else Decimal(str(value))
