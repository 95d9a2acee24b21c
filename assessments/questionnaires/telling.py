"""How a model's results are told: the row that stands beside what the model computes.

Documents, exports, pages and proofs read it, so that none of them names a model or its results.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from assessments.questionnaires.definition import Definition


class Holds(Enum):
    """What a result is."""

    NUMBER = "a number"
    TEXT = "a text"
    WORD = "a word"
    """A text that has a sentence of the engine where it is one of the result's options."""
    BAND = "the id of a band"
    DIMENSION = "the id of a dimension"


class Bands(Enum):
    """What the order of the bands means."""

    WORST_FIRST = auto()
    BEST_FIRST = auto()
    ALIKE = auto()
    """None of them is bad: they say how to go on, not how good something is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing that a model finds."""

    key: str
    """In the report; its name is the sentence measure.<key>."""
    holds: Holds
    judges: bool = True
    """Whether it says how good the whole is, so that what is still possible is told by it."""
    options: tuple[str, ...] = ()
    """Words that the engine says: <words>.<option>."""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a model's results are told."""

    results: tuple[Result, ...]
    """Everything that the model finds beside the status, in the order in which a file lists it."""
    headline: str = "overall"
    """The result that sums the whole up in a number."""
    unit: str = "result.unit"
    """The sentence behind that number."""
    bands: Bands = Bands.WORST_FIRST
    in_stages: bool = False
    """Whether each dimension is a stage that stands on those before it.

    Then they keep their order, a picture shows the path, the headline counts them and is certain
    even while the result is not complete.
    """
    progress: str = ""
    """The result that says how far the next band is; empty for none."""
    needs_all: bool = False
    """Whether the result needs a score in every dimension, those that do not apply included."""
    finds_facts: bool = False
    """Whether answers are facts about a customer, which are found, not improved."""


FITS: Mapping[Holds, Callable[[Definition, object], bool]] = {
    Holds.NUMBER: lambda _, value: isinstance(value, (int, Decimal)),
    Holds.TEXT: lambda _, value: isinstance(value, str),
    Holds.WORD: lambda _, value: isinstance(value, str),
    Holds.BAND: lambda definition, value: any(each.id == value for each in definition.bands),
    Holds.DIMENSION: lambda definition, value: any(
        each.id == value for each in definition.dimensions
    ),
}


def checked(
    telling: Telling, definition: Definition, results: Mapping[str, object]
) -> Mapping[str, object]:
    """Return a model's results; raise TypeError where they are not those that it tells."""
    known = {each.key: each.holds for each in telling.results}
    for key, value in results.items():
        if key not in known:
            raise TypeError(f"the model {definition.model} tells no result {key}")
        if value is not None and not FITS[known[key]](definition, value):
            expected = known[key].value
            raise TypeError(f"{definition.model}: {key} is {expected} or None, not {value!r}")
    return results
