"""What a definition sets for its formula: named numbers and bands."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from assessments.numbers.exact import exact


def parameter(definition: Mapping[str, object], name: str) -> Fraction:
    """Return a number that the definition names under `parameters`."""
    return fraction(_parameters(definition)[name])


def parameter_list(definition: Mapping[str, object], name: str) -> tuple[object, ...]:
    """Return a list that the definition names under `parameters`."""
    listed = _parameters(definition)[name]
    return tuple(listed) if isinstance(listed, Sequence) else ()


def parameter_map(definition: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return named values that the definition names under `parameters`."""
    named = _parameters(definition)[name]
    return named if isinstance(named, Mapping) else {}


def fraction(given: object) -> Fraction:
    """Return a number of a definition, which its checks have found to be one."""
    value = exact(given)
    if value is None:
        raise ValueError(f"the definition holds {given!r} where a number belongs")
    return value


def band_at(definition: Mapping[str, object], value: Decimal | int | Fraction) -> str:
    """Return the highest band whose lower limit the value reaches; a band without one is lowest."""
    reached = ""
    for band in definition["bands"] if isinstance(definition["bands"], list | tuple) else ():
        limit = band.get("from")
        if limit is None or Fraction(value) >= fraction(limit):
            reached = str(band["id"])
    return reached


def lower_band(definition: Mapping[str, object], one: str, other: str) -> str:
    """Return the lower of two bands."""
    bands = definition["bands"]
    order = [band["id"] for band in bands] if isinstance(bands, list | tuple) else []
    return min(one, other, key=order.index)


def parameter_text(definition: Mapping[str, object], name: str) -> str:
    """Return a word that the definition names under `parameters`."""
    return str(_parameters(definition)[name])


def _parameters(definition: Mapping[str, object]) -> Mapping[str, object]:
    parameters = definition.get("parameters")
    return parameters if isinstance(parameters, Mapping) else {}
