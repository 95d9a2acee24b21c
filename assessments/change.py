"""Two results of one tool, then and now, and what lies between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from assessments.calculators.report import CalculatorReport
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.report import PersonReport

Figure = Decimal | int | None
"""A rounded number; None where there is none."""
Inputs = tuple[Mapping[str, object], Mapping[str, object]]
"""What was given then and now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFigure:
    """A dimension or an output, then and now."""

    id: str
    then: Figure
    now: Figure
    comparable: bool = True
    """False of amounts in two currencies."""

    @property
    def change(self) -> Figure:
        """change = now - then, of the rounded numbers; None where nothing can be taken off."""
        if self.then is None or self.now is None or not self.comparable:
            return None
        return self.now - self.then

    def as_data(self) -> dict[str, object]:
        """Return the figure as the report carries it."""
        return {"id": self.id, "then": self.then, "now": self.now, "change": self.change}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedAnswer:
    """A question whose answer is another one now, or an input: a level, "na", or None."""

    id: str
    then: object
    now: object

    def as_data(self) -> dict[str, object]:
        """Return the answer as the report carries it."""
        return {"id": self.id, "then": self.then, "now": self.now}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """What became of a result, by one definition."""

    then: PersonReport | CalculatorReport
    now: PersonReport | CalculatorReport
    common: bool
    """Whether only what was answered both times was compared, because the tool has changed."""
    compared: int
    """How many questions or inputs were compared."""
    headline: ChangedFigure | None
    """The number that sums the whole up; None for a tool without numbers."""
    figures: tuple[ChangedFigure, ...]
    """The dimensions, or the outputs that are numbers, in the order of the definition."""
    answers: tuple[ChangedAnswer, ...]
    """In the order of the definition."""
    confidence: tuple[ChangedAnswer, ...] = ()
    """Of questions answered both times, how sure the answers were and are, where that differs."""

    @property
    def bands(self) -> tuple[str | None, str | None]:
        """The bands, then and now."""
        return self.then.band, self.now.band

    def as_data(self) -> dict[str, object]:
        """Return the report as JSON writes it."""
        now = self.now.as_data()
        shared = ("tool", "kind", "definition", "engine")
        return {
            **{key: now[key] for key in shared},
            "view": "change",
            "status": "ok",
            "common": self.common,
            "compared": self.compared,
            "headline": None if self.headline is None else self.headline.as_data(),
            "figures": [each.as_data() for each in self.figures],
            "answers": [each.as_data() for each in self.answers],
            "confidence": [each.as_data() for each in self.confidence],
            "then": self.then.as_data(),
            "now": now,
        }


def person_change(
    tool: Definition, reports: tuple[PersonReport, PersonReport], inputs: Inputs, *, common: bool
) -> ChangeReport:
    """Return what changed between two persons' answers to a questionnaire, or one person's."""
    then, now = reports
    earlier, later = (_answers(each) for each in inputs)
    return ChangeReport(
        then=then,
        now=now,
        common=common,
        compared=len({*earlier, *later}),
        headline=_figure(now.model.telling.headline, then.headline, now.headline),
        figures=tuple(
            ChangedFigure(id=one.id, then=one.score, now=other.score)
            for one, other in zip(then.dimensions, now.dimensions, strict=True)
        ),
        answers=_changed(tool.questions, earlier, later),
        confidence=_changed(
            [name for name in tool.questions if _is_level(earlier, later, name)],
            *(one.confidence.said if one.confidence else {} for one in reports),
        ),
    )


def calculator_change(
    reports: tuple[CalculatorReport, CalculatorReport], inputs: Inputs, *, common: bool
) -> ChangeReport:
    """Return what changed between two results of a calculator."""
    then, now = reports
    earlier, later = inputs
    numbers = [each.id for each in now.definition.numbers]
    moved = {each.money.code or each.money.unit for each in reports} - {""}
    figures = [
        replace(
            _figure(name, then.outputs.get(name), now.outputs.get(name)),
            comparable=len(moved) <= 1 or name not in now.money.names,
        )
        for name in numbers
        if name in then.outputs or name in now.outputs
    ]
    return ChangeReport(
        then=then,
        now=now,
        common=common,
        compared=len({*earlier, *later}),
        headline=figures[0] if figures else None,
        figures=tuple(figures),
        answers=_changed([each.id for each in now.definition.inputs], earlier, later),
    )


def in_both(
    known: Iterable[str], then: Mapping[str, object], now: Mapping[str, object]
) -> tuple[dict[str, object], dict[str, object]]:
    """Return both without what one of them lacks, or the definition does not know."""
    names = [name for name in known if name in then and name in now]
    return {name: then[name] for name in names}, {name: now[name] for name in names}


def _answers(given: Mapping[str, object]) -> Mapping[str, object]:
    answers = given.get("answers")
    return answers if isinstance(answers, Mapping) else {}


def _is_level(then: Mapping[str, object], now: Mapping[str, object], name: str) -> bool:
    """Whether a question has an answer both times that one can be sure of."""
    return not {then.get(name), now.get(name)} & {None, "na"}


def _changed(
    names: Iterable[str], then: Mapping[str, object], now: Mapping[str, object]
) -> tuple[ChangedAnswer, ...]:
    pairs = ((name, then.get(name), now.get(name)) for name in names)
    return tuple(
        ChangedAnswer(id=name, then=earlier, now=later)
        for name, earlier, later in pairs
        if earlier != later
    )


def _figure(name: str, then: object, now: object) -> ChangedFigure:
    return ChangedFigure(id=name, then=_number(then), now=_number(now))


def _number(value: object) -> Figure:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return value
    return None
