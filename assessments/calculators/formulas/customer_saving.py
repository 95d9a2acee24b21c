"""What a customer saves by integrating systems, or by building options in early.

integration:   cost of a system = capex + sum over the years t of opex / (1 + d)^t
               baseline = sum of the separate systems; proposed = the integrated one
pre-embedding: expected(cost) = sum of probability * cost / (1 + d)^year over the upgrades
               baseline = base + expected(cost)
               proposed = base + extra upfront + expected(cost if embedded)
saving = baseline - proposed; saving % = saving / baseline * 100
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import EngineError, Problem
from assessments.border.step import Step
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.formula import Formula, Outcome
from assessments.calculators.needs import (
    COUNTED_FROM_ONE,
    CURRENCY,
    NUMBER,
    WHOLE,
    Need,
    choice,
    only_when,
    record_of,
    rows_of,
)
from assessments.calculators.steps import Shown, step
from assessments.calculators.values import Value, Values, mapping, number, rows, whole
from assessments.numbers.exact import plain
from assessments.numbers.rounding import round_half_up
from assessments.words import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sums of money in today's value, and how they came about."""

    baseline: Fraction
    proposed: Fraction
    working: Sequence[Step]
    notes: tuple[str, ...] = ()

    @property
    def saving(self) -> Fraction:
        """Below 0 where the proposal costs more."""
        return self.baseline - self.proposed


def check_year(value: Value, before: Values) -> Iterator[Problem]:
    """An upgrade comes within the years compared."""
    years = before.get("years")
    if isinstance(value, int) and isinstance(years, int) and value > years:
        rule = Phrase("rule.between", {"low": 1, "high": years})
        yield Problem("E_RANGE", "", {"rule": rule, "found": value})


def calculate(values: Values, _definition: CalculatorDefinition) -> Outcome:
    """Return both sums and the saving between them."""
    compare = {"integration": _integration, "pre-embedding": _pre_embedding}[str(values["mode"])]
    result = compare(values)
    if result.baseline == 0:
        raise EngineError([Problem("E_ZERO_BASE")])
    baseline, proposed, saving = (
        round_half_up(amount, 2) for amount in (result.baseline, result.proposed, result.saving)
    )
    percent = round_half_up(100 * result.saving / result.baseline)
    sums = {"baseline": baseline, "proposed": proposed, "saving": saving}
    rounding = ("ROUNDING",) if baseline - proposed != saving else ()
    return Outcome(
        outputs={**sums, "saving_percent": percent},
        flags=("NO_SAVING",) if saving <= 0 else (),
        notes=(*result.notes, *rounding),
        working=(
            *result.working,
            step(
                "saving",
                {**sums, "saving_percent": percent},
                lambda shown: shown.baseline - shown.proposed == shown.saving,
            ),
        ),
        picture={"bars": [{"id": name, "value": sums[name]} for name in ("baseline", "proposed")]},
    )


def _integration(values: Values) -> Comparison:
    growth, years = 1 + number(values, "discount"), whole(values, "years")
    factor = sum((1 / growth**year for year in range(1, years + 1)), Fraction(0))
    systems = rows(values, "separate")
    baseline = sum((_cost(system, factor) for system in systems), Fraction(0))
    integrated = mapping(values, "integrated")
    steps = [_annuity_step(values, factor)]
    for position, system in enumerate(systems, start=1):
        terms = {"number": position, **_system_terms(system, factor)}
        steps.append(step("system", terms, _capex_and_opex))
    steps.append(Step(code="baseline_systems", values={"baseline": round_half_up(baseline, 2)}))
    steps.append(step("integrated", _system_terms(integrated, factor), _capex_and_opex))
    return Comparison(baseline=baseline, proposed=_cost(integrated, factor), working=steps)


def _cost(system: Values, factor: Fraction) -> Fraction:
    return number(system, "capex") + number(system, "opex") * factor


def _capex_and_opex(shown: Shown) -> bool:
    return shown.capex + shown.opex * shown.factor == shown.cost


def _annuity_step(values: Values, factor: Fraction) -> Step:
    years, discount = whole(values, "years"), plain(100 * number(values, "discount"))
    terms = {"years": years, "discount": discount, "factor": plain(factor)}
    return Step(code="annuity", values=terms)


def _system_terms(system: Values, factor: Fraction) -> dict[str, object]:
    return {
        "capex": plain(number(system, "capex")),
        "opex": plain(number(system, "opex")),
        "factor": plain(factor),
        "cost": round_half_up(_cost(system, factor), 2),
    }


