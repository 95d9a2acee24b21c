"""How many contacts become orders, step by step, and how many the target needs.

step rate = next / this * 100;  overall = last / first * 100
first stage needed = target / (last / first), rounded up;  expected value = orders * order value
difference of a step = its rate - the usual one, which is given or that of all earlier cohorts
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil

from assessments.border.problems import Places, Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.formula_parts import cohorts
from assessments.calculators.needs import CURRENCY, NUMBER, WHOLE
from assessments.calculators.steps import step
from assessments.calculators.values import Value, Values, number, rows, table, text, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of the funnel."""

    name: str
    count: int


Pair = tuple[Stage, Stage]


def check_stages(value: Value, _before: Values) -> Iterator[Problem]:
    """No stage holds more than the one before it."""
    counts = [row["count"] for row in table(value)]
    for position, (limit, found) in enumerate(pairwise(counts), 1):
        if isinstance(limit, int) and isinstance(found, int) and found > limit:
            before = Places((f"stages[{position - 1}].count",))
            values = {"found": found, "limit": limit, "whole": before}
            yield Problem("E_STAGE_INCREASE", f"[{position}].count", values)


def calculate(values: Values, definition: CalculatorDefinition) -> Outcome:
    """Return the rates, the weakest step and what the target needs at the top."""
    stages = [Stage(name=text(r, "name"), count=whole(r, "count")) for r in rows(values, "stages")]
    first, last = stages[0].count, stages[-1].count
    needed = ceil(Fraction(whole(values, "target_orders") * first, last)) if last else None
    weakest = _weakest(stages)
    compared = cohorts.comparison(values, definition.number("few_cases"))
    return Outcome(
        outputs={
            "stage_rates": [
                _percent(after.count, before.count) for before, after in pairwise(stages)
            ],
            "overall": _percent(last, first),
            "weakest_step": None if weakest is None else f"{weakest[0].name}→{weakest[1].name}",
            "first_stage_needed": needed,
            "expected_value": round_half_up(last * number(values, "order_value"), 2),
            **cohorts.cohort_outputs(values, compared),
        },
        notes=(*_notes(stages, weakest), *cohorts.cohort_notes(compared)),
        working=(*_working(stages, needed, values), *cohorts.cohort_steps(compared)),
        picture={
            "stages": [
                {"name": stage.name, "count": stage.count, "rate": _percent(stage.count, first)}
                for stage in stages
            ],
            "own_names": True,
        },
    )


def _percent(part: int, total: int) -> object:
    return round_half_up(Fraction(100 * part, total)) if total else None


def _weakest(stages: Sequence[Stage]) -> Pair | None:
    """Return the step with the lowest rate, the first of equal ones."""
    steps = [(before, after) for before, after in pairwise(stages) if before.count]
    return min(steps, key=lambda step: Fraction(step[1].count, step[0].count), default=None)


def _notes(stages: Sequence[Stage], weakest: Pair | None) -> Iterator[str]:
    if weakest is not None and weakest[0] is stages[0]:
        yield "TOP_IS_LOWEST"
    if stages[0].count and stages[-1].count == 0:
        yield "NO_ORDERS"


def _working(stages: Sequence[Stage], needed: int | None, values: Values) -> Iterator[Step]:
    for before, after in pairwise(stages):
        names = {"from": before.name, "to": after.name}
        if before.count:
            counts = {"before": before.count, "after": after.count}
            rate = _percent(after.count, before.count)
            yield step(
                "step",
                {**names, **counts, "rate": rate},
                lambda shown: shown.after / shown.before == shown.rate / 100,
            )
        else:
            yield Step(code="no_rate", values=names)
    ends = {"first": stages[0].count, "last": stages[-1].count}
    if needed is not None:
        overall = {"overall": _percent(ends["last"], ends["first"])}
        yield step(
            "overall",
            {**ends, **overall},
            lambda shown: shown.last / shown.first == shown.overall / 100,
        )
        target = {"target": whole(values, "target_orders"), "needed": needed}
        yield Step(code="needed", values={**ends, **target})
    value = number(values, "order_value")
    if value:
        expected = {"orders": ends["last"], "order_value": plain(value, 2)}
        yield step(
            "expected",
            {**expected, "value": plain(ends["last"] * value, 2)},
            lambda shown: shown.orders * shown.order_value == shown.value,
        )


FORMULA = Formula(
    name="opportunity-conversion",
    calculate=calculate,
    inputs={
        **cohorts.INPUTS,
        "target_orders": WHOLE,
        "order_value": NUMBER,
        "currency": CURRENCY,
    },
    parameters={"few_cases": NUMBER},
    outputs={
        "overall": "number",
        "weakest_step": "text",
        "stage_rates": "list",
        "first_stage_needed": "number",
        "expected_value": "number",
        **cohorts.OUTPUTS,
    },
    asked_for=tuple(cohorts.OUTPUTS),
    money=("expected_value",),
    notes={"TOP_IS_LOWEST": "", "NO_ORDERS": "", **cohorts.NOTES},
    working={
        "step": "from to before after rate",
        "no_rate": "from to",
        "overall": "first last overall",
        "needed": "first last target needed",
        "expected": "orders order_value value",
        **cohorts.WORKING,
    },
    errors={"E_STAGE_INCREASE": "found limit whole", **cohorts.ERRORS},
    checks={"stages": check_stages},
    across=lambda values, _: cohorts.check_cohorts(values),
    picture="funnel",
)
