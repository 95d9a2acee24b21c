"""Pictures of numbers: the funnel, the cash flow of an account, the three layers."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from assessments.documents.blocks import NONE
from assessments.documents.table_twin import (
    Told,
    as_decimal,
    label_of,
    pairs,
    percent,
    twin,
)
from assessments.documents.texts import Record, Texts, record, records
from assessments.numbers.rounding import round_half_up


def funnel(texts: Texts, data: Record) -> Told:
    """Tell how many are left at each stage, and how many of the stage before."""
    given = records(data["stages"])
    steps = _steps(given)
    weakest = _weakest(steps)
    stages = [
        _stage(texts, each, step, weak=number == weakest, own=bool(data.get("own_names")))
        for number, (each, step) in enumerate(zip(given, steps, strict=True))
    ]
    columns = [texts.say(f"funnel.{key}") for key in ("stage", "count", "rate", "step")]
    rows = [[each[key] for key in ("name", "shown", "rate_shown", "step_shown")] for each in stages]
    said = pairs(texts, ((each["name"], each["count"]) for each in stages))
    named = [texts.say("funnel.alternative", each=said)]
    if weakest is not None:
        ends = {"from": stages[weakest - 1]["name"], "to": stages[weakest]["name"]}
        rate = stages[weakest]["step_shown"]
        named.append(texts.say("funnel.weakest_is", **ends, rate=rate))
    return {"stages": stages, **twin(texts, columns, rows, "tnnn")}, texts.sentences(named)


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
    texts: Texts, each: Record, step: Fraction | None, *, weak: bool, own: bool
) -> dict[str, object]:
    rate = percent(texts, None if step is None else round_half_up(step))
    key = "funnel.goes_on_least" if weak else "funnel.goes_on"
    return {
        **each,
        # A name that the person gave is no word of the tool, even where it looks like one.
        "name": str(each["name"]) if own else label_of(texts, each["name"]),
        "shown": texts.grouped(each["count"]),
        "rate_shown": percent(texts, each["rate"]),
        "step_shown": rate,
        "step_text": "" if step is None else texts.say(key, rate=rate),
        "weakest": weak,
    }


def cash_flow(texts: Texts, data: Record) -> Told:
    """Tell what each year brings, and when the cost of winning the customer is earned back."""
    years = records(data["years"])
    cost = -as_decimal(data["cost"])
    columns = [texts.say(f"flow.{key}") for key in ("year", "flow", "total")]
    rows = [
        [texts.say("flow.start"), NONE, cost],
        *([each["year"], each["flow"], each["total"]] for each in years),
    ]
    totals = (
        texts.say("flow.each", year=each["year"], total=texts.grouped(each["total"]))
        for each in years
    )
    even = data["even"] or None
    text = texts.say("flow.even", year=even) if even else ""
    started = texts.say("flow.alternative", cost=texts.grouped(cost), each=texts.listed(totals))
    drawn = {"cost": data["cost"], "years": list(years), "even": even, "even_text": text}
    return drawn | twin(texts, columns, rows, "tnn"), texts.sentences([started, text])


def layers(texts: Texts, data: Record) -> Told:
    """Tell the score of each layer, which is strong or weak, and whether the ring is open."""
    told = [_layer(texts, each) for each in records(data["layers"])]
    columns = [texts.say(f"layers.{key}") for key in ("layer", "score", "state")]
    rows = [[each["label"], each["shown"], each["state_label"]] for each in told]
    ring = texts.say("layers.open" if data.get("ecosystem_open") else "layers.closed")
    said = [
        texts.say(
            "layers.each", layer=each["label"], score=each["shown"], state=each["state_label"]
        )
        for each in told
    ]
    drawn = {**record(data), "layers": told, "ring": ring}
    alternative = [texts.say("layers.alternative", each=texts.listed(said)), ring]
    return drawn | twin(texts, columns, rows, "tnt"), texts.sentences(alternative)


def _layer(texts: Texts, each: Record) -> dict[str, object]:
    return {
        **each,
        "label": label_of(texts, each["id"]),
        "shown": texts.number(each["value"]),
        "state_label": texts.say(f"layers.{each['state']}"),
    }
