"""The cash flow of an account: what each year brings, and when its cost is earned back."""

from assessments.border.record import Record
from assessments.documents.blocks import NONE, Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn
from assessments.documents.table_twin import as_decimal, parts_of, table_twin


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell what each year brings, and when the cost of winning the customer is earned back."""
    years = parts_of(data, "years")
    cost = -as_decimal(data["cost"])
    columns = [texts.heading(key, texts.say(f"flow.{key}")) for key in ("year", "flow", "total")]
    rows = [
        [texts.say("flow.start"), NONE, cost],
        *([each["year"], each["flow"], each["total"]] for each in years),
    ]
    totals = (
        texts.say("flow.each", year=each["year"], total=texts.amount("total", each["total"]))
        for each in years
    )
    even = data["even"] or None
    text = texts.say("flow.even", year=even) if even else ""
    started = texts.say(
        "flow.alternative", cost=texts.amount("cost", cost), each=texts.listed(totals)
    )
    told = {"cost": data["cost"], "years": list(years), "even": even, "even_text": text}
    told |= table_twin(texts, columns, rows, "tnn")
    return drawn("cash-flow", told, texts.sentences([started, text]))


PICTURE = Picture(name="cash-flow", tell=tell)
