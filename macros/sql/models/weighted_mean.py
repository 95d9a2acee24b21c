"""Weighted mean with gates, as `assessments/questionnaires/models/weighted_mean.py` finds it."""

from collections.abc import Iterable

from assessments.questionnaires.definition import Definition, Gate
from assessments.questionnaires.evaluation import TOO_MANY_NA
from macros.sql.expressions import case, column, listed, quoted
from macros.sql.measuring import dimensions_of, measuring_steps
from macros.sql.model import SqlModel
from macros.sql.results import band_named, with_common
from macros.sql.step import Query, Step
from macros.sql.weighting import band_distances, band_reached, extreme, overall_steps

Cap = tuple[str, int]
"""A condition, and the place of the highest band while it holds."""


def query(definition: Definition) -> Query:
    """Return the steps to the band of each row, lowered by the gates that fire."""
    gates = [(fires(definition, each), each) for each in definition.gates]
    codes = listed([(condition, quoted(gate.id)) for condition, gate in gates])
    return capped_query(definition, [(test, gate.cap) for test, gate in gates], codes)


def capped_query(definition: Definition, caps: Iterable[Cap], codes: str) -> Query:
    """Return the steps to a band that some caps lower; *codes* gives the gates that fired."""
    lowest_first = sorted(caps, key=lambda each: each[1])
    lowered = "cap_place < uncapped_place"
    cap = case((test, str(place)) for test, place in lowest_first)
    # Where there is no gate, PostgreSQL would take NULL for a text.
    places = {
        "uncapped_place": band_reached(definition),
        "cap_place": f"CAST({cap} AS BIGINT)",
    }
    weakest = extreme(dimensions_of(definition), highest=False)
    own = {
        "overall_tenths": "overall_tenths",
        "band": band_named(definition, "band_place"),
        "weakest": case([(f"model_status <> {quoted(TOO_MANY_NA)}", weakest)]),
        "gates": case([("band_place IS NOT NULL", codes)], "''"),
    }
    steps = [
        *measuring_steps(definition),
        *overall_steps(definition),
        Step(name="uncapped", adds=places),
        Step(
            name="judged",
            adds={"band_place": case([(lowered, "cap_place")], "uncapped_place")},
        ),
    ]
    flags = listed([(lowered, quoted("CAPPED"))])
    return Query(
        steps=steps, results=with_common(definition, own, band_distances(definition), flags)
    )


def fires(definition: Definition, gate: Gate) -> str:
    """Return the condition that a gate caps."""
    if gate.question is not None:
        return f"{column(definition.questions[gate.question])} = {gate.equals}"
    return f"{dimensions_of(definition)[gate.dimension or 0].tenths} < {gate.below}"


MODEL = SqlModel(name="weighted-mean", query=query)
