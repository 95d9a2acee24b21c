"""Weighted mean in which every part must exist: the 1-5-1 programme.

overall and band as in weighted_mean; parts whose rounded score is below the minimum make the
programme incomplete, which caps the band at "weak".
"""

from dataclasses import replace

from assessments.border.step import Step
from assessments.numbers.rounding import from_tenths
from assessments.questionnaires.definition import Needs
from assessments.questionnaires.evaluation import OK, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.models import weighted_mean
from assessments.questionnaires.weighting import band_thresholds, overall_steps

CAP = "weak"
"""The highest band of a programme with a part missing."""


def evaluate(case: Case) -> Evaluation:
    """Return the weighted result, capped while a part is missing."""
    found = weighted_mean.evaluate(case)
    missing = _missing_parts(case)
    if found.band is None or not missing:
        return found
    band = min(found.band, case.definition.band_place(CAP))
    ids = ",".join([case.definition.dimensions[place].id for place in missing])
    gates = (*found.gates, f"PROGRAMME_INCOMPLETE:{ids}")
    return replace(found, band=band, rank=band, gates=gates)


def _missing_parts(case: Case) -> list[int]:
    minimum = case.definition.limits["minimum"]
    return [place for place, each in enumerate(case.measures) if 0 <= each.tenths < minimum]


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
                "score": case.measures[place].shown,
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


MODEL = Model(
    needs=Needs(named_bands=(CAP,), limits=("minimum",)),
    evaluate=evaluate,
    outputs=weighted_mean.outputs,
    explain=explain,
    goals=goals,
    thresholds=band_thresholds,
)
