"""The answers of many people together: the mean where there is one, and how far they differ.

Nothing is told about fewer than three people, and nothing in the order in which they were given:
a reader who knows the others could tell what one of them answered.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessments.border.problems import EngineError, Problem
from assessments.border.step import Step
from assessments.border.tool_kind import kind_of
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN, read_group
from assessments.questionnaires.confidence.levels import CONFIDENCE, Said
from assessments.questionnaires.definition import LEVELS, Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import OK, Case, Evaluation, Model, measured
from assessments.questionnaires.group_report import (
    FEW,
    Counted,
    DistributionReport,
    GroupDimension,
    GroupReport,
    QuestionCounts,
)
from assessments.questionnaires.measuring import NA
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.parts import Caution
from assessments.questionnaires.report import identity_of
from assessments.questionnaires.weighting import band_reached

FEWEST = 3
"""With fewer people a reader could tell who answered what."""
DISAGREE_FROM = 400
"""Tenths between the highest and the lowest score of a dimension."""

Scores = Sequence[int]
"""Rounded scores in tenths, of those who have one."""
Figures = Mapping[str, int]
"""What is told of the scores, in tenths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """One person's answers and what the model finds in them."""

    case: Case
    evaluation: Evaluation
    confidence: Said
    """How sure the person is of some of the answers."""


def aggregate(definition: Mapping[str, object] | Definition, given: object) -> GroupReport:
    """Return the mean of each dimension and of the whole over all complete answer sets.

    The band is that of the mean, without gates; gates are counted. Tools that name a stage, tier or
    class have no mean: ask for their distribution.
    """
    tool = questionnaire_of(definition)
    model = MODELS[tool.model]
    if not model.averages:
        raise EngineError([Problem("E_SHAPE", "", {}, "group_model")])
    complete, excluded = complete_sets(tool, model, given)
    overalls = [each.evaluation.numbers["overall"] or 0 for each in complete]
    overall = mean_of(overalls)
    scores = [scores_of(complete, place) for place in range(len(tool.dimensions))]
    return GroupReport(
        identity=identity_of(tool, model),
        count=len(complete),
        excluded=excluded,
        overall=from_tenths(overall),
        band=tool.bands[band_reached(tool, overall)].id,
        dimensions=_dimensions(tool, scores, _mean_and_range),
        flags=tuple(_disagreements(tool, scores)),
        gates=_counted(tool, model.gates, complete) if model.needs.gates else None,
        working=tuple(_steps(tool, scores, overalls)),
        questions=_questions(tool, complete),
    )


def distribution(
    definition: Mapping[str, object] | Definition, given: object
) -> DistributionReport:
    """Return how many answer sets give each band, stage, tier or class, and each answer."""
    tool = questionnaire_of(definition)
    model = MODELS[tool.model]
    complete, excluded = complete_sets(tool, model, given)
    bands = Counter(each.evaluation.band for each in complete)
    scores = [scores_of(complete, place) for place in range(len(tool.dimensions))]
    return DistributionReport(
        identity=identity_of(tool, model),
        count=len(complete),
        excluded=excluded,
        bands={band.id: bands[place] for place, band in enumerate(tool.bands)},
        dimensions=_dimensions(tool, scores, _ends),
        flags=_counted(tool, model.flags, complete),
        questions=_questions(tool, complete),
    )


def questionnaire_of(definition: Mapping[str, object] | Definition) -> Definition:
    """Return a definition that is read; refuse a calculator, which has no groups."""
    if isinstance(definition, Definition):
        return definition
    if kind_of(definition) == "calculator":
        raise EngineError([Problem("E_SHAPE", "", {}, "group_model")])
    return read_questionnaire(definition)


def complete_sets(tool: Definition, model: Model, given: object) -> tuple[list[Respondent], int]:
    """Return the complete answer sets, and the number of the others."""
    everyone: list[Respondent] = []
    for answers in read_group(tool, given):
        case = measured(tool, answers)
        found = model.evaluate(case)
        everyone.append(Respondent(case=case, evaluation=found, confidence=answers.confidence))
    complete = [each for each in everyone if each.evaluation.status == OK]
    if len(complete) < FEWEST:
        values = {"least": FEWEST, "complete": len(complete)}
        raise EngineError([Problem("E_TOO_FEW_RESPONDENTS", "", values)])
    return complete, len(everyone) - len(complete)


def scores_of(complete: Sequence[Respondent], place: int) -> Scores:
    """Return the scores of a dimension, of those who have one."""
    measures = [each.case.measures[place] for each in complete]
    return [measure.tenths for measure in measures if measure.ok]


