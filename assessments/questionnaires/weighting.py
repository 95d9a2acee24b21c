"""The overall score of weighted tools: its status, its number, its band and its working."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assessments.border.step import Step
from assessments.numbers.exact import Number
from assessments.numbers.rounding import from_tenths
from assessments.questionnaires.composite import Composite, composite
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import (
    INCOMPLETE,
    OK,
    TOO_MANY_NA,
    Case,
    Evaluation,
)
from assessments.questionnaires.measuring import INSUFFICIENT, Measure, Measures
from assessments.questionnaires.parts import Threshold
from assessments.questionnaires.telling import Holds, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a weighted tool stands before bands and gates."""

    status: str
    overall: Composite | None = None


def standing(case: Case) -> Standing:
    """overall = sum(weight * score) / sum(weight) over the dimensions that have a score.

    A dimension with too few answers makes it incomplete; less than half of the weight: too_many_na.
    A dimension without weight counts for nothing, so it holds nothing up.
    """
    weights: dict[int, int] = {}
    total = 0
    for place, (dimension, measure) in enumerate(
        zip(case.definition.dimensions, case.measures, strict=True)
    ):
        if not dimension.weight:
            continue
        total += dimension.weight
        if measure.ok:
            weights[place] = dimension.weight
        elif measure.status == INSUFFICIENT:
            return Standing(status=INCOMPLETE)
    if 2 * sum(weights.values()) < total:
        return Standing(status=TOO_MANY_NA)
    return Standing(status=OK, overall=composite(case.measures, weights))


def banded(overall: Composite, *, uncapped: int, band: int, rank: int) -> Evaluation:
    """Return the result of a tool whose band follows from its overall score."""
    return Evaluation(
        status=OK,
        rank=rank,
        position=overall.tenths,
        band=band,
        uncapped=uncapped,
        composite=overall,
        numbers={"overall": overall.tenths},
    )


def band_reached(definition: Definition, score: int) -> int:
    """Return the place of the band that a score in tenths falls in; it includes its lower limit."""
    place = 0
    for higher, band in enumerate(definition.bands):
        if score >= band.minimum:
            place = higher
    return place


def extreme_dimension(measures: Measures, *, highest: bool = False) -> int | None:
    """Return the place of the lowest (or highest) unrounded score; ties go to the first."""
    best: int | None = None
    for place, each in enumerate(measures):
        if not each.ok:
            continue
        if best is None:
            best = place
            continue
        other = measures[best]
        # points / answered compared crosswise: exact, and without division.
        difference = each.points * other.answered - other.points * each.answered
        if difference > 0 if highest else difference < 0:
            best = place
    return best


def id_at(definition: Definition, place: int | None) -> str | None:
    """Return the id of the dimension at a place."""
    return None if place is None else definition.dimensions[place].id


def band_id(definition: Definition, place: int | None) -> str | None:
    """Return the id of the band at a place."""
    return None if place is None else definition.bands[place].id


def overall_steps(case: Case, evaluation: Evaluation) -> list[Step]:
    """Return the working from the dimensions' scores to the overall score."""
    definition, measures = case.definition, case.measures
    dimensions = list(zip(definition.dimensions, measures, strict=True))
    total = sum(each.given_weight for each in definition.dimensions)
    scored = [(each, measure) for each, measure in dimensions if measure.ok and each.weight]
    weights = sum(each.given_weight for each, _ in scored)
    if evaluation.status == INCOMPLETE:
        ids = [d.id for d, m in dimensions if m.status == INSUFFICIENT and d.weight]
        return [Step(code="incomplete", values={"dimensions": ids})]
    values: dict[str, object] = {"weights": weights, "total": total}
    if evaluation.status == TOO_MANY_NA:
        return [Step(code="too_many_na", values=values)]
    steps: list[Step] = []
    if weights != total:
        na = [each.id for each, measure in dimensions if not measure.ok]
        steps.append(Step(code="weights_shared", values={**values, "dimensions": na}))
    if (overall := evaluation.composite) is not None:
        terms = [(each.id, each.given_weight, measure) for each, measure in scored]
        steps.append(mean_step("overall", terms, overall))
    return steps


def mean_step(
    code: str, terms: Sequence[tuple[str, Number, Measure | Composite]], result: Composite
) -> Step:
    """Return how a weighted mean came about: from names, weights and scores of its parts."""
    return Step(
        code=code,
        values={
            "terms": [
                {"dimension": name, "weight": weight, "score": score.unrounded}
                for name, weight, score in terms
            ],
            "weights": sum(weight for _, weight, _ in terms),
            "unrounded": result.unrounded,
            "score": from_tenths(result.tenths),
        },
        exact=result.exact and all(score.exact for *_, score in terms),
    )


WEIGHTED_RESULTS = (
    Result(key="overall", holds=Holds.NUMBER),
    Result(key="band", holds=Holds.BAND),
)
"""What weighted_results gives."""


def weighted_results(case: Case, evaluation: Evaluation) -> dict[str, object]:
    """Return overall score and band."""
    return {
        "overall": points(evaluation.numbers.get("overall")),
        "band": band_id(case.definition, evaluation.band),
    }


def points(value: int | None) -> Decimal | None:
    """Return tenths of a point as a number, where there is one."""
    return None if value is None else from_tenths(value)


@lru_cache(maxsize=65536)
def threshold(
    measure: str, band: str, limit: int, value: int | None, *, enough: bool = True
) -> Threshold:
    """Return one limit with the distance to it; limit and value are in tenths."""
    return Threshold(
        measure=measure,
        band=band,
        enough=enough,
        limit=from_tenths(limit),
        value=points(value),
        distance=None if value is None else from_tenths(value - limit),
    )


def band_thresholds(case: Case, evaluation: Evaluation) -> list[Threshold]:
    """Return the lower limit of each band above the first."""
    overall = evaluation.numbers.get("overall")
    return [
        threshold("overall", band.id, band.minimum, overall) for band in case.definition.bands[1:]
    ]


def test_steps(thresholds: Iterable[Threshold]) -> list[Step]:
    """Return for each limit whether it is reached."""
    return [
        Step(
            code="test_missed" if (each.distance or 0) < 0 else "test_reached",
            values=each.as_data(),
        )
        for each in thresholds
    ]
