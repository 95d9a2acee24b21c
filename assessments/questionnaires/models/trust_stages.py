"""Trust stages: how many stages, counted from the first, are passed one after the other.

stage = number of consecutive dimensions, from the first, whose rounded score reaches the limit;
progress_to_next = min(100, unrounded score of the next stage / limit * 100).
"""

from collections.abc import Iterator
from fractions import Fraction

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.evaluation import INCOMPLETE, OK, Case, Evaluation, Model
from assessments.questionnaires.goals import Goal, levels_missing
from assessments.questionnaires.parts import Caution, Threshold
from assessments.questionnaires.proofs.reachable import scores
from assessments.questionnaires.telling import Holds, Result, Telling
from assessments.questionnaires.weighting import band_id, points, threshold


def evaluate(case: Case) -> Evaluation:
    """Return the stage; a stage without a score stops the count and leaves it incomplete."""
    limit = case.definition.limits["pass"]
    stage = 0
    for measure in case.measures:
        if measure.tenths < limit or not measure.ok:
            break
        stage += 1
    progress = _progress(case, stage)
    complete = all(measure.ok for measure in case.measures)
    return Evaluation(
        status=OK if complete else INCOMPLETE,
        rank=stage,
        position=1000 * stage + (progress or 0),
        band=stage if complete else None,
        uncapped=stage if complete else None,
        numbers={"progress_to_next": progress},
    )


def _progress(case: Case, stage: int) -> int | None:
    if stage == len(case.measures) or not case.measures[stage].ok:
        return None
    each = case.measures[stage]
    share = Fraction(1000 * each.points, 3 * each.answered) / case.definition.limits["pass"] * 100
    return min(1000, tenths(share.numerator, share.denominator))


def results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return stage, band and, but for the last stage, progress to the next."""
    stage = evaluation.rank
    found: dict[str, object] = {
        "stage": stage,
        "band": band_id(case.definition, evaluation.band),
    }
    if stage < len(case.measures):
        found["progress_to_next"] = points(evaluation.numbers["progress_to_next"])
    return found


def flags(case: Case, evaluation: Evaluation) -> Iterator[Caution]:
    """Yield the stages that stand on nothing."""
    for place in _hollow(case, evaluation.rank):
        number, dimension = place + 1, case.definition.dimensions[place]
        yield Caution(
            code=f"HOLLOW_STAGE_{number}",
            sentence="notice.hollow",
            name="flag.hollow_stage",
            values={"number": number, "dimension": dimension.id},
            stage=number,
        )


def _hollow(case: Case, stage: int) -> list[int]:
    limit = case.definition.limits["pass"]
    places = range(stage + 1, len(case.measures))
    return [
        place
        for place in places
        if case.measures[place].ok and case.measures[place].tenths >= limit
    ]


def explain(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return each stage with its score and limit, then the count and the progress."""
    limit = from_tenths(case.definition.limits["pass"])
    stage = evaluation.rank
    steps: list[Step] = []
    for place, (dimension, measure) in enumerate(
        zip(case.definition.dimensions, case.measures, strict=True)
    ):
        values = {"dimension": dimension.id, "number": place + 1, "limit": limit}
        code = "stage_unknown"
        if measure.ok:
            code = _stage_code(
                place, stage, reached=measure.tenths >= case.definition.limits["pass"]
            )
            values["score"] = measure.score
        steps.append(Step(code=code, values=values))
    steps.append(Step(code="stage", values={"stage": stage}))
    if evaluation.numbers["progress_to_next"] is not None:
        values = {
            "unrounded": case.measures[stage].unrounded,
            "limit": limit,
            "progress": from_tenths(evaluation.numbers["progress_to_next"]),
        }
        steps.append(Step(code="progress", values=values))
    if evaluation.status == INCOMPLETE:
        steps.append(Step(code="stage_incomplete"))
    return steps


def _stage_code(place: int, stage: int, *, reached: bool) -> str:
    if not reached:
        return "stage_not_passed"
    return "stage_passed" if place < stage else "stage_hollow"


def goals(case: Case, evaluation: Evaluation) -> list[Goal]:
    """Return the way to the next stage: its dimension must reach the limit."""
    stage = evaluation.rank
    if stage == len(case.measures):
        return []
    missing = levels_missing(case.measures[stage], case.definition.limits["pass"])
    return [] if missing is None else [Goal(steps={stage: missing})]


def thresholds(case: Case, _: Evaluation) -> list[Threshold]:
    """Return the limit of each stage."""
    limit = case.definition.limits["pass"]
    return [
        threshold(each.id, each.id, limit, measure.tenths if measure.ok else None)
        for each, measure in zip(case.definition.dimensions, case.measures, strict=True)
    ]


def proofs(definition: Definition) -> Iterator[Problem]:
    """Yield the stages that no answers pass, or that all answers pass."""
    limit = definition.limits["pass"]
    if limit == 0:
        values = {"name": "pass"}
        yield Problem("E_PROOF", "parameters.pass", values, "limit_without_effect")
    for place in range(len(definition.dimensions)):
        if max(scores(definition, place)) < limit:
            values = {"band": definition.bands[place + 1].id}
            yield Problem("E_PROOF", f"bands[{place + 1}]", values, "band_unreachable")


MODEL = Model(
    name="trust-stages",
    needs=Needs(weights=False, stages=True, limits=("pass",), gates=False),
    telling=Telling(
        results=(
            Result(key="stage", holds=Holds.NUMBER),
            Result(key="band", holds=Holds.BAND),
            Result(key="progress_to_next", holds=Holds.NUMBER),
        ),
        headline="stage",
        unit="result.unit_stage",
        in_stages=True,
        progress="progress_to_next",
        needs_all=True,
    ),
    evaluate=evaluate,
    results=results,
    explain=explain,
    goals=goals,
    thresholds=thresholds,
    proofs=proofs,
    flags=flags,
    averages=False,
)