def _dimensions(
    tool: Definition, scores: Sequence[Scores], figures: Callable[[Scores], Figures]
) -> tuple[GroupDimension, ...]:
    return tuple(
        _dimension(dimension.id, given, figures)
        for dimension, given in zip(tool.dimensions, scores, strict=True)
    )


def _dimension(name: str, given: Scores, figures: Callable[[Scores], Figures]) -> GroupDimension:
    """Return what may be told of a dimension."""
    if not _may_be_told(given):
        return GroupDimension(id=name, status=FEW if given else NA, figures={})
    told = {key: from_tenths(value) for key, value in figures(given).items()}
    return GroupDimension(id=name, status=OK, figures=told)


def _may_be_told(given: Sequence[int]) -> bool:
    return len(given) >= FEWEST


def mean_of(scores: Scores) -> int:
    """Return the rounded mean in tenths."""
    return tenths(sum(scores), 10 * len(scores))


def _mean_and_range(scores: Scores) -> Figures:
    return {"mean": mean_of(scores), "range": max(scores) - min(scores)}


def _ends(scores: Scores) -> Figures:
    return {"lowest": min(scores), "highest": max(scores)}


def _disagreements(tool: Definition, scores: Sequence[Scores]) -> Iterator[Caution]:
    for dimension, given in zip(tool.dimensions, scores, strict=True):
        if _may_be_told(given) and max(given) - min(given) >= DISAGREE_FROM:
            yield Caution(
                code=f"DISAGREEMENT:{dimension.id}",
                sentence="notice.disagreement",
                values={"dimension": dimension.id},
            )


def _counted(
    tool: Definition,
    cautions: Callable[[Case, Evaluation], Iterator[Caution]],
    complete: Sequence[Respondent],
) -> tuple[Counted, ...]:
    """Return for how many people each gate or flag applies: gates in order, then by code."""
    found = [caution for each in complete for caution in cautions(each.case, each.evaluation)]
    by_code = {caution.code: caution for caution in found}
    counts = Counter(caution.code for caution in found)
    gates = {gate.id: place for place, gate in enumerate(tool.gates)}
    order = sorted(counts, key=lambda code: (gates.get(code, len(gates)), code))
    return tuple(Counted(caution=by_code[code], count=counts[code]) for code in order)


def _steps(tool: Definition, scores: Sequence[Scores], overalls: Scores) -> Iterator[Step]:
    for dimension, given in zip(tool.dimensions, scores, strict=True):
        if _may_be_told(given):
            yield _mean_step("group_dimension", given, {"dimension": dimension.id})
        elif given:
            yield Step(code="group_few", values={"dimension": dimension.id})
    yield _mean_step("group_overall", overalls, {})


def _mean_step(code: str, scores: Scores, values: Mapping[str, object]) -> Step:
    total, count = sum(scores), len(scores)
    mean = mean_of(scores)
    figures = {"sum": from_tenths(total), "count": count, "mean": from_tenths(mean)}
    return Step(code=code, values={**values, **figures}, exact=mean * count == total)


def _questions(tool: Definition, complete: Sequence[Respondent]) -> tuple[QuestionCounts, ...]:
    """Return how often each answer was given: the least agreement first, what is kept back last."""
    found = [
        _question(
            question,
            [each.case.levels[place] for each in complete],
            [each.confidence[question] for each in complete if question in each.confidence],
        )
        for place, question in enumerate(tool.questions)
    ]
    return tuple(each for _, each in sorted(found, key=lambda pair: pair[0]))


def _question(
    question: str, levels: Sequence[int], said: Sequence[str]
) -> tuple[Fraction, QuestionCounts]:
    """Return one question's counts, behind the number by which questions are ordered."""
    counts = tuple(levels.count(level) for level in range(LEVELS))
    if sum(counts) < FEWEST:
        return Fraction(2), QuestionCounts(id=question, counts=())
    agreed = agreement(counts)
    given = [level for level, count in enumerate(counts) if count]
    return agreed, QuestionCounts(
        id=question,
        counts=counts,
        na=levels.count(NOT_APPLICABLE),
        open=levels.count(OPEN),
        range=max(given) - min(given),
        agreement=from_tenths(tenths(100 * agreed.numerator, agreed.denominator)),
        confidence=tuple(map(said.count, CONFIDENCE)) if len(said) >= FEWEST else (),
    )


def agreement(counts: Sequence[int]) -> Fraction:
    """agreement = 1 - mean of |a - b| over all pairs of people / 3, from 0 to 1.

    counts[a] people gave the answer a. 1: all the same; two people as far apart as can be: 0.
    """
    people = sum(counts)
    apart = sum((b - a) * counts[a] * counts[b] for b in range(len(counts)) for a in range(b))
    return 1 - Fraction(2 * apart, 3 * people * (people - 1))
