"""The columns of a result that all models have, and what a malformed cell does to them."""

from collections.abc import Iterable, Mapping, Sequence

from assessments.questionnaires.definition import Definition
from macros.sql.expressions import case, column, quoted, switch
from macros.sql.measuring import dimensions_of
from macros.sql.step import Columns

MALFORMED_STATUS = "malformed"


def with_common(
    definition: Definition, own: Columns, distances: Mapping[str, str], flags: str
) -> dict[str, str]:
    """Return status, a model's own results, flags, dimensions, distances, and malformed cells.

    A cell that is no answer is never read as a blank: it takes every result of its row away.
    """
    dimensions = dimensions_of(definition)
    states = {f"{each.name}_state": f"{each.name}_state" for each in dimensions}
    scores = {each.tenths: each.tenths for each in dimensions}
    found = {**own, "flags": flags, **scores, **states, **distances}
    right = "malformed_cells = 0"
    return {
        "status": case([(right, "model_status")], quoted(MALFORMED_STATUS)),
        **{name: case([(right, value)]) for name, value in found.items()},
        "malformed_cells": "malformed_cells",
    }


def distances(limits: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """Return the distance to each limit, from its name, the column of its value, and itself."""
    return {
        f"distance_{column(name)}_tenths": f"{value} - {limit}" for name, value, limit in limits
    }


def band_named(definition: Definition, place: str) -> str:
    """Return the id of the band whose place an expression gives."""
    names = {str(number): quoted(band.id) for number, band in enumerate(definition.bands)}
    return switch(place, names)


def code_of(definition: Definition, name: str, place: str) -> str:
    """Return what the model writes beside the band whose place an expression gives."""
    codes = definition.codes[name]
    written = {str(number): quoted(codes[band.id]) for number, band in enumerate(definition.bands)}
    return switch(place, written)


def set_flags(names: Sequence[str]) -> list[str]:
    """Return the conditions that flags of the definition are set."""
    return [f"{column(name)} = 1" for name in names]
