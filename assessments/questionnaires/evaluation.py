"""What a scoring model finds, and what a scoring model is: a row of functions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assessments.border.problems import Problem
from assessments.border.step import Step
from assessments.questionnaires.answers import Answers, Levels
from assessments.questionnaires.composite import Composite
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.goals import Goal
from assessments.questionnaires.measuring import Measures, measure_all
from assessments.questionnaires.model_parts.comparisons import Comparisons
from assessments.questionnaires.parts import Caution, HowSure, Threshold
from assessments.questionnaires.sureness.varied import Varied
from assessments.questionnaires.telling import Telling

OK = "ok"
INCOMPLETE = "incomplete"
TOO_MANY_NA = "too_many_na"
PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One set of answers, measured: what every model looks at."""

    definition: Definition
    levels: Levels
    measures: Measures
    flags: frozenset[str] = frozenset()


def measured(definition: Definition, answers: Answers) -> Case:
    """Return the answers with each dimension measured."""
    return measured_levels(definition, answers.levels, answers.flags)


def measured_levels(definition: Definition, levels: Levels, flags: frozenset[str]) -> Case:
    """Return the levels of all questions, and the facts, with each dimension measured."""
    return Case(
        definition=definition,
        levels=levels,
        measures=measure_all(definition, levels),
        flags=flags,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The result of a model, in tenths of a point."""

    status: str
    rank: int = -1
    """How good the result is, 0 the worst; -1 where there is none."""
    position: int = -1
    """How far along the whole scale it is, for comparing what is still possible."""
    band: int | None = None
    """Place of the band among the definition's bands; None while the status is not ok."""
    uncapped: int | None = None
    """The same before gates and blocks."""
    blocked: bool = False
    """Whether a fact decides, whatever the answers."""
    composite: Composite | None = None
    """The overall score as a fraction, where there is one."""
    numbers: Mapping[str, int | None] = field(default_factory=dict)
    """overall -> 833, in tenths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """How a kind of questionnaire is scored, and how its results are told."""

    name: str
    """As definitions write it."""
    needs: Needs
    telling: Telling
    evaluate: Callable[[Case], Evaluation]
    results: Callable[[Case, Evaluation], Mapping[str, object]]
    """Key -> value of each result that the telling lists; one may be left out."""
    explain: Callable[[Case, Evaluation], list[Step]]
    """The steps of the working after those of the dimensions."""
    goals: Callable[[Case, Evaluation], list[Goal]]
    """The ways to the next better result; none where there is no better one."""
    thresholds: Callable[[Case, Evaluation], list[Threshold]]
    proofs: Callable[[Definition], Iterable[Problem]]
    """What in a definition is unreachable or without effect."""
    flags: Callable[[Case, Evaluation], Iterator[Caution]] = lambda _, __: iter(())
    """What must not be missed about the result."""
    gates: Callable[[Case, Evaluation], Iterator[Caution]] = lambda _, __: iter(())
    """The gates that fired."""
    how_sure: Callable[[Case, Evaluation], HowSure] | None = None
    """How far the result hangs on the weights; for tiers and classes."""
    varied: Callable[[Definition], Varied] | None = None
    """What other weights move, so that many accounts are told how sure at once."""
    banded: Callable[[Case, Evaluation, int], int] | None = None
    """The place of the band that another value of it, in tenths, gives."""
    comparisons: Callable[[Definition], Comparisons] | None = None
    """What alone decides, where that is how numbers compare with limits; so many accounts are
    scored at once."""
    best: int = 3
    """The answer that is best: 0 where a high score is bad."""
    averages: bool = True
    """Whether results of many people can be averaged."""
    acts_from: str = ""
    """Name of the limit from which a dimension needs action; empty: below ACT_BELOW."""

    @property
    def high_is_good(self) -> bool:
        """Whether a higher score is better."""
        return self.best > 0
