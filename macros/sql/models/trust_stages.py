"""Stages of trust, as `assessments/questionnaires/models/trust_stages.py` counts them."""

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import INCOMPLETE, OK
from macros.sql.expressions import both, case, listed, quoted, switch, tenths
from macros.sql.measuring import dimensions_of, measuring_steps, rounded, unit
from macros.sql.model import SqlModel
from macros.sql.results import band_named, distances, with_common
from macros.sql.step import Query, Step


def query(definition: Definition) -> Query:
    """Return the steps to the stage of each row: how many limits are reached one after another."""
    dimensions, limit = dimensions_of(definition), definition.limits["pass"]
    missed = [f"COALESCE({each.tenths}, -1) < {limit}" for each in dimensions]
    stage = case(((test, str(place)) for place, test in enumerate(missed)), str(len(dimensions)))
    complete = both(each.ok for each in dimensions)
    judged = {
        "model_status": case([(complete, quoted(OK))], quoted(INCOMPLETE)),
        "band_place": case([(complete, "stage")]),
        "next_parts": switch("stage", {str(n): each.parts for n, each in enumerate(dimensions)}),
    }
    steps = [
        *measuring_steps(definition),
        Step(name="rounded", adds=rounded(definition)),
        Step(name="counted", adds={"stage": stage}),
        Step(name="judged", adds=judged),
        Step(name="progressed", adds={"progress": _progress(definition)}),
    ]
    own = {
        "stage": "stage",
        "band": band_named(definition, "band_place"),
        "progress_to_next_tenths": case([("progress > 1000", "1000")], "progress"),
    }
    hollow = [
        (f"stage < {place} AND {each.tenths} >= {limit}", quoted(f"HOLLOW_STAGE_{place + 1}"))
        for place, each in enumerate(dimensions)
    ]
    limits = [(each.id, each.tenths, limit) for each in dimensions]
    return Query(
        steps=steps, results=with_common(definition, own, distances(limits), listed(hollow))
    )


def _progress(definition: Definition) -> str:
    """progress = unrounded score / limit * 100, in tenths of a percent; NULL without a score."""
    denominator = unit(definition) * definition.limits["pass"]
    # The score is at most 100 points, so the quotient is at most 100,000 / limit.
    return tenths("1000 * next_parts", str(denominator), denominator, most=1000)


def _dimension(limit: str) -> str:
    return limit.partition(".")[0]


MODEL = SqlModel(name="trust-stages", query=query, limit=_dimension)
