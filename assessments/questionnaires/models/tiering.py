"""Tiers of service: strategic, key or ordinary, by absolute limits and never by rank in a list.

V = sum(weight * dimension score) / sum(weight). Strategic: V and the dimension "strategic" reach
their limits; else key: V or the dimension "current" reaches its limit; else ordinary. A dimension
that is n/a counts as 0 in these tests. A block puts the account in the last tier.
"""

from collections.abc import Iterator
from dataclasses import replace

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.numbers.rounding import tenths
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.evaluation import OK, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.model_parts.comparisons import Comparisons
from assessments.questionnaires.parts import Caution, HowSure, Threshold
from assessments.questionnaires.proofs.limits import Limits, full_cases, limit_proofs
from assessments.questionnaires.sureness.how_sure import PRIMES, summary, varied_means
from assessments.questionnaires.sureness.varied import Varied, bands_of
from assessments.questionnaires.telling import Bands, Holds, Result, Telling
from assessments.questionnaires.weighting import (
    WEIGHTED_RESULTS,
    overall_steps,
    standing,
    test_steps,
    threshold,
    weighted_results,
)

STRATEGIC, KEY, ORDINARY = range(3)
"""Places of the tiers among the bands."""


def evaluate(case: Case) -> Evaluation:
    """Return the tier."""
    found = standing(case)
    if found.overall is None:
        return Evaluation(status=found.status)
    overall = found.overall.tenths
    uncapped = tier_at(case, overall)
    band = ORDINARY if case.flags else uncapped
    return Evaluation(
        status=OK,
        rank=ORDINARY - band,
        position=overall,
        band=band,
        uncapped=uncapped,
        blocked=bool(case.flags),
        composite=found.overall,
        numbers={"overall": overall},
    )


def tier_at(case: Case, overall: int) -> int:
    """Return the place of the tier that an overall score in tenths gives with these dimensions."""
    limits = case.definition.limits
    strategic = overall >= limits["strategic.overall"]
    if strategic and _score(case, "strategic") >= limits["strategic.strategic"]:
        return STRATEGIC
    if overall >= limits["key.overall"] or _score(case, "current") >= limits["key.current"]:
        return KEY
    return ORDINARY


def _score(case: Case, dimension: str) -> int:
    return max(0, case.measures[case.definition.dimension_place(dimension)].tenths)


def results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return overall, tier and the letter of the seed."""
    found = weighted_results(case, evaluation)
    band = found["band"]
    letters = case.definition.codes["seed_letters"]
    return {**found, "seed_letter": letters[band] if isinstance(band, str) else None}


def flags(case: Case, _: Evaluation) -> Iterator[Caution]:
    """Yield that the account is blocked."""
    if case.flags:
        yield Caution(
            code="BLOCKED",
            tone="stop",
            sentence="notice.blocked",
            name="flag.blocked",
            values={"band": case.definition.bands[ORDINARY].id},
            halts=True,
        )


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return overall, each test of a tier, the tier, and the blocks."""
    steps = overall_steps(case, evaluation)
    if evaluation.band is None or evaluation.uncapped is None:
        return steps
    bands = case.definition.bands
    steps += test_steps(thresholds(case, evaluation))
    steps.append(Step(code="tier", values={"band": bands[evaluation.uncapped].id}))
    if case.flags:
        named = [flag for flag in case.definition.flags if flag in case.flags]
        values = {"flags": named, "band": bands[evaluation.band].id}
        steps.append(Step(code="blocked", values=values))
    return steps


def thresholds(case: Case, evaluation: Evaluation) -> list[Threshold]:
    """Return the limits of each tier above the last: of strategic both, of key either."""
    limits = case.definition.limits
    overall = evaluation.numbers.get("overall")
    values = {
        "overall": overall,
        "strategic": _score(case, "strategic"),
        "current": _score(case, "current"),
    }
    return [
        threshold(measure, tier, limits[f"{tier}.{measure}"], values[measure], enough=tier == "key")
        for tier, measure in (name.split(".") for name in LIMITS)
    ]


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the ways to a higher tier."""
    overall, limits = evaluation.composite, case.definition.limits
    if overall is None or case.flags or evaluation.band == STRATEGIC:
        return []
    ways: list[Goal] = []
    strategic = _steps(case, "strategic", limits["strategic.strategic"])
    if strategic is not None:
        missing = overall.missing(limits["strategic.overall"])
        ways.append(Goal(steps=strategic, composite=overall, missing=missing))
    if evaluation.band == ORDINARY:
        ways.append(Goal(composite=overall, missing=overall.missing(limits["key.overall"])))
        current = _steps(case, "current", limits["key.current"])
        if current is not None:
            ways.append(Goal(steps=current))
    return ways


def _steps(case: Case, dimension: str, limit: int) -> dict[int, int] | None:
    place = case.definition.dimension_place(dimension)
    missing = levels_missing(case.measures[place], limit)
    return None if missing is None else {place: missing}


def how_sure(case: Case, evaluation: Evaluation) -> HowSure:
    """Return how many other weightings give the same tier."""
    scored = [place for place, each in enumerate(case.measures) if each.ok]
    weights = {place: case.definition.dimensions[place].weight for place in scored}
    bases = tuple([PRIMES[place] for place in scored])
    means = varied_means(case.measures, weights, bases)
    overalls = [tenths(numerator, denominator) for numerator, denominator in means]
    bands = bands_of(overalls, lambda overall: banded(case, evaluation, overall))
    return summary(case, evaluation, bands, {"overall": overalls})


def varied(definition: Definition) -> Varied:
    """Return the overall score, which other weights move, with its limits."""
    dimensions = list(enumerate(definition.dimensions))
    return Varied(
        weights={place: each.weight for place, each in dimensions},
        bases={place: PRIMES[place] for place, _ in dimensions},
        limits=(definition.limits["strategic.overall"], definition.limits["key.overall"]),
    )


def banded(case: Case, evaluation: Evaluation, overall: int) -> int:
    """Return the place of the tier that another overall score in tenths gives."""
    return ORDINARY if evaluation.blocked else tier_at(case, overall)


def comparisons(definition: Definition) -> Comparisons:
    """Return what decides: the overall score and two dimensions, compared with their limits."""
    return Comparisons(
        means={"overall": {p: each.weight for p, each in enumerate(definition.dimensions)}},
        scores={},
        limits=tuple(
            (measure if measure == "overall" else definition.dimension_place(measure), limit)
            for measure, limit in (
                (name.partition(".")[2], definition.limits[name]) for name in LIMITS
            )
        ),
        position="overall",
    )


def proofs(definition: Definition) -> Iterator[Problem]:
    """Yield each tier that no answers reach, and each limit that changes no tier."""
    cases = list(full_cases(definition))

    def tiers(limits: Limits) -> list[int]:
        tool = replace(definition, limits=limits)
        return [tier_at(replace(case, definition=tool), overall) for case, overall in cases]

    yield from limit_proofs(definition, tiers)


LIMITS = ("strategic.overall", "strategic.strategic", "key.overall", "key.current")

MODEL = Model(
    name="tiering",
    needs=Needs(
        bands=("strategic", "key", "ordinary"),
        dimensions=("current", "potential", "strategic"),
        only_these=True,
        limits=LIMITS,
        codes=("seed_letters",),
        gates=False,
    ),
    telling=Telling(
        results=(
            *WEIGHTED_RESULTS,
            Result(key="seed_letter", holds=Holds.TEXT, judges=False),
        ),
        bands=Bands.ALIKE,
        finds_facts=True,
    ),
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
