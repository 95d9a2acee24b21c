"""Awareness, reputation and loyalty from four counts, with the interval that the sample leaves.

awareness = aware / surveyed;  reputation = favourable / aware;  loyalty = loyal / favourable
index = 30%, 35% and 35% of them, renormalised over those that have somebody to count
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import NUMBER, POSITIVE, WHOLE
from assessments.calculators.steps import step
from assessments.calculators.values import Value, Values, whole
from assessments.numbers.exact import plain
from assessments.numbers.interval import wilson
from assessments.numbers.rounding import round_half_up

FUNNEL = ("surveyed", "aware", "favourable", "loyal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One step of the funnel."""

    id: str
    part: int
    whole: int
    weight: Fraction
    """In the index, in percent."""

    @property
    def value(self) -> Fraction | None:
        """From 0 to 100; None where there is nobody to count."""
        return Fraction(100 * self.part, self.whole) if self.whole else None


def check_surveyed(value: Value, _before: Values) -> Iterator[Problem]:
    """Without a respondent there is no rate."""
    if value == 0:
        yield Problem("E_ZERO_SAMPLE")


def check_order(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """Each count is part of the one before it."""
    for before, after in pairwise(FUNNEL):
        limit, found = values[before], values[after]
        if isinstance(limit, int) and isinstance(found, int) and found > limit:
            amounts = {"found": found, "limit": limit, "whole": Places((before,))}
            yield Problem("E_FUNNEL_ORDER", after, amounts)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the three rates, the interval of awareness and the index."""
    rates = [
        Rate(
            id=name,
            part=whole(values, after),
            whole=whole(values, before),
            weight=definition.number(f"{name}_weight"),
        )
        for name, (before, after) in zip(
            ("awareness", "reputation", "loyalty"), pairwise(FUNNEL), strict=True
        )
    ]
    surveyed, aware = whole(values, "surveyed"), whole(values, "aware")
    interval = [round_half_up(100 * limit) for limit in wilson(aware, surveyed)]
    shown = {rate.id: None if rate.value is None else round_half_up(rate.value) for rate in rates}
    small = definition.number("small_sample")
    return Outcome(
        outputs={**shown, "awareness_ci95": interval, "index": round_half_up(_index(rates))},
        flags=tuple(_flags(surveyed, small)),
        notes=tuple(_notes(rates, small)),
        working=tuple(_working(rates, interval)),
        picture={"stages": [_stage(name, whole(values, name), surveyed) for name in FUNNEL]},
    )


def _stage(name: str, count: int, first: int) -> dict[str, object]:
    return {"name": name, "count": count, "rate": round_half_up(Fraction(100 * count, first))}


def _counted(rates: list[Rate]) -> list[tuple[Fraction, Fraction]]:
    return [(rate.weight, rate.value) for rate in rates if rate.value is not None]


def _index(rates: list[Rate]) -> Fraction:
    weights = sum((weight for weight, _ in _counted(rates)), Fraction(0))
    return sum((weight * value for weight, value in _counted(rates)), Fraction(0)) / weights


def _flags(surveyed: int, small: Fraction) -> Iterator[Step]:
    if surveyed < small:
        counts = {"surveyed": surveyed, "minimum": plain(small)}
        yield Step(code="SMALL_SAMPLE", values=counts)


def _notes(rates: list[Rate], small: Fraction) -> Iterator[Step]:
    aware = rates[0].part
    if aware < small:
        yield Step(code="FEW_AWARE", values={"aware": aware})
    yield Step(code="INDEX_BASE")
    if any(rate.value is None for rate in rates):
        yield Step(code="RATES_LEFT_OUT")


def _working(rates: list[Rate], interval: list[Decimal]) -> Iterator[Step]:
    for rate in rates:
        if rate.value is None:
            yield Step(code=f"no_{rate.id}")
            continue
        parts = {"part": rate.part, "whole": rate.whole}
        yield step(
            rate.id,
            {**parts, "rate": plain(rate.value, 1)},
            lambda shown: shown.part / shown.whole == shown.rate / 100,
        )
    ends = {"low": interval[0], "high": interval[1]}
    yield Step(code="interval", values={"surveyed": rates[0].whole, **ends})
    yield _index_step(rates)


def _index_step(rates: list[Rate]) -> Step:
    counted = _counted(rates)
    terms = " + ".join(f"{plain(weight)} × {plain(value, 1)}" for weight, value in counted)
    weights = plain(sum((weight for weight, _ in counted), Fraction(0)))
    index = plain(_index(rates), 1)
    summed = sum(
        (Fraction(plain(weight)) * Fraction(plain(value, 1)) for weight, value in counted),
        Fraction(0),
    )
    return step(
        "index",
        {"terms": terms, "weights": weights, "index": index},
        lambda shown: summed / shown.weights == shown.index,
    )


FORMULA = Formula(
    name="universal-survey",
    calculate=calculate,
    inputs={"surveyed": WHOLE, "aware": WHOLE, "favourable": WHOLE, "loyal": WHOLE},
    parameters={
        "awareness_weight": POSITIVE,
        "reputation_weight": NUMBER,
        "loyalty_weight": NUMBER,
        "small_sample": NUMBER,
    },
    outputs={
        "index": "number",
        "awareness": "number",
        "awareness_ci95": "list",
        "reputation": "number",
        "loyalty": "number",
    },
    flags={"SMALL_SAMPLE": "surveyed minimum"},
    notes={"FEW_AWARE": "aware", "INDEX_BASE": "", "RATES_LEFT_OUT": ""},
    working={
        "awareness": "part whole rate",
        "reputation": "part whole rate",
        "no_reputation": "",
        "loyalty": "part whole rate",
        "no_loyalty": "",
        "interval": "surveyed low high",
        "index": "terms weights index",
    },
    errors={"E_FUNNEL_ORDER": "found limit whole", "E_ZERO_SAMPLE": ""},
    checks={"surveyed": check_surveyed},
    across=check_order,
    picture="funnel",
)
