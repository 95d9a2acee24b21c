"""Response, resolution, complaints and attitude of one month of service.

response = answered in time / requests;  resolution = resolved in time / (closed + overdue)
complaints = closed on time / complaints;  attitude = mean mark, and the share of marks 4 and 5
A figure without anything to divide by is None, not 0. Rows, where they are given, tell the same of
each severity and of each customer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts import service_groups
from assessments.calculators.needs import NUMBER, WHOLE, list_of
from assessments.calculators.steps import step
from assessments.calculators.values import Values, items, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up

RATES = (
    ("response_on_time", "responded_on_time", ("tickets",), "no_tickets"),
    ("resolution_rate", "resolved_on_time", ("closed", "overdue_open"), "no_resolution"),
    ("complaint_on_time", "complaints_closed_on_time", ("complaints",), "no_complaints"),
)
"""Output, the input that is its part, the inputs that make its whole, the step without a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """How many customers gave each mark from 1 to 5."""

    counts: tuple[int, ...]

    @property
    def number(self) -> int:
        """All ratings."""
        return sum(self.counts)

    @property
    def marks(self) -> int:
        """All marks added up."""
        return sum(mark * count for mark, count in enumerate(self.counts, start=1))

    @property
    def good(self) -> int:
        """Ratings of 4 or 5."""
        return sum(self.counts[3:])


def check_parts(values: Values, _definition: CalculatorDefinition) -> Iterator[Problem]:
    """A part is not more than its whole."""
    for _, part, wholes, _ in RATES:
        found = values[part]
        counts = [count for name in wholes if isinstance(count := values[name], int)]
        if isinstance(found, int) and len(counts) == len(wholes) and found > sum(counts):
            amounts = {"found": found, "limit": sum(counts), "whole": Places(tuple(wholes))}
            yield Problem("E_PART_GT_WHOLE", part, amounts)
    yield from service_groups.check_groups(values)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the three rates and the two figures of attitude."""
    ratings = _ratings(values)
    rates = {
        output: _rounded(100 * whole(values, part), sum(whole(values, name) for name in wholes))
        for output, part, wholes, _ in RATES
    }
    shares = {**rates, "attitude_good": _rounded(100 * ratings.good, ratings.number)}
    mean = _rounded(ratings.marks, ratings.number, 2)
    groups = service_groups.groups_of(values, definition.number("few_requests"))
    target, response = definition.number("response_target"), rates["response_on_time"]
    return Outcome(
        outputs={**shares, "attitude_mean": mean, **service_groups.group_outputs(groups)},
        flags=tuple(_flags(response, target)),
        notes=(
            *_notes(values, ratings, definition.number("few_ratings")),
            *service_groups.group_notes(values, groups, response, target),
        ),
        working=(
            *_rate_steps(values),
            *_attitude_steps(ratings),
            *service_groups.group_steps(groups),
        ),
        picture=_picture(shares),
    )


def _picture(shares: Mapping[str, Decimal | None]) -> Mapping[str, object] | None:
    """Return a bar for each share; where nothing was counted there is nothing to draw."""
    if not any(share is not None for share in shares.values()):
        return None
    bars = [{"id": name, "value": share} for name, share in shares.items()]
    return {"bars": bars, "maximum": 100}


def _ratings(values: Values) -> Ratings:
    return Ratings(
        counts=tuple(count for count in items(values, "ratings") if isinstance(count, int))
    )


def _rounded(part: int, total: int, decimals: int = 1) -> Decimal | None:
    return round_half_up(Fraction(part, total), decimals) if total else None


def _flags(response: Decimal | None, target: Fraction) -> Iterator[Step]:
    if response is not None and response < target:
        rates = {"response_on_time": response, "target": plain(target)}
        yield Step(code="BELOW_95_RESPONSE", values=rates)


def _notes(values: Values, ratings: Ratings, few: Fraction) -> Iterator[Step]:
    complaints = whole(values, "complaints")
    if complaints and not whole(values, "complaints_closed_on_time"):
        yield Step(code="COMPLAINTS_NEVER_ON_TIME", values={"complaints": complaints})
    if 0 < ratings.number < few:
        yield Step(code="FEW_RATINGS", values={"ratings": ratings.number})


def _rate_steps(values: Values) -> Iterator[Step]:
    for output, part, wholes, empty in RATES:
        counts = {name: whole(values, name) for name in wholes}
        total = sum(counts.values())
        if not total:
            yield Step(code=empty)
            continue
        terms = counts if len(counts) > 1 else {"whole": total}
        rate = plain(Fraction(100 * whole(values, part), total), 1)
        exact = Fraction(whole(values, part), total) == Fraction(rate) / 100
        told = {"part": whole(values, part), **terms, "rate": rate}
        yield Step(code=output, values=told, exact=exact)


def _attitude_steps(ratings: Ratings) -> Iterator[Step]:
    if not ratings.number:
        yield Step(code="no_ratings")
        return
    number = {"ratings": ratings.number}
    mean = plain(Fraction(ratings.marks, ratings.number), 2)
    yield step(
        "attitude_mean",
        {**number, "sum": ratings.marks, "mean": mean},
        lambda shown: shown.sum / shown.ratings == shown.mean,
    )
    rate = plain(Fraction(100 * ratings.good, ratings.number), 1)
    yield step(
        "attitude_good",
        {**number, "good": ratings.good, "rate": rate},
        lambda shown: shown.good / shown.ratings == shown.rate / 100,
    )


FORMULA = Formula(
    name="service-sla",
    calculate=calculate,
    inputs={
        "tickets": WHOLE,
        "responded_on_time": WHOLE,
        "closed": WHOLE,
        "overdue_open": WHOLE,
        "resolved_on_time": WHOLE,
        "complaints": WHOLE,
        "complaints_closed_on_time": WHOLE,
        "ratings": list_of(WHOLE, least=5),
        "groups": service_groups.GROUPS,
    },
    parameters={"response_target": NUMBER, "few_ratings": NUMBER, "few_requests": NUMBER},
    outputs={
        "response_on_time": "number",
        "resolution_rate": "number",
        "complaint_on_time": "number",
        "attitude_mean": "number",
        "attitude_good": "number",
        **service_groups.OUTPUTS,
    },
    asked_for=tuple(service_groups.OUTPUTS),
    flags={"BELOW_95_RESPONSE": "response_on_time target"},
    notes={
        "COMPLAINTS_NEVER_ON_TIME": "complaints",
        "FEW_RATINGS": "ratings",
        **service_groups.NOTES,
    },
    working={
        "response_on_time": "part whole rate",
        "no_tickets": "",
        "resolution_rate": "part closed overdue_open rate",
        "no_resolution": "",
        "complaint_on_time": "part whole rate",
        "no_complaints": "",
        "attitude_mean": "sum ratings mean",
        "attitude_good": "good ratings rate",
        "no_ratings": "",
        **service_groups.WORKING,
    },
    errors={"E_PART_GT_WHOLE": "found limit whole", **service_groups.ERRORS},
    across=check_parts,
    picture="bars",
)
