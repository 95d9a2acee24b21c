"""What every picture is told with: names in words, lists, and its table twin."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from assessments.documents.blocks import NONE, Block
from assessments.documents.texts import Record, Texts, records

Told = tuple[dict[str, object], str]
"""What is drawn with its labels and its table, and the alternative text."""


def label_of(texts: Texts, name: object) -> str:
    """Return the words of an output, option or input with an id; else the name as it is."""
    outputs = records(texts.definition.get("outputs"))
    inputs = records(texts.definition.get("inputs"))
    named = [*outputs, *_parts(outputs, "options"), *_parts(_parts(outputs, "columns"), "options")]
    named += [*inputs, *_parts(inputs, "options"), *_parts(_parts(inputs, "fields"), "options")]
    found = next((each for each in named if each.get("id") == name), None)
    return (texts.of(found.get("label")) if found else "") or str(name)


def _parts(each: Iterable[Record], key: str) -> list[Record]:
    return [part for one in each for part in records(one.get(key))]


def twin(
    texts: Texts, columns: Sequence[str], rows: Iterable[Sequence[object]], numeric: str
) -> Block:
    """Return the table twin; numeric: one letter for each column, n for numbers."""
    return {
        "columns": list(columns),
        "rows": [
            [cell if isinstance(cell, str) else texts.grouped(cell) for cell in row] for row in rows
        ],
        "numeric": [letter == "n" for letter in numeric],
    }


def pairs(texts: Texts, named: Iterable[tuple[object, object]]) -> str:
    """Return names with their numbers."""
    said = (texts.say("pair", name=name, value=texts.grouped(value)) for name, value in named)
    return texts.listed(said)


def percent(texts: Texts, value: object) -> str:
    """Return a share with its sign, and a dash for none."""
    return NONE if value is None else texts.with_unit(texts.grouped(value), "%")


def as_decimal(value: object) -> Decimal:
    """Return a number of a report."""
    return value if isinstance(value, Decimal) else Decimal(str(value))
