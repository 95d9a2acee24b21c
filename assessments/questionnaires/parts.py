"""The parts of a report: each has one shape, and gives itself as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.numbers.exact import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """What one person's answers to a dimension add up to."""

    id: str
    status: str
    """ok, na or insufficient."""
    score: Decimal | None
    """Rounded; None unless the status is ok."""
    weight: Number
    points: int
    answered: int
    applicable: int
    items: int

    @property
    def shown(self) -> Decimal | str:
        """The score, or the word for none."""
        return self.status if self.score is None else self.score

    def as_data(self) -> dict[str, object]:
        """Return the dimension as the report carries it."""
        return {
            "id": self.id,
            "status": self.status,
            "score": self.score,
            "weight": self.weight,
            "points": self.points,
            "answered": self.answered,
            "applicable": self.applicable,
            "items": self.items,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What must not be missed: a gate that applies, or a flag."""

    code: str
    """As the report carries it: HOLLOW_STAGE_2, or the id of a gate."""
    tone: str = "caution"
    """caution or stop."""
    sentence: str = ""
    """What it means; empty for a gate of the definition, which has a text of its own."""
    name: str = ""
    """The sentence that names it where it is counted over many people."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What both sentences need; ids of bands and dimensions become words."""
    stage: int = 0
    """Number of the stage that counts as soon as those before it are passed; 0 for no stage."""
    halts: bool = False
    """Whether nothing is to be offered while it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """How many questions were left out of a result, and why."""

    code: str
    """OPEN or NOT_APPLICABLE."""
    sentence: str
    count: int

    def as_data(self) -> str:
        """Return the note as the report carries it: OPEN:3."""
        return f"{self.code}:{self.count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A dimension to act on, and the module to study for it."""

    dimension: str
    module: str

    def as_data(self) -> dict[str, object]:
        """Return the action as the report carries it."""
        return {"dimension": self.dimension, "module": self.module}


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A limit that decides, and how far the result is from it."""

    measure: str
    """A dimension, or a score of the model."""
    band: str
    limit: Decimal
    value: Decimal | None
    distance: Decimal | None
    """Below 0 where the value has not reached the limit."""
    enough: bool = True
    """Whether this limit alone gives the band, or only together with the band's others."""

    def as_data(self) -> dict[str, object]:
        """Return the limit as the report carries it."""
        return {
            "measure": self.measure,
            "band": self.band,
            "enough": self.enough,
            "limit": self.limit,
            "value": self.value,
            "distance": self.distance,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How good a result is, in a few values."""

    status: str
    results: Mapping[str, object]
    """The model's results that judge, by their keys."""

    @property
    def band(self) -> str | None:
        """The band, where there is one."""
        band = self.results["band"]
        return None if band is None else str(band)

    def as_data(self) -> dict[str, object]:
        """Return the judgement as the report carries it."""
        return {"status": self.status, **self.results}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What the open questions still allow."""

    open: int
    lowest: Judgement
    highest: Judgement
    ask: str | None
    """The open question whose answer narrows the result most."""

    def as_data(self) -> dict[str, object]:
        """Return the bounds as the report carries them."""
        return {
            "open": self.open,
            "lowest": self.lowest.as_data(),
            "highest": self.highest.as_data(),
            "ask": self.ask,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """An answer to lift, and where to read how."""

    question: str
    dimension: str
    module: str
    old: int
    new: int

    def as_data(self) -> dict[str, object]:
        """Return the improvement as the report carries it."""
        return {
            "question": self.question,
            "dimension": self.dimension,
            "module": self.module,
            "from": self.old,
            "to": self.new,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The smallest set of improvements that lifts the result."""

    one_level: bool
    """Whether no question must gain more than one level."""
    steps: int
    """Levels to gain in all."""
    reaches: Judgement
    improve: tuple[Improvement, ...]

    def as_data(self) -> dict[str, object]:
        """Return the set as the report carries it."""
        return {
            "one_level": self.one_level,
            "steps": self.steps,
            "reaches": self.reaches.as_data(),
            "improve": [each.as_data() for each in self.improve],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What to improve next, or the reason why there is nothing to name."""

    status: str
    """found, or best, blocked, no_result, out_of_reach."""
    found: Found | None = None

    def as_data(self) -> dict[str, object]:
        """Return the step as the report carries it."""
        return {"status": self.status, **(self.found.as_data() if self.found else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The lowest and the highest of some scores."""

    lowest: Decimal
    highest: Decimal

    def as_data(self) -> dict[str, object]:
        """Return the span as the report carries it."""
        return {"lowest": self.lowest, "highest": self.highest}


@dataclass(frozen=True, slots=True, kw_only=True)
class HowSure:
    """How many other weightings give the same band."""

    samples: int
    spread: int
    """Percent by which each weight was varied."""
    kept: int
    share: Decimal
    """Percent of the weightings that keep the band."""
    results: Mapping[str, int]
    """Band -> number of weightings that give it."""
    scores: Mapping[str, Span]
    """Score of the model -> its lowest and highest value."""

    def as_data(self) -> dict[str, object]:
        """Return the shares as the report carries them."""
        return {
            "samples": self.samples,
            "spread": self.spread,
            "kept": self.kept,
            "share": self.share,
            "results": dict(self.results),
            "scores": {name: each.as_data() for name, each in self.scores.items()},
        }
