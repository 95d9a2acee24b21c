"""Weighted mean in which every part must exist: the 1-5-1 programme.

overall and band as in weighted_mean; parts whose rounded score is below the minimum make the
programme incomplete, which caps the band at "weak".
"""

from collections.abc import Iterator
from dataclasses import replace

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.numbers.rounding import from_tenths
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.evaluation import OK, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.models import weighted_mean
from assessments.questionnaires.parts import Caution
from assessments.questionnaires.proofs.bands import band_proofs
from assessments.questionnaires.telling import Telling
from assessments.questionnaires.weighting import band_thresholds, overall_steps

CAP = "weak"
"""The highest band of a programme with a part missing."""


def evaluate(case: Case) -> Evaluation:
    """Return the weighted result, capped while a part is missing."""
    found = weighted_mean.evaluate(case)
    if found.band is None or not _missing_parts(case):
        return found
    band = min(found.band, case.definition.band_place(CAP))
    return replace(found, band=band, rank=band)


def _missing_parts(case: Case) -> list[int]:
    minimum = case.definition.limits["minimum"]
    return [place for place, each in enumerate(case.measures) if 0 <= each.tenths < minimum]


def gates(case: Case, evaluation: Evaluation) -> Iterator[Caution]:
    """Yield the gates that fired, then the parts that are missing."""
    yield from weighted_mean.gates(case, evaluation)
    missing = [case.definition.dimensions[place].id for place in _missing_parts(case)]
    if missing and evaluation.band is not None:
        yield Caution(
            code=f"PROGRAMME_INCOMPLETE:{','.join(missing)}",
            tone="stop" if weighted_mean.is_capped(evaluation) else "caution",
            sentence="notice.programme",
            values={"dimensions": missing, "count": len(missing)},
        )


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return the weighted steps, then each part that is missing, and the cap."""
    if evaluation.status != OK:
        return overall_steps(case, evaluation)
    steps = [*overall_steps(case, evaluation), weighted_mean.band_step(case, evaluation)]
    minimum = from_tenths(case.definition.limits["minimum"])
    missing = _missing_parts(case)
    steps += [
        Step(
            code="part_missing",
            values={
                "dimension": case.definition.dimensions[place].id,
                "score": case.measures[place].score,
                "below": minimum,
                "cap": CAP,
            },
        )
        for place in missing
    ]
    if not missing:
        steps.append(Step(code="parts_present", values={"minimum": minimum}))
    return [*steps, *weighted_mean.cap_steps(case, evaluation)]


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the way to the next band: complete the programme where it holds the band down."""
    if evaluation.band is None:
        return []
    steps: dict[int, int] = {}
    if case.definition.band_place(CAP) <= evaluation.band:
        minimum = case.definition.limits["minimum"]
        for place in _missing_parts(case):
            steps[place] = levels_missing(case.measures[place], minimum) or 0
    return weighted_mean.next_band(case, evaluation, Goal(steps=steps))


def proofs(definition: Definition) -> Iterator[Problem]:
    """Yield what band_proofs does, and a minimum that every part reaches."""
    yield from band_proofs(definition, part_caps)
    if not definition.limits["minimum"]:
        values = {"name": "minimum"}
        yield Problem("E_PROOF", "parameters.minimum", values, "limit_without_effect")


def part_caps(definition: Definition, score: int) -> Iterator[int]:
    """Yield the cap of a part by its score in tenths, where the part is missing."""
    if score < definition.limits["minimum"]:
        yield definition.band_place(CAP)


MODEL = Model(
    name="programme",
    needs=Needs(named_bands=(CAP,), limits=("minimum",)),
    telling=Telling(results=weighted_mean.RESULTS),
    evaluate=evaluate,
    results=weighted_mean.results,
    explain=explain,
    goals=goals,
    thresholds=band_thresholds,
    proofs=proofs,
    flags=weighted_mean.flags,
    gates=gates,
)
