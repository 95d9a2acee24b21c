"""The working that all questionnaires share: how each dimension's score came about."""

from assessments.border.step import Step
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.definition import Dimension
from assessments.questionnaires.evaluation import Case
from assessments.questionnaires.measuring import NA, Measure


def dimension_steps(case: Case) -> list[Step]:
    """Return for each dimension its points, its score and, where there is none, the reason."""
    pairs = zip(case.definition.dimensions, case.measures, strict=True)
    return [_dimension_step(dimension, measure) for dimension, measure in pairs]


def _dimension_step(dimension: Dimension, each: Measure) -> Step:
    values: dict[str, object] = {"dimension": dimension.id, "items": each.items}
    not_applicable = each.items - each.applicable
    if each.ok:
        values |= {
            "points": each.points,
            "answered": each.answered,
            "unrounded": each.unrounded,
            "score": each.shown,
        }
        return Step(code="dimension", values=values)
    if each.status == NA:
        return Step(code="dimension_na", values=values)
    if 2 * not_applicable > each.items:
        return Step(code="dimension_mostly_na", values={**values, "na": not_applicable})
    values |= {"answered": each.answered, "applicable": each.applicable}
    return Step(code="dimension_insufficient", values=values)


def dimension_details(case: Case) -> list[dict[str, object]]:
    """Return each dimension with its score, status, coverage and open questions."""
    pairs = zip(case.definition.dimensions, case.measures, strict=True)
    return [
        {
            "id": dimension.id,
            "status": each.status,
            "score": each.shown if each.ok else None,
            "weight": dimension.given_weight,
            "points": each.points,
            "answered": each.answered,
            "applicable": each.applicable,
            "items": each.items,
        }
        for dimension, each in pairs
    ]


def notes(case: Case) -> list[str]:
    """Return the cautions: questions left open, questions that do not apply."""
    counts = {"OPEN": case.levels.count(OPEN), "NOT_APPLICABLE": case.levels.count(NOT_APPLICABLE)}
    return [f"{code}:{count}" for code, count in counts.items() if count]
