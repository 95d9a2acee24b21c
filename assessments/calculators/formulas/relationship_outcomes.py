"""What a year of relationship work brought, in five figures of our own books.

share or rate = part / whole * 100;  premium = (own - market) / market * 100
A figure whose divisor is 0, or whose inputs are not given, is null and not 0.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import CURRENCY, NUMBER, WHOLE, optional
from assessments.calculators.steps import step
from assessments.calculators.values import Values, optional_number, whole
from assessments.numbers.exact import plain
from assessments.numbers.interval import wilson
from assessments.numbers.rounding import round_half_up

PARTS = {
    "strategic_share": ("strategic_revenue", "total_revenue"),
    "renewal_rate": ("renewed", "due"),
    "incident_retained": ("incidents_retained", "incidents"),
    "relation_sourced_share": ("relation_revenue", "total_revenue"),
}
"""Figure -> its part and its whole."""


def check_parts(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """A part is not more than its whole."""
    for name, (part, total) in PARTS.items():
        amount, limit = _amounts(values, name)
        if amount is not None and limit is not None and amount > limit:
            found = {"found": plain(amount), "limit": plain(limit), "whole": Places((total,))}
            yield Problem("E_PART_GT_WHOLE", part, found)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the five figures, with the interval of the renewal rate."""
    rates = {name: _rate(values, name) for name in PARTS}
    renewed, due = whole(values, "renewed"), whole(values, "due")
    interval = [round_half_up(100 * end) for end in wilson(renewed, due)] if due else None
    small = due < definition.number("small_sample")
    return Outcome(
        outputs={
            "strategic_share": rates["strategic_share"],
            "renewal_rate": rates["renewal_rate"],
            "renewal_ci95": interval,
            "price_premium": _premium(values),
            "incident_retained": rates["incident_retained"],
            "relation_sourced_share": rates["relation_sourced_share"],
        },
        flags=("SMALL_SAMPLE",) if small else (),
        notes=tuple(_notes(values, rates)),
        working=tuple(_working(values, rates, interval)),
        picture={
            "bars": [{"id": n, "value": rate} for n, rate in rates.items() if rate is not None],
            "maximum": 100,
        },
    )


def _amounts(values: Values, name: str) -> tuple[Fraction | None, Fraction | None]:
    part, total = (values[each] for each in PARTS[name])
    return (
        Fraction(part) if isinstance(part, int | Fraction) else None,
        Fraction(total) if isinstance(total, int | Fraction) else None,
    )


def _rate(values: Values, name: str) -> Decimal | None:
    part, total = _amounts(values, name)
    if part is None or not total:
        return None
    return round_half_up(100 * part / total)


def _premium(values: Values) -> Decimal | None:
    own, market = optional_number(values, "own_price"), optional_number(values, "market_price")
    if own is None or not market:
        return None
    return round_half_up(100 * (own - market) / market)


def _notes(values: Values, rates: Mapping[str, Decimal | None]) -> Iterator[str | Step]:
    yield "COMPARE_WITH_OWN_PAST"
    missing = [name for name, rate in rates.items() if rate is None]
    if _premium(values) is None:
        missing.append("price_premium")
    if missing:
        yield Step(code="NOT_COMPUTED", values={"count": len(missing)})


def _working(
    values: Values, rates: Mapping[str, Decimal | None], interval: object
) -> Iterator[Step]:
    for name, rate in rates.items():
        part, total = _amounts(values, name)
        if rate is None or part is None or total is None:
            yield Step(code=f"no_{name}")
        else:
            amounts = {"part": plain(part), "whole": plain(total)}
            yield step(
                name,
                {**amounts, "rate": rate},
                lambda shown: shown.part / shown.whole == shown.rate / 100,
            )
    if isinstance(interval, list):
        ends = {"low": interval[0], "high": interval[1]}
        yield Step(code="interval", values={**ends, "due": whole(values, "due")})
    own, market = optional_number(values, "own_price"), optional_number(values, "market_price")
    premium = _premium(values)
    if premium is None or own is None or market is None:
        yield Step(code="no_price_premium")
    else:
        prices = {"own": plain(own), "market": plain(market)}
        yield step(
            "price_premium",
            {**prices, "premium": premium},
            lambda shown: (shown.own - shown.market) / shown.market == shown.premium / 100,
        )


FORMULA = Formula(
    name="relationship-outcomes",
    calculate=calculate,
    inputs={
        "strategic_revenue": NUMBER,
        "total_revenue": NUMBER,
        "renewed": WHOLE,
        "due": WHOLE,
        "own_price": optional(NUMBER),
        "market_price": optional(NUMBER),
        "incidents": optional(WHOLE),
        "incidents_retained": optional(WHOLE),
        "relation_revenue": optional(NUMBER),
        "currency": CURRENCY,
    },
    parameters={"small_sample": NUMBER},
    outputs={
        "strategic_share": "number",
        "renewal_rate": "number",
        "renewal_ci95": "list",
        "price_premium": "number",
        "incident_retained": "number",
        "relation_sourced_share": "number",
    },
    flags={"SMALL_SAMPLE": ""},
    notes={"COMPARE_WITH_OWN_PAST": "", "NOT_COMPUTED": "count"},
    working={
        **dict.fromkeys(PARTS, "part whole rate"),
        **dict.fromkeys((f"no_{name}" for name in PARTS), ""),
        "interval": "due low high",
        "price_premium": "own market premium",
        "no_price_premium": "",
    },
    errors={"E_PART_GT_WHOLE": "found limit whole"},
    across=check_parts,
    picture="bars",
)
