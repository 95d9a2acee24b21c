"""A calculator's picture: what is drawn, the same as a table, and the same in words."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from assessments.documents.blocks import Block
from assessments.documents.number_pictures import cash_flow, funnel, layers
from assessments.documents.people_pictures import chain, grid
from assessments.documents.table_twin import Told, as_decimal, label_of
from assessments.documents.texts import Record, Texts, records


def picture_block(texts: Texts, data: Record) -> Block:
    """Return the picture of a report; bars have a block of their own."""
    kind = str(texts.definition.get("picture"))
    caption = texts.of(texts.definition.get("picture_title")) or texts.title()
    if kind == "bars":
        return _bars(texts, data, caption)
    drawn, alternative = PICTURES[kind](texts, data)
    return {
        "kind": "picture",
        "picture": kind,
        "caption": caption,
        "data": drawn,
        "alternative": alternative,
    }


def _bars(texts: Texts, data: Record, caption: str) -> Block:
    rows = [
        {
            "id": each["id"],
            # A name that the person gave is no word of the tool, even where it looks like one.
            "label": each["id"] if data.get("own_names") else label_of(texts, each["id"]),
            "value": each["value"],
            "shown": texts.grouped(each["value"]),
            **({"note": label_of(texts, each["group"])} if "group" in each else {}),
        }
        for each in records(data["bars"])
    ]
    sizes = [each["value"] for each in records(data["bars"])] + [data.get("maximum")]
    largest = max((as_decimal(size) for size in sizes if size is not None), default=Decimal(0))
    block: Block = {"kind": "bars", "caption": caption, "maximum": largest or 1, "rows": rows}
    return block | ({"target": data["target"]} if "target" in data else {})


PICTURES: Mapping[str, Callable[[Texts, Record], Told]] = {
    "decision-chain": chain,
    "docking-grid": grid,
    "funnel": funnel,
    "cash-flow": cash_flow,
    "layers": layers,
}
"""Kind of picture -> how it is told."""
