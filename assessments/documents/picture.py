"""A picture as one row: how the data of a formula are told as a drawing, a table and words."""

from collections.abc import Callable
from dataclasses import dataclass

from assessments.border.record import Record
from assessments.documents.blocks import Block
from assessments.documents.calculator_texts import CalculatorTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One kind of picture; docs/assets/js/pictures/<name>/ draws it."""

    name: str
    """What a definition writes under `picture`."""
    tell: Callable[[CalculatorTexts, Record], Block]
    """The block of a document, without its caption."""


def drawn(name: str, data: Record, alternative: str) -> Block:
    """Return the block of a picture that a script draws from its data."""
    return {"kind": "picture", "picture": name, "data": data, "alternative": alternative}
