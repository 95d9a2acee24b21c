"""The report of one person's answers to a questionnaire, typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.border.step import Step
from assessments.border.version import VERSION
from assessments.questionnaires.confidence.parts import Confidence
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Model
from assessments.questionnaires.parts import (
    Action,
    Bounds,
    Caution,
    DimensionScore,
    HowSure,
    NextStep,
    Note,
    Threshold,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What names the tool, its definition and the engine."""

    tool: str
    model: Model
    definition: Mapping[str, str]
    """The definition's fingerprint."""
    engine: str = VERSION

    def as_data(self) -> dict[str, object]:
        """Return the names as every report carries them."""
        return {
            "tool": self.tool,
            "kind": "assessment",
            "model": self.model.name,
            "definition": dict(self.definition),
            "engine": self.engine,
        }


def identity_of(definition: Definition, model: Model) -> Identity:
    """Return what names a definition."""
    return Identity(tool=definition.id, model=model, definition=definition.fingerprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a dimension should reach."""

    dimension: str
    points: Decimal
    """From 0 to 100, to one decimal."""
    gap: Decimal | None
    """Points that its score is away from there; 0 where it is reached, None without a score."""
    own: bool
    """Whether a reader set it, and not the tool."""

    def as_data(self) -> dict[str, object]:
        """Return the target as the report carries it."""
        return {
            "dimension": self.dimension,
            "target": self.points,
            "gap": self.gap,
            "own": self.own,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReport:
    """The result of one person's answers, and everything that explains it."""

    identity: Identity
    status: str
    results: Mapping[str, object]
    """Key -> value of each result that the model tells."""
    flags: tuple[Caution, ...]
    gates: tuple[Caution, ...] | None
    """Gates that fired; None where the model reads none."""
    dimensions: tuple[DimensionScore, ...]
    actions: tuple[Action, ...]
    notes: tuple[Note, ...]
    working: tuple[Step, ...]
    thresholds: tuple[Threshold, ...]
    bounds: Bounds
    next_step: NextStep
    how_sure: HowSure | None
    targets: tuple[Target, ...] = ()
    """Empty where no reader set any."""
    confidence: Confidence | None = None
    """How sure the answers are; None where nobody said so of any."""

    @property
    def model(self) -> Model:
        """The model that gave the results."""
        return self.identity.model

    @property
    def band(self) -> str | None:
        """The band, where there is one."""
        band = self.results["band"]
        return None if band is None else str(band)

    @property
    def headline(self) -> object:
        """The number that sums the whole up.

        None where there is none, and of stages where a later answer may add one.
        """
        telling = self.model.telling
        if telling.in_stages and self.band is None:
            return None
        return self.results.get(telling.headline)

    @property
    def halted(self) -> bool:
        """Whether a block decides, so that nothing that sells is to be told."""
        return any(flag.halts for flag in self.flags)

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            **self.identity.as_data(),
            "status": self.status,
            **self.results,
            "flags": codes(self.flags),
            **({} if self.gates is None else {"gates": codes(self.gates)}),
            "dims": {each.id: each.shown for each in self.dimensions},
            "dimensions": [each.as_data() for each in self.dimensions],
            "actions": [each.as_data() for each in self.actions],
            "notes": [each.as_data() for each in self.notes],
            "working": [each.as_data() for each in self.working],
            "thresholds": [each.as_data() for each in self.thresholds],
            "bounds": self.bounds.as_data(),
            "next_step": self.next_step.as_data(),
            "how_sure": None if self.how_sure is None else self.how_sure.as_data(),
            **({"targets": [each.as_data() for each in self.targets]} if self.targets else {}),
            **({"confidence": self.confidence.as_data()} if self.confidence else {}),
        }


def codes(cautions: Iterable[Caution]) -> list[str]:
    """Return gates or flags as a report carries them."""
    return [each.code for each in cautions]
