"""Classes of investment: star, cash-cow, watch or exit.

prospect = 0.35 * industry + 0.25 * competition + 0.40 * customer;
comprehensive value = 0.6 * prospect + 0.4 * fit, from unrounded scores; coefficients as the
definition gives them. Star: prospect and fit reach their limits; else cash-cow: cash and fit do;
else watch: prospect or fit does; else exit. A knock-out is an exit whatever the scores.
"""

from collections.abc import Iterator, Mapping
from itertools import product

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.numbers.rounding import tenths
from assessments.questionnaires.composite import Composite, composite
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.evaluation import (
    INCOMPLETE,
    OK,
    PROVISIONAL,
    Case,
    Evaluation,
    Model,
)
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.model_parts.classes import (
    CASH_COW,
    EXIT,
    LIMITS,
    STAR,
    TESTS,
    WATCH,
    class_at,
    comparisons,
    weights,
)
from assessments.questionnaires.parts import Caution, HowSure, Threshold
from assessments.questionnaires.proofs.limits import (
    coefficient_proofs,
    limit_proofs,
    next_to_limits,
)
from assessments.questionnaires.proofs.reachable import composite_scores, scores
from assessments.questionnaires.sureness.how_sure import (
    PRIMES,
    summary,
    varied_means,
    varied_pairs,
)
from assessments.questionnaires.sureness.varied import Varied, bands_of
from assessments.questionnaires.telling import Bands, Holds, Result, Telling
from assessments.questionnaires.weighting import (
    band_id,
    mean_step,
    points,
    test_steps,
    threshold,
)

SCORES = ("prospect", "fit", "time_continuity", "comprehensive_value")
KNOCK_OUT = "knock_out"
THIN = "thin"


def evaluate(case: Case) -> Evaluation:
    """Return the class; without a score in each dimension the result is incomplete."""
    fit, cash = _score(case, "fit"), _score(case, "cash")
    if fit is None or cash is None or not all(each.ok for each in case.measures):
        return Evaluation(status=INCOMPLETE, numbers={"fit": fit, "time_continuity": cash})
    found = _composites(case)
    tenths_of = {name: each.tenths for name, each in found.items()}
    uncapped = class_at(case.definition.limits, tenths_of["prospect"], fit, cash)
    blocked = KNOCK_OUT in case.flags
    band = EXIT if blocked else uncapped
    return Evaluation(
        status=PROVISIONAL if THIN in case.flags else OK,
        rank=EXIT - band,
        position=tenths_of["comprehensive_value"],
        band=band,
        uncapped=uncapped,
        blocked=blocked,
        composite=found["prospect"],
        numbers={"fit": fit, "time_continuity": cash, **tenths_of},
    )


def _composites(case: Case) -> dict[str, Composite]:
    formulas = case.definition.coefficients
    return {name: composite(case.measures, weights(case.definition, name)) for name in formulas}


def _score(case: Case, dimension: str) -> int | None:
    measure = case.measures[case.definition.dimension_place(dimension)]
    return measure.tenths if measure.ok else None


def results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return the class with its scores, letter and default tier."""
    band = band_id(case.definition, evaluation.band)
    codes = case.definition.codes
    return {
        "class": band,
        "band": band,
        "seed_letter": codes["seed_letters"][band] if band else None,
        "default_tier": codes["default_tiers"][band] if band else None,
        **{name: points(evaluation.numbers.get(name)) for name in SCORES},
    }


def flags(case: Case, _: Evaluation) -> Iterator[Caution]:
    """Yield the knock-out and the thin research."""
    if KNOCK_OUT in case.flags:
        yield Caution(
            code="KNOCK_OUT",
            tone="stop",
            sentence="notice.knock_out",
            name="flag.knock_out",
            values={"band": case.definition.bands[EXIT].id},
        )
    if THIN in case.flags:
        yield Caution(code="RESEARCH_THIN", sentence="notice.thin", name="flag.research_thin")


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return both formulas with their numbers, each test of a class, the class, and the flags."""
    definition = case.definition
    if evaluation.band is None or evaluation.uncapped is None:
        pairs = zip(definition.dimensions, case.measures, strict=True)
        ids = [dimension.id for dimension, measure in pairs if not measure.ok]
        return [Step(code="class_incomplete", values={"dimensions": ids})]
    found = _composites(case)
    steps = [_formula_step(case, formula, found) for formula in found]
    steps += test_steps(thresholds(case, evaluation))
    bands = definition.bands
    steps.append(Step(code="class", values={"band": bands[evaluation.uncapped].id}))
    if KNOCK_OUT in case.flags:
        steps.append(Step(code="knocked_out", values={"band": bands[evaluation.band].id}))
    if THIN in case.flags:
        steps.append(Step(code="research_thin"))
    return steps


def _formula_step(case: Case, formula: str, found: Mapping[str, Composite]) -> Step:
    definition = case.definition
    terms = [
        (name, each, found.get(name) or case.measures[definition.dimension_place(name)])
        for name, each in definition.coefficients[formula].items()
    ]
    return mean_step(formula, terms, found[formula])


