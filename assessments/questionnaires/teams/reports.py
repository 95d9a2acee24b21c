"""The reports of a team's session, typed: who has answered, the team's view, and two sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.border.problems import EngineError
from assessments.questionnaires.evaluation import OK
from assessments.questionnaires.group_report import DistributionReport, GroupReport
from assessments.questionnaires.report import Identity, PersonReport
from assessments.questionnaires.teams.patterns import Pattern

REFUSED = "refused"
"""Of an answer set that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """One answer set, without a word about what was answered."""

    status: str
    """ok, the status of an incomplete result, or refused."""
    answered: int = 0
    """Questions with an answer; "not applicable" is one."""
    error: EngineError | None = None
    """Why it was refused."""

    @property
    def is_complete(self) -> bool:
        """Whether it counts in a group."""
        return self.status == OK


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceReport:
    """Who has answered: before anybody sees an answer."""

    identity: Identity
    questions: int
    people: tuple[Attendant, ...]
    """In the order in which they were given."""

    @property
    def count(self) -> int:
        """How many are complete."""
        return sum(each.is_complete for each in self.people)

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            **self.identity.as_data(),
            "view": "attendance",
            "status": OK,
            "n": self.count,
            "questions": self.questions,
            "people": [{"status": each.status, "answered": each.answered} for each in self.people],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport:
    """The view of a group, and how its answers lie, question by question."""

    group: GroupReport | DistributionReport
    """The mean where the model averages, else the distribution of results."""
    agreement: Decimal | None
    """Mean agreement of the questions that are told, in percent; None where none is."""
    patterns: Mapping[str, Pattern]
    """Question -> how its answers lie."""

    @property
    def identity(self) -> Identity:
        """What names the tool."""
        return self.group.identity

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        questions = [
            {**each.as_data(), "pattern": str(self.patterns[each.id])}
            for each in self.group.questions
        ]
        return {
            **self.group.as_data(),
            "view": "team",
            "agreement": self.agreement,
            "questions": questions,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says: people, or the one answer set that they agreed on."""

    count: int
    """Complete answer sets; 1 where they agreed on one."""
    excluded: int
    agreed: bool
    overall: Decimal | None
    """The mean of many, where the model averages; the number of what was agreed."""
    bands: Mapping[str, int]
    """Band -> answer sets with that result; of a mean, its own band alone."""
    dimensions: Mapping[str, Decimal | None]
    """Dimension -> mean score; None where there is none, or fewer than three have one."""
    questions: Mapping[str, Decimal | None]
    """Question -> mean answer from 0 to 3; None in the same cases."""

    def as_data(self) -> dict[str, object]:
        """Return the side as the report carries it."""
        return {
            "n": self.count,
            "excluded": self.excluded,
            "agreed": self.agreed,
            "overall": self.overall,
            "bands": dict(self.bands),
            "dims": dict(self.dimensions),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A dimension or a question as both sides see it."""

    id: str
    us: Decimal | None
    customer: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """gap = us - customer, of the rounded means; None where a side has none."""
        if self.us is None or self.customer is None:
            return None
        return self.us - self.customer

    def as_data(self) -> dict[str, object]:
        """Return both means and the gap as the report carries them."""
        return {"id": self.id, "us": self.us, "customer": self.customer, "gap": self.gap}


@dataclass(frozen=True, slots=True, kw_only=True)
class SidesReport:
    """Our view against the customer's."""

    identity: Identity
    us: Side
    customer: Side
    dimensions: tuple[Gap, ...]
    """In the order of the tool."""
    questions: tuple[Gap, ...]
    """The largest gap first; those without one last."""

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        return {
            **self.identity.as_data(),
            "view": "sides",
            "status": OK,
            "us": self.us.as_data(),
            "customer": self.customer.as_data(),
            "dimensions": [each.as_data() for each in self.dimensions],
            "questions": [each.as_data() for each in self.questions],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReport:
    """All that a session came to, for one page."""

    identity: Identity
    team: TeamReport | None
    """None with fewer people than may be told about."""
    agreed: PersonReport | None
    """The result of the agreed answers; None where nothing was agreed."""
    answers: Mapping[str, object] = field(default_factory=dict)
    """Question -> agreed answer."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Question -> why; it stands in words and files, never in the report."""
    sides: SidesReport | None = None

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        parts = {"team": self.team, "agreed": self.agreed, "sides": self.sides}
        return {
            **self.identity.as_data(),
            "view": "session",
            "status": OK,
            "answers": dict(self.answers),
            **{name: None if part is None else part.as_data() for name, part in parts.items()},
        }
