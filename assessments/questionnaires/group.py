"""The answers of many people together: the mean where there is one, and how far they differ."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.border.problems import EngineError, Problem
from assessments.border.step import Step
from assessments.border.tool_kind import kind_of
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN, read_group
from assessments.questionnaires.definition import LEVELS, Definition
from assessments.questionnaires.evaluation import OK, Case, Evaluation, Model
from assessments.questionnaires.measured import MODELS, measured, read_questionnaire
from assessments.questionnaires.report import Report, identity
from assessments.questionnaires.weighting import band_at

FEWEST = 3
"""With fewer complete answer sets a reader could tell who answered what."""
DISAGREE_FROM = 400
"""Tenths between the highest and the lowest score of a dimension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """One person's answers and what the model finds in them."""

    case: Case
    evaluation: Evaluation


def aggregate(definition: Mapping[str, object] | Definition, given: object) -> Report:
    """Return the mean of each dimension and of the whole over all complete answer sets.

    The band is that of the mean, without gates; gates are counted. Tools that name a stage, tier or
    class have no mean: ask for their distribution.
    """
    tool = _questionnaire(definition)
    model = MODELS[tool.model]
    if not model.averages:
        raise EngineError([Problem("E_SHAPE", "", {}, "group_model")])
    complete, excluded = _complete(tool, model, given)
    dims = {
        dimension.id: _dimension([each.case.measures[place].tenths for each in complete])
        for place, dimension in enumerate(tool.dimensions)
    }
    overalls = [each.evaluation.numbers["overall"] or 0 for each in complete]
    overall = tenths(sum(overalls), 10 * len(overalls))
    result = {
        **_head(tool, "group", len(complete), excluded),
        "dims": dims,
        "overall": from_tenths(overall),
        "band": tool.bands[band_at(tool, overall)].id,
        "flags": [f"DISAGREEMENT:{name}" for name, each in dims.items() if _disagrees(each)],
        "working": [step.as_data() for step in _steps(tool, complete, overalls)],
        "questions": _questions(tool, complete),
    }
    if model.needs.gates:
        result["gates"] = dict(Counter(gate for each in complete for gate in each.evaluation.gates))
    return result


def distribution(definition: Mapping[str, object] | Definition, given: object) -> Report:
    """Return how many answer sets give each band, stage, tier or class, and each answer."""
    tool = _questionnaire(definition)
    model = MODELS[tool.model]
    complete, excluded = _complete(tool, model, given)
    flags = Counter(
        str(flag)
        for each in complete
        for flag in _listed(model.outputs(each.case, each.evaluation)["flags"])
    )
    bands = Counter(each.evaluation.band for each in complete)
    return {
        **_head(tool, "distribution", len(complete), excluded),
        "bands": {band.id: bands[place] for place, band in enumerate(tool.bands)},
        "dims": {
            dimension.id: _spread([each.case.measures[place].tenths for each in complete])
            for place, dimension in enumerate(tool.dimensions)
        },
        "flags": dict(sorted(flags.items())),
        "questions": _questions(tool, complete),
    }


def _questionnaire(definition: Mapping[str, object] | Definition) -> Definition:
    if isinstance(definition, Definition):
        return definition
    if kind_of(definition) == "calculator":
        raise EngineError([Problem("E_SHAPE", "", {}, "group_model")])
    return read_questionnaire(definition)


def _head(tool: Definition, view: str, count: int, excluded: int) -> Report:
    return {**identity(tool), "view": view, "status": OK, "n": count, "excluded": excluded}


def _complete(tool: Definition, model: Model, given: object) -> tuple[list[Respondent], int]:
    """Return the complete answer sets, and the number of the others."""
    everyone: list[Respondent] = []
    for answers in read_group(tool, given):
        case = measured(tool, answers)
        everyone.append(Respondent(case=case, evaluation=model.evaluate(case)))
    complete = [each for each in everyone if each.evaluation.status == OK]
    if len(complete) < FEWEST:
        values = {"least": FEWEST, "complete": len(complete)}
        raise EngineError([Problem("E_TOO_FEW_RESPONDENTS", "", values)])
    return complete, len(everyone) - len(complete)


def _dimension(scores: Sequence[int]) -> object:
    """Return mean and range of the rounded scores in tenths, of those who have one."""
    given = [score for score in scores if score >= 0]
    if not given:
        return "na"
    mean = tenths(sum(given), 10 * len(given))
    return {"mean": from_tenths(mean), "range": from_tenths(max(given) - min(given))}


def _spread(scores: Sequence[int]) -> object:
    given = [score for score in scores if score >= 0]
    if not given:
        return "na"
    return {"lowest": from_tenths(min(given)), "highest": from_tenths(max(given))}


def _disagrees(dimension: object) -> bool:
    return isinstance(dimension, Mapping) and dimension["range"] * 10 >= DISAGREE_FROM


def _steps(tool: Definition, complete: Sequence[Respondent], overalls: Sequence[int]) -> list[Step]:
    steps = [
        Step(
            code="group_dimension",
            values={"dimension": dimension.id, "scores": [from_tenths(each) for each in scores]},
        )
        for place, dimension in enumerate(tool.dimensions)
        for scores in [_scored(complete, place)]
        if scores
    ]
    scores = [from_tenths(each) for each in overalls]
    return [*steps, Step(code="group_overall", values={"scores": scores})]


def _scored(complete: Sequence[Respondent], place: int) -> list[int]:
    scores = [each.case.measures[place].tenths for each in complete]
    return [score for score in scores if score >= 0]


def _questions(tool: Definition, complete: Sequence[Respondent]) -> list[dict[str, object]]:
    """Return how often each answer was given, the questions of most disagreement first."""
    found = [
        _question(tool.questions[place], [each.case.levels[place] for each in complete])
        for place in range(len(tool.questions))
    ]
    return [each for _, each in sorted(found, key=lambda pair: -pair[0])]


def _question(question: str, levels: Sequence[int]) -> tuple[int, dict[str, object]]:
    """Return one question's counts, behind how far its answers lie apart.

    That is the sum of the squared differences between all pairs of answers, over their number, so
    that one odd answer among many weighs less than a divided group.
    """
    given = [level for level in levels if level >= 0]
    squares = len(given) * sum(level * level for level in given) - sum(given) ** 2
    apart = 1000 * squares // len(given) ** 2 if given else 0
    return apart, {
        "id": question,
        "counts": [levels.count(level) for level in range(LEVELS)],
        "na": levels.count(NOT_APPLICABLE),
        "open": levels.count(OPEN),
        "range": max(given) - min(given) if given else None,
    }


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()
