"""The reports of many people's answers, typed: of a group's mean, and of its distribution."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessments.border.step import Step
from assessments.questionnaires.confidence.levels import CONFIDENCE
from assessments.questionnaires.evaluation import OK
from assessments.questionnaires.parts import Caution
from assessments.questionnaires.report import Identity, codes

FEW = "few"
"""Of a dimension or question of a group: so few people that a reader could tell who said what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDimension:
    """What the scores of many people in a dimension say together."""

    id: str
    status: str
    """ok; na where nobody has a score; few where fewer have one than may be told about."""
    figures: Mapping[str, Decimal]
    """mean and range, or lowest and highest; empty unless the status is ok."""

    def as_data(self) -> object:
        """Return the figures as the report carries them, or the word for none."""
        return dict(self.figures) or self.status


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCounts:
    """How many people gave each answer to a question."""

    id: str
    counts: tuple[int, ...]
    """For each level; empty where fewer answered than may be told about."""
    na: int = 0
    open: int = 0
    range: int = 0
    agreement: Decimal = Decimal(0)
    """In percent, rounded: 100 where all answers are the same."""
    confidence: tuple[int, ...] = ()
    """For each word of CONFIDENCE; empty where fewer said how sure they are than may be told of."""

    @property
    def few(self) -> bool:
        """Whether nothing may be told about the answers."""
        return not self.counts

    def as_data(self) -> dict[str, object]:
        """Return the counts as the report carries them, or the word for none."""
        if self.few:
            return {"id": self.id, "counts": FEW}
        return {
            "id": self.id,
            "counts": list(self.counts),
            "na": self.na,
            "open": self.open,
            "range": self.range,
            "agreement": self.agreement,
            **({"confidence": self._confidence()} if self.confidence else {}),
        }

    def _confidence(self) -> dict[str, int]:
        return dict(zip(CONFIDENCE, self.confidence, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A gate or flag, and for how many people it applies."""

    caution: Caution
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReport:
    """The mean of many people's answers, and how far they differ."""

    identity: Identity
    count: int
    """Complete answer sets."""
    excluded: int
    """The others."""
    overall: Decimal
    band: str
    dimensions: tuple[GroupDimension, ...]
    flags: tuple[Caution, ...]
    gates: tuple[Counted, ...] | None
    """Gates with their number of people; None where the model reads none."""
    working: tuple[Step, ...]
    questions: tuple[QuestionCounts, ...]

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            **_group_data(self, "group"),
            "overall": self.overall,
            "band": self.band,
            "flags": codes(self.flags),
            **({} if self.gates is None else {"gates": _counts(self.gates)}),
            "working": [each.as_data() for each in self.working],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributionReport:
    """How many people have each result, and gave each answer."""

    identity: Identity
    count: int
    excluded: int
    bands: Mapping[str, int]
    """Band -> number of people."""
    dimensions: tuple[GroupDimension, ...]
    flags: tuple[Counted, ...]
    questions: tuple[QuestionCounts, ...]

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            **_group_data(self, "distribution"),
            "bands": dict(self.bands),
            "flags": _counts(self.flags),
        }


def _group_data(report: GroupReport | DistributionReport, view: str) -> dict[str, object]:
    return {
        **report.identity.as_data(),
        "view": view,
        "status": OK,
        "n": report.count,
        "excluded": report.excluded,
        "dims": {each.id: each.as_data() for each in report.dimensions},
        "questions": [each.as_data() for each in report.questions],
    }


def _counts(counted: Iterable[Counted]) -> dict[str, int]:
    return {each.caution.code: each.count for each in counted}
