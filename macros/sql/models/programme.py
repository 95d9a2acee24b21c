"""A programme of which every part must exist, as the model of that name finds it."""

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.models.programme import CAP
from macros.sql.expressions import either, listed, quoted
from macros.sql.measuring import dimensions_of
from macros.sql.model import SqlModel
from macros.sql.models.weighted_mean import capped_query, fires
from macros.sql.step import Query


def query(definition: Definition) -> Query:
    """Return the steps to the band of each row; a missing part caps it."""
    minimum = definition.limits["minimum"]
    missing = [
        (f"{each.tenths} < {minimum}", quoted(each.id)) for each in dimensions_of(definition)
    ]
    is_incomplete = either(test for test, _ in missing)
    gates = [(fires(definition, each), each) for each in definition.gates]
    caps = [(test, gate.cap) for test, gate in gates]
    codes = [(test, quoted(gate.id)) for test, gate in gates]
    parts = f"REPLACE({listed(missing)}, ' ', ',')"
    named = (is_incomplete, f"{quoted('PROGRAMME_INCOMPLETE:')} || {parts}")
    return capped_query(
        definition,
        [*caps, (is_incomplete, definition.band_place(CAP))],
        listed([*codes, named]),
    )


MODEL = SqlModel(name="programme", query=query)
