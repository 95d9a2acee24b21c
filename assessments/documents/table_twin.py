"""What every picture is told with: lists, numbers in words, and the table that says the same."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from assessments.border.record import Record
from assessments.documents.blocks import NONE, Block
from assessments.documents.texts import Texts


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


def table_twin(
    texts: Texts, columns: Sequence[str], rows: Iterable[Sequence[object]], numeric: str
) -> Block:
    """Return the table that says what a picture shows; numeric: a letter each, n for numbers."""
    return {
        "columns": list(columns),
        "rows": [
            [cell if isinstance(cell, str) else texts.grouped(cell) for cell in row] for row in rows
        ],
        "numeric": [letter == "n" for letter in numeric],
    }


def names_with_numbers(texts: Texts, named: Iterable[tuple[object, object]]) -> str:
    """Return names with their numbers, as a list."""
    said = (texts.say("pair", name=name, value=texts.grouped(value)) for name, value in named)
    return texts.listed(said)


def percent(texts: Texts, value: object) -> str:
    """Return a share with its sign, and a dash for none."""
    return NONE if value is None else texts.with_unit(texts.grouped(value), "%")


def as_decimal(value: object) -> Decimal:
    """Return a number of a report."""
    return value if isinstance(value, Decimal) else Decimal(str(value))
