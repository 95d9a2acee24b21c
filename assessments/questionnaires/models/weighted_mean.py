"""Weighted mean with gates: the model of most questionnaires.

overall = sum(weight * dimension score) / sum(weight), from 0 to 100; band by the rounded overall;
each gate that fires caps the band.
"""

from collections.abc import Iterator
from dataclasses import replace

from assessments.border.step import Step
from assessments.numbers.rounding import from_tenths
from assessments.questionnaires.definition import Needs
from assessments.questionnaires.evaluation import OK, TOO_MANY_NA, Case, Evaluation, Model
from assessments.questionnaires.gating import (
    capped,
    clear_gates,
    fired_gates,
    gate_cautions,
    gate_steps,
)
from assessments.questionnaires.goals import Goal
from assessments.questionnaires.parts import Caution
from assessments.questionnaires.proofs.bands import band_proofs
from assessments.questionnaires.telling import Holds, Result, Telling
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
    """Return the band of the overall score, lowered by the gates that fire."""
    found = standing(case)
    if found.overall is None:
        return Evaluation(status=found.status)
    uncapped = band_reached(case.definition, found.overall.tenths)
    band = capped(uncapped, fired_gates(case))
    return banded(found.overall, uncapped=uncapped, band=band, rank=band)


def results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return overall, band and the weakest dimension."""
    weakest = extreme_dimension(case.measures) if evaluation.status != TOO_MANY_NA else None
    return {
        **weighted_results(case, evaluation),
        "weakest": id_at(case.definition, weakest),
    }


def is_capped(evaluation: Evaluation) -> bool:
    """Tell whether a rule lowers the band that the score alone gives."""
    return evaluation.band != evaluation.uncapped


def gates(case: Case, evaluation: Evaluation) -> Iterator[Caution]:
    """Yield the gates that fired."""
    if evaluation.band is not None:
        yield from gate_cautions(case, lowers=is_capped(evaluation))


def flags(case: Case, evaluation: Evaluation) -> Iterator[Caution]:
    """Yield the band before and after a cap."""
    if is_capped(evaluation):
        yield Caution(
            code="CAPPED",
            tone="stop",
            sentence="notice.capped",
            name="flag.capped",
            values=_caps(case, evaluation),
        )


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return overall, band, each gate and the cap."""
    steps = overall_steps(case, evaluation)
    if evaluation.status == OK:
        steps += [band_step(case, evaluation), *gate_steps(case), *cap_steps(case, evaluation)]
    return steps


def band_step(case: Case, evaluation: Evaluation) -> Step:
    """Return the band that the score alone gives."""
    band = case.definition.bands[evaluation.uncapped or 0]
    score = from_tenths(evaluation.numbers["overall"] or 0)
    return Step(code="band", values={"score": score, "band": band.id, "from": band.given_minimum})


def cap_steps(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return the step that lowers the band, where one does."""
    if not is_capped(evaluation):
        return []
    return [Step(code="capped", values=_caps(case, evaluation))]


def _caps(case: Case, evaluation: Evaluation) -> dict[str, object]:
    bands = case.definition.bands
    return {"band": bands[evaluation.uncapped or 0].id, "cap": bands[evaluation.band or 0].id}


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the way to the next band: clear the gates below it, and reach its lower limit."""
    if evaluation.band is None:
        return []
    return next_band(case, evaluation, clear_gates(case, evaluation.band))


def next_band(case: Case, evaluation: Evaluation, cleared: Goal) -> list[Goal]:
    """Add to what clears the gates what the overall score lacks to the next band."""
    overall, band = evaluation.composite, evaluation.band
    if band is None or overall is None or band + 1 == len(case.definition.bands):
        return []
    missing = overall.missing(case.definition.bands[band + 1].minimum)
    return [replace(cleared, composite=overall, missing=missing)]


RESULTS = (*WEIGHTED_RESULTS, Result(key="weakest", holds=Holds.DIMENSION, judges=False))
"""What results gives."""

MODEL = Model(
    name="weighted-mean",
    needs=Needs(),
    telling=Telling(results=RESULTS),
    evaluate=evaluate,
    results=results,
    explain=explain,
    goals=goals,
    thresholds=band_thresholds,
    proofs=band_proofs,
    flags=flags,
    gates=gates,
)
