"""A weighted mean in which a high score is bad, as the model of that name finds it."""

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import TOO_MANY_NA
from macros.sql.expressions import case, listed, quoted
from macros.sql.measuring import dimensions_of, measuring_steps
from macros.sql.model import SqlModel
from macros.sql.results import band_named, with_common
from macros.sql.step import Query, Step
from macros.sql.weighting import band_distances, band_reached, extreme, overall_steps


def query(definition: Definition) -> Query:
    """Return the steps to the band of each row, and to what hurts most."""
    top = extreme(dimensions_of(definition), highest=True)
    own = {
        "overall_tenths": "overall_tenths",
        "band": band_named(definition, "band_place"),
        "top_pain": case([(f"model_status <> {quoted(TOO_MANY_NA)}", top)]),
    }
    steps = [
        *measuring_steps(definition),
        *overall_steps(definition),
        Step(name="judged", adds={"band_place": band_reached(definition)}),
    ]
    common = with_common(definition, own, band_distances(definition), listed([]))
    return Query(steps=steps, results=common)


MODEL = SqlModel(name="severity", query=query)