def _pre_embedding(values: Values) -> Comparison:
    base, extra = number(values, "base_cost"), number(values, "extra_upfront")
    upgrades = rows(values, "upgrades")
    later = sum((_expected(values, upgrade, "cost") for upgrade in upgrades), Fraction(0))
    embedded = sum(
        (_expected(values, upgrade, "cost_if_embedded") for upgrade in upgrades), Fraction(0)
    )
    baseline, proposed = base + later, base + extra + embedded
    steps = [_upgrade_step(values, upgrade, i) for i, upgrade in enumerate(upgrades, start=1)]
    sums = {"base_cost": plain(base), "later": plain(later, 2), "baseline": plain(baseline, 2)}
    steps.append(
        step(
            "baseline_upgrades",
            sums,
            lambda shown: shown.base_cost + shown.later == shown.baseline,
        )
    )
    terms = {"base_cost": plain(base), "extra_upfront": plain(extra)}
    sums = {**terms, "embedded": plain(embedded, 2), "proposed": plain(proposed, 2)}
    steps.append(
        step(
            "proposed_upgrades",
            sums,
            lambda shown: shown.base_cost + shown.extra_upfront + shown.embedded == shown.proposed,
        )
    )
    certain = any(number(upgrade, "probability") == 1 for upgrade in upgrades)
    risky = extra > 0 and baseline > proposed and not certain
    notes = ("RESTS_ON_ESTIMATES",) if risky else ()
    return Comparison(baseline=baseline, proposed=proposed, working=steps, notes=notes)


def _expected(values: Values, upgrade: Values, cost: str) -> Fraction:
    """Return probability * cost / (1 + d)^year of one upgrade."""
    growth = 1 + number(values, "discount")
    return number(upgrade, "probability") * number(upgrade, cost) / growth ** whole(upgrade, "year")


def _upgrade_step(values: Values, upgrade: Values, position: int) -> Step:
    return step(
        "upgrade",
        {
            "number": position,
            "year": whole(upgrade, "year"),
            "discount": plain(100 * number(values, "discount")),
            "probability": plain(100 * number(upgrade, "probability")),
            "cost": plain(number(upgrade, "cost")),
            "cost_if_embedded": plain(number(upgrade, "cost_if_embedded")),
            "later": plain(_expected(values, upgrade, "cost"), 2),
            "embedded": plain(_expected(values, upgrade, "cost_if_embedded"), 2),
        },
        lambda shown: _today(shown, shown.cost) == shown.later,
        lambda shown: _today(shown, shown.cost_if_embedded) == shown.embedded,
    )


def _today(shown: Shown, cost: Fraction) -> Fraction:
    return shown.probability / 100 * cost / (1 + shown.discount / 100) ** int(shown.year)


FORMULA = Formula(
    name="customer-saving",
    calculate=calculate,
    inputs={
        "mode": choice("integration", "pre-embedding"),
        "years": COUNTED_FROM_ONE,
        "discount": Need(type="number", above=-1),
        **only_when(
            {"mode": "integration"},
            {
                "separate": rows_of({"capex": NUMBER, "opex": NUMBER}),
                "integrated": record_of({"capex": NUMBER, "opex": NUMBER}),
            },
        ),
        **only_when(
            {"mode": "pre-embedding"},
            {
                "base_cost": NUMBER,
                "extra_upfront": NUMBER,
                "upgrades": rows_of(
                    {
                        "year": WHOLE,
                        "probability": NUMBER,
                        "cost": NUMBER,
                        "cost_if_embedded": NUMBER,
                    }
                ),
            },
        ),
        "currency": CURRENCY,
    },
    outputs={
        "saving": "number",
        "saving_percent": "number",
        "baseline": "number",
        "proposed": "number",
    },
    money=("saving", "baseline", "proposed"),
    flags={"NO_SAVING": ""},
    notes={"RESTS_ON_ESTIMATES": "", "ROUNDING": ""},
    working={
        "annuity": "years discount factor",
        "system": "number capex opex factor cost",
        "baseline_systems": "baseline",
        "integrated": "capex opex factor cost",
        "upgrade": "number year discount probability cost cost_if_embedded later embedded",
        "baseline_upgrades": "base_cost later baseline",
        "proposed_upgrades": "base_cost extra_upfront embedded proposed",
        "saving": "baseline proposed saving saving_percent",
    },
    errors={"E_ZERO_BASE": ""},
    checks={"upgrades[].year": check_year},
    picture="bars",
)
