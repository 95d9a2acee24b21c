"""Bars: one for each number, with a mark for the target."""

from decimal import Decimal

from assessments.border.record import Record
from assessments.documents.blocks import Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture
from assessments.documents.table_twin import as_decimal, parts_of


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell each number with its name; the page lays bars out itself, from the block alone."""
    bars = parts_of(data, "bars")

    def name_of(bar: Record) -> object:
        # What a bar with a name of the person's is called in a table of results.
        return "value" if data.get("own_names") else bar["id"]

    rows = [
        {
            "id": each["id"],
            # A name that the person gave is no word of the tool, even where it looks like one.
            "label": each["id"] if data.get("own_names") else texts.label(each["id"]),
            "value": each["value"],
            "shown": texts.amount(str(name_of(each)), each["value"]),
            **({"note": texts.label(each["group"])} if "group" in each else {}),
        }
        for each in bars
    ]
    sizes = [*(each["value"] for each in bars), data.get("maximum")]
    largest = max((as_decimal(size) for size in sizes if size is not None), default=Decimal(0))
    block: Block = {"kind": "bars", "maximum": largest or 1, "rows": rows}
    return block | ({"target": data["target"]} if "target" in data else {})


PICTURE = Picture(name="bars", tell=tell)
