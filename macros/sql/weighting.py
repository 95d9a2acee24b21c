"""The overall score of weighted models, as steps: its status, its number and its tenths."""

from collections.abc import Sequence

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import INCOMPLETE, OK, TOO_MANY_NA
from macros.sql.expressions import LARGEST_EXACT, both, case, either, quoted, tenths, total
from macros.sql.measuring import Measured, dimensions_of, rounded, unit
from macros.sql.results import distances
from macros.sql.step import Step


def overall_steps(definition: Definition) -> list[Step]:
    """overall = sum(weight * score) / sum(weight) over the dimensions that have a score.

    As `standing` of the engine: a dimension without weight counts for nothing.
    """
    counted = [each for each in dimensions_of(definition) if each.weight]
    weights = sum(each.weight for each in counted)
    states = [
        (either(each.insufficient for each in counted), quoted(INCOMPLETE)),
        (f"2 * scored_weights < {weights}", quoted(TOO_MANY_NA)),
    ]
    summed = {
        "scored_weights": _sum_of(counted, {each.id: str(each.weight) for each in counted}),
        "numerator": _sum_of(counted, {each.id: _weighted(each) for each in counted}),
    }
    whole = unit(definition)
    # NULL without a result, so that nothing is ever divided by 0.
    denominator = case([(f"model_status = {quoted(OK)}", f"{whole} * scored_weights")])
    return [
        Step(name="composites", adds=summed | rounded(definition)),
        Step(name="standing", adds={"model_status": case(states, quoted(OK))}),
        Step(name="denominators", adds={"denominator": denominator}),
        Step(
            name="rounded",
            adds={"overall_tenths": tenths("numerator", "denominator", whole * weights)},
        ),
    ]


def band_reached(definition: Definition) -> str:
    """Return the place of the band that the overall score falls in; NULL without a score."""
    above = list(enumerate(definition.bands))[:0:-1]
    reached = [(f"overall_tenths >= {band.minimum}", str(place)) for place, band in above]
    return case([("overall_tenths IS NULL", "NULL"), *reached], "0")


def band_distances(definition: Definition) -> dict[str, str]:
    """Return the distance to the lower limit of each band above the first."""
    return distances(
        (f"{band.id}.overall", "overall_tenths", band.minimum) for band in definition.bands[1:]
    )


def extreme(dimensions: Sequence[Measured], *, highest: bool) -> str:
    """Return the id of the dimension with the lowest (or highest) unrounded score.

    Ties go to the first; NULL where none has a score.
    """
    sign, missing = (">=", "-1") if highest else ("<=", str(LARGEST_EXACT))
    found = []
    for each in dimensions:
        others = [
            f"{each.parts} {sign} COALESCE({other.parts}, {missing})"
            for other in dimensions
            if other is not each
        ]
        found.append((both([each.ok, *others]), quoted(each.id)))
    return case(found)


def _weighted(dimension: Measured) -> str:
    return f"{dimension.weight} * {dimension.parts}"


def _sum_of(counted: list[Measured], values: dict[str, str]) -> str:
    terms = [case([(each.ok, values[each.id])], "0") for each in counted]
    return f"CAST({total(terms)} AS BIGINT)"
