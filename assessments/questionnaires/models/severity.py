"""Severity: a weighted mean in which a high score is bad.

overall = sum(weight * dimension score) / sum(weight), from 0 (no problem) to 100 (severe).
The dimension with the highest unrounded score is the top pain; there are no gates.
"""

from assessments.border.step import Step
from assessments.questionnaires.definition import Needs
from assessments.questionnaires.evaluation import OK, TOO_MANY_NA, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal
from assessments.questionnaires.models.weighted_mean import band_step
from assessments.questionnaires.proofs.bands import band_proofs
from assessments.questionnaires.telling import Bands, Holds, Result, Telling
from assessments.questionnaires.weighting import (
    WEIGHTED_RESULTS,
    band_reached,
    band_thresholds,
    banded,
    extreme_dimension,
    id_at,
    overall_steps,
    standing,
    weighted_results,
)


def evaluate(case: Case) -> Evaluation:
    """Return the band of the overall score."""
    found = standing(case)
    if found.overall is None:
        return Evaluation(status=found.status)
    band = band_reached(case.definition, found.overall.tenths)
    rank = len(case.definition.bands) - 1 - band
    return banded(found.overall, uncapped=band, band=band, rank=rank)


def results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return overall, band and the dimension that hurts most."""
    top = None
    if evaluation.status != TOO_MANY_NA:
        top = extreme_dimension(case.measures, highest=True)
    return {**weighted_results(case, evaluation), "top_pain": id_at(case.definition, top)}


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return overall and band."""
    steps = overall_steps(case, evaluation)
    return [*steps, band_step(case, evaluation)] if evaluation.status == OK else steps


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the way to the next lighter band: the overall score must fall below this one."""
    overall, band = evaluation.composite, evaluation.band
    if not band or overall is None:
        return []
    surplus = 1 - overall.missing(case.definition.bands[band].minimum)
    return [Goal(composite=overall, missing=surplus)]


MODEL = Model(
    name="severity",
    needs=Needs(limits=("act_from",), gates=False),
    telling=Telling(
        results=(*WEIGHTED_RESULTS, Result(key="top_pain", holds=Holds.DIMENSION, judges=False)),
        unit="result.unit_severity",
        bands=Bands.BEST_FIRST,
    ),
    evaluate=evaluate,
    results=results,
    explain=explain,
    goals=goals,
    thresholds=band_thresholds,
    proofs=band_proofs,
    best=0,
    acts_from="act_from",
)
