"""What an account is worth over the years, at today's value.

CF_t = (revenue * (1 + growth)^(t-1) * margin - serve_cost * (1 + serve_growth)^(t-1))
       * retention^(t-1) / (1 + discount)^t, for t = 1 … years
present value = sum(CF_t);  LTV = present value - cac;  ratio = present value / cac
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import COUNTED_FROM_ONE, CURRENCY, NUMBER, Need
from assessments.calculators.steps import step
from assessments.calculators.values import Values, number, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What one year brings."""

    year: int
    earned: Fraction
    """Gross profit before retention and discount."""
    served: Fraction
    """Cost to serve before retention and discount."""
    factor: Fraction
    """retention^(t-1) / (1 + discount)^t"""

    @property
    def flow(self) -> Fraction:
        """Today's value of the year."""
        return (self.earned - self.served) * self.factor


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the lifetime value, its yearly parts and when the cost of winning is earned back."""
    years = _years(values)
    cost = number(values, "cac")
    totals = list(accumulate(each.flow for each in years))
    value = round_half_up(totals[-1] - cost, 2)
    ratio = round_half_up(totals[-1] / cost, 2) if cost else None
    even = _break_even(totals, cost)
    return Outcome(
        outputs={
            "ltv": value,
            "present_value": round_half_up(totals[-1], 2),
            "ltv_to_cac": ratio,
            "ratio_band": None if ratio is None else _ratio_band(ratio, definition),
            "break_even_year": even,
            "yearly": [round_half_up(each.flow, 2) for each in years],
            "band": "negative" if value < 0 else "positive",
        },
        flags=tuple(_flags(value, even)),
        notes=tuple(_notes(values, years, value, even, definition)),
        working=tuple(_working(years, totals, values)),
        picture=_picture(years, totals, cost, even),
    )


def _years(values: Values) -> Sequence[Year]:
    revenue = number(values, "revenue") * number(values, "margin")
    return [
        Year(
            year=year,
            earned=revenue * (1 + number(values, "growth")) ** (year - 1),
            served=number(values, "serve_cost")
            * (1 + number(values, "serve_growth")) ** (year - 1),
            factor=number(values, "retention") ** (year - 1)
            / (1 + number(values, "discount")) ** year,
        )
        for year in range(1, whole(values, "years") + 1)
    ]


def _break_even(totals: Sequence[Fraction], cost: Fraction) -> int | None:
    if cost == 0:
        return 0
    return next((year for year, total in enumerate(totals, 1) if total >= cost), None)


def _ratio_band(ratio: Decimal, definition: CalculatorDefinition) -> str:
    if ratio < definition.number("fair_from"):
        return "weak"
    return "fair" if ratio < definition.number("good_from") else "good"


def _flags(value: Decimal, even: int | None) -> Iterator[str]:
    if value < 0:
        yield "NEGATIVE_LTV"
    if even is None:
        yield "NO_BREAK_EVEN"


def _notes(
    values: Values,
    years: Sequence[Year],
    value: Decimal,
    even: int | None,
    definition: CalculatorDefinition,
) -> Iterator[str]:
    if number(values, "cac"):
        yield "RATIO_IS_PRESENT_VALUE"
    if even is not None and value < 0:
        yield "BREAK_EVEN_THEN_LOSS"
    if any(each.earned < each.served for each in years[1:]):
        yield "CHURN_HELPS_LOSS"
    if number(values, "retention") == definition.number("placeholder_retention"):
        yield "PLACEHOLDER_RETENTION"


def _working(years: Sequence[Year], totals: Sequence[Fraction], values: Values) -> Iterator[Step]:
    for each, total in zip(years, totals, strict=True):
        yield step(
            "year",
            {
                "year": each.year,
                "earned": plain(each.earned, 2),
                "served": plain(each.served, 2),
                "factor": plain(each.factor, 6),
                "flow": plain(each.flow, 2),
                "total": plain(total, 2),
            },
            lambda shown: (shown.earned - shown.served) * shown.factor == shown.flow,
        )
    cost = number(values, "cac")
    result = {"present_value": plain(totals[-1], 2), "cac": plain(cost, 2)}
    yield step(
        "value",
        {**result, "ltv": plain(totals[-1] - cost, 2)},
        lambda shown: shown.present_value - shown.cac == shown.ltv,
    )
    if cost:
        yield step(
            "ratio",
            {**result, "ratio": plain(totals[-1] / cost, 2)},
            lambda shown: shown.present_value / shown.cac == shown.ratio,
        )


def _picture(
    years: Sequence[Year], totals: Sequence[Fraction], cost: Fraction, even: int | None
) -> Mapping[str, object]:
    return {
        "cost": round_half_up(cost, 2),
        "even": even,
        "years": [
            {
                "year": each.year,
                "flow": round_half_up(each.flow, 2),
                "total": round_half_up(total - cost, 2),
            }
            for each, total in zip(years, totals, strict=True)
        ],
    }


FORMULA = Formula(
    name="customer-ltv",
    calculate=calculate,
    inputs={
        "revenue": NUMBER,
        "margin": NUMBER,
        "years": COUNTED_FROM_ONE,
        "retention": NUMBER,
        "discount": Need(type="number", above=-1),
        "growth": NUMBER,
        "serve_cost": NUMBER,
        "serve_growth": NUMBER,
        "cac": NUMBER,
        "currency": CURRENCY,
    },
    parameters={"fair_from": NUMBER, "good_from": NUMBER, "placeholder_retention": NUMBER},
    outputs={
        "ltv": "number",
        "band": "choice",
        "present_value": "number",
        "ltv_to_cac": "number",
        "ratio_band": "choice",
        "break_even_year": "number",
        "yearly": "list",
    },
    money=("ltv", "present_value", "yearly", "flow", "total", "cost"),
    bands=("negative", "positive"),
    flags={"NEGATIVE_LTV": "", "NO_BREAK_EVEN": ""},
    notes={
        "RATIO_IS_PRESENT_VALUE": "",
        "BREAK_EVEN_THEN_LOSS": "",
        "CHURN_HELPS_LOSS": "",
        "PLACEHOLDER_RETENTION": "",
    },
    working={
        "year": "year earned served factor flow total",
        "value": "present_value cac ltv",
        "ratio": "present_value cac ratio",
    },
    picture="cash-flow",
)
