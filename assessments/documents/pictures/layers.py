"""The three layers of a relationship, and the ring around them."""

from assessments.border.record import Record
from assessments.documents.blocks import Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn
from assessments.documents.table_twin import parts_of, table_twin


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell the score of each layer, which is strong or weak, and whether the ring is open."""
    told = [_layer(texts, each) for each in parts_of(data, "layers")]
    columns = [texts.say(f"layers.{key}") for key in ("layer", "score", "state")]
    rows = [[each["label"], each["shown"], each["state_label"]] for each in told]
    ring = texts.say("layers.open" if data.get("ecosystem_open") else "layers.closed")
    said = [
        texts.say(
            "layers.each", layer=each["label"], score=each["shown"], state=each["state_label"]
        )
        for each in told
    ]
    shapes = {**data, "layers": told, "ring": ring, **table_twin(texts, columns, rows, "tnt")}
    alternative = [texts.say("layers.alternative", each=texts.listed(said)), ring]
    return drawn("layers", shapes, texts.sentences(alternative))


def _layer(texts: CalculatorTexts, each: Record) -> dict[str, object]:
    return {
        **each,
        "label": texts.label(each["id"]),
        "shown": texts.number(each["value"]),
        "state_label": texts.say(f"layers.{each['state']}"),
    }


PICTURE = Picture(name="layers", tell=tell)
