"""As many dots as a number says."""

from assessments.border.record import Record
from assessments.documents.blocks import Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell the number."""
    return drawn("dummy-dots", {"dots": data["dots"]}, texts.grouped(data["dots"]))


PICTURE = Picture(name="dummy-dots", tell=tell)