def thresholds(case: Case, evaluation: Evaluation) -> list[Threshold]:
    """Return the limits of each class above the last: of watch either, of the others both."""
    limits, numbers = case.definition.limits, evaluation.numbers
    values = {**numbers, "cash": numbers.get("time_continuity")}
    return [
        threshold(measure, band, limits[name], values.get(measure), enough=band == "watch")
        for name, (band, measure) in TESTS.items()
    ]


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the ways to a higher class."""
    prospect, limits = evaluation.composite, case.definition.limits
    if prospect is None or KNOCK_OUT in case.flags:
        return []
    ways = {
        STAR: [
            Goal(
                steps=_steps(case, fit=limits["star.fit"]),
                composite=prospect,
                missing=prospect.missing(limits["star.prospect"]),
            )
        ],
        CASH_COW: [
            Goal(steps=_steps(case, fit=limits["cash-cow.fit"], cash=limits["cash-cow.cash"]))
        ],
        WATCH: [
            Goal(composite=prospect, missing=prospect.missing(limits["watch.prospect"])),
            Goal(steps=_steps(case, fit=limits["watch.fit"])),
        ],
    }
    return [goal for place, each in ways.items() if place < (evaluation.band or 0) for goal in each]


def _steps(case: Case, **limits: int) -> dict[int, int]:
    places = {name: case.definition.dimension_place(name) for name in limits}
    return {
        places[name]: levels_missing(case.measures[places[name]], limit) or 0
        for name, limit in limits.items()
    }


def how_sure(case: Case, evaluation: Evaluation) -> HowSure:
    """Return how many other coefficients of the formulas give the same class."""
    definition = case.definition
    coefficients = weights(definition, "prospect")
    bases = PRIMES[: len(coefficients)]
    means = varied_means(case.measures, coefficients, bases)
    prospects = [tenths(numerator, denominator) for numerator, denominator in means]
    bands = bands_of(prospects, lambda prospect: banded(case, evaluation, prospect))
    parts = definition.coefficients["comprehensive_value"]
    measure = case.measures[definition.dimension_place("fit")]
    values = varied_pairs(
        [(parts["prospect"], mean) for mean in means],
        (parts["fit"], (100 * measure.points, 3 * measure.answered)),
        PRIMES[len(bases) : len(bases) + 2],
    )
    found = {"prospect": prospects, "comprehensive_value": values}
    return summary(case, evaluation, bands, found)


def varied(definition: Definition) -> Varied:
    """Return the prospect, which other coefficients move, with its limits."""
    coefficients = weights(definition, "prospect")
    return Varied(
        weights=coefficients,
        bases=dict(zip(coefficients, PRIMES, strict=False)),
        limits=(definition.limits["star.prospect"], definition.limits["watch.prospect"]),
    )


def banded(case: Case, evaluation: Evaluation, prospect: int) -> int:
    """Return the place of the class that another prospect in tenths gives."""
    fit, cash = evaluation.numbers["fit"] or 0, evaluation.numbers["time_continuity"] or 0
    return EXIT if evaluation.blocked else class_at(case.definition.limits, prospect, fit, cash)


def proofs(definition: Definition) -> Iterator[Problem]:
    """Yield each class that no answers reach, and each limit or coefficient without effect.

    A class hangs on comparisons with limits only, so the scores between them add nothing.
    """
    possible = {
        "prospect": composite_scores(definition, weights(definition, "prospect")),
        "fit": scores(definition, definition.dimension_place("fit")),
        "cash": scores(definition, definition.dimension_place("cash")),
    }
    near = [next_to_limits(definition, name, each) for name, each in possible.items()]
    found = list(product(*near))
    yield from limit_proofs(definition, lambda limits: [class_at(limits, *each) for each in found])
    yield from coefficient_proofs(definition)


TELLING = Telling(
    results=(
        Result(key="class", holds=Holds.BAND),
        Result(key="band", holds=Holds.BAND),
        *(Result(key=name, holds=Holds.NUMBER) for name in SCORES),
        Result(key="seed_letter", holds=Holds.TEXT, judges=False),
        Result(
            key="default_tier",
            holds=Holds.WORD,
            judges=False,
            words="tier",
            options=("strategic", "key", "ordinary"),
        ),
    ),
    headline="comprehensive_value",
    unit="result.unit_value",
    bands=Bands.BEST_FIRST,
    needs_all=True,
    finds_facts=True,
)

MODEL = Model(
    name="selection",
    needs=Needs(
        weights=False,
        bands=("star", "cash-cow", "watch", "exit"),
        dimensions=("industry", "competition", "customer", "fit", "cash"),
        limits=LIMITS,
        only_these=True,
        coefficients={
            "prospect": ("industry", "competition", "customer"),
            "comprehensive_value": ("prospect", "fit"),
        },
        codes=("seed_letters", "default_tiers"),
        gates=False,
    ),
    telling=TELLING,
    evaluate=evaluate,
    results=results,
    explain=explain,
    goals=goals,
    thresholds=thresholds,
    proofs=proofs,
    flags=flags,
    how_sure=how_sure,
    varied=varied,
    banded=banded,
    comparisons=comparisons,
    averages=False,
)
