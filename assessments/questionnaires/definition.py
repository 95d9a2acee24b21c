"""A questionnaire in memory: its dimensions, questions, gates, bands and limits, ready to score."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.numbers.exact import Number

LEVELS = 4
"""Each question has the answers 0, 1, 2 and 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A group of questions with one score."""

    id: str
    weight: int
    """A whole number: all weights of a definition are scaled alike until each of them is one."""
    given_weight: Number
    """As the definition writes it."""
    start: int
    """Place of its first question among all questions."""
    stop: int
    """Place after its last question."""
    module: str
    """Where to read how to improve it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A rule that caps the band while a dimension is low, or while a question has one answer."""

    id: str
    cap: int
    """Place of the highest band that the gate allows."""
    dimension: int | None = None
    below: int = 0
    """In tenths of a point."""
    question: int | None = None
    equals: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A named stretch of the scale, or a tier or class."""

    id: str
    minimum: int
    """In tenths of a point; stages and classes have their own meaning of it."""
    given_minimum: Number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Definition:
    """One questionnaire; it is equal to itself only, so that what follows from it can be kept."""

    id: str
    model: str
    raw: Mapping[str, object]
    """The record that it was read from: texts are taken from here."""
    fingerprint: Mapping[str, str]
    dimensions: tuple[Dimension, ...]
    questions: tuple[str, ...]
    """Question ids in order."""
    places: Mapping[str, int]
    """Question id -> place among all questions."""
    owners: tuple[int, ...]
    """For each question the place of its dimension."""
    bands: tuple[Band, ...]
    gates: tuple[Gate, ...] = ()
    flags: tuple[str, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)
    """strategic.overall -> 700, in tenths: the thresholds of the model."""
    coefficients: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """prospect -> industry -> 35, as whole numbers: the formulas of the model."""
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """seed_letters -> star -> S: what the model writes beside a band."""
    dimension_places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        places = {each.id: place for place, each in enumerate(self.dimensions)}
        object.__setattr__(self, "dimension_places", places)

    def dimension_place(self, name: str) -> int:
        """Return the place of a dimension."""
        return self.dimension_places[name]

    def band_place(self, name: str) -> int:
        """Return the place of a band."""
        return next(place for place, each in enumerate(self.bands) if each.id == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a model reads from a definition."""

    weights: bool = True
    """Whether dimensions have weights."""
    bands: tuple[str, ...] = ()
    """Ids that the bands must have, in order; any ids where empty."""
    named_bands: tuple[str, ...] = ()
    """Bands that the formula names."""
    stages: bool = False
    """Whether bands count dimensions: one for none of them, and one for each."""
    gates: bool = True
    """Whether gates are read."""
    dimensions: tuple[str, ...] = ()
    """Dimensions that the formula names."""
    only_these: bool = False
    """Whether there may be no other dimensions."""
    limits: tuple[str, ...] = ()
    """Thresholds in the parameters: strategic.overall."""
    coefficients: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Formulas in the parameters, with what each adds up: prospect -> industry, ..."""
    codes: tuple[str, ...] = ()
    """Texts for each band in the parameters: seed_letters."""
