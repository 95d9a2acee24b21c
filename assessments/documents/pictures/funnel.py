"""The funnel: how many are left at each stage."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from assessments.border.record import Record
from assessments.documents.blocks import Block
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.picture import Picture, drawn
from assessments.documents.table_twin import (
    as_decimal,
    names_with_numbers,
    parts_of,
    percent,
    table_twin,
)
from assessments.numbers.rounding import round_half_up


def tell(texts: CalculatorTexts, data: Record) -> Block:
    """Tell how many are left at each stage, and how many of the stage before."""
    given = parts_of(data, "stages")
    steps = _steps(given)
    weakest = _weakest(steps)
    stages = [
        _stage(texts, each, step, weak=number == weakest, own=bool(data.get("own_names")))
        for number, (each, step) in enumerate(zip(given, steps, strict=True))
    ]
    columns = [texts.say(f"funnel.{key}") for key in ("stage", "count", "rate", "step")]
    rows = [[each[key] for key in ("name", "shown", "rate_shown", "step_shown")] for each in stages]
    said = names_with_numbers(texts, ((each["name"], each["count"]) for each in stages))
    named = [texts.say("funnel.alternative", each=said)]
    if weakest is not None:
        ends = {"from": stages[weakest - 1]["name"], "to": stages[weakest]["name"]}
        rate = stages[weakest]["step_shown"]
        named.append(texts.say("funnel.weakest_is", **ends, rate=rate))
    told = {"stages": stages, **table_twin(texts, columns, rows, "tnnn")}
    return drawn("funnel", told, texts.sentences(named))


def _steps(stages: Sequence[Record]) -> list[Fraction | None]:
    """Return the share of the stage before; None where there is none or nobody in it."""
    counts = [as_decimal(each["count"]) for each in stages]
    rates = [
        100 * Fraction(after) / Fraction(before) if before else None
        for before, after in pairwise(counts)
    ]
    return [None, *rates]


def _weakest(steps: Sequence[Fraction | None]) -> int | None:
    """Return the stage that keeps the least, the first of equal ones; None among fewer than two."""
    rates = {number: step for number, step in enumerate(steps) if step is not None}
    return min(rates, key=lambda number: rates[number]) if len(rates) > 1 else None


def _stage(
    texts: CalculatorTexts, each: Record, step: Fraction | None, *, weak: bool, own: bool
) -> dict[str, object]:
    rate = percent(texts, None if step is None else round_half_up(step))
    key = "funnel.goes_on_least" if weak else "funnel.goes_on"
    return {
        **each,
        # A name that the person gave is no word of the tool, even where it looks like one.
        "name": str(each["name"]) if own else texts.label(each["name"]),
        "shown": texts.grouped(each["count"]),
        "rate_shown": percent(texts, each["rate"]),
        "step_shown": rate,
        "step_text": "" if step is None else texts.say(key, rate=rate),
        "weakest": weak,
    }


PICTURE = Picture(name="funnel", tell=tell)
