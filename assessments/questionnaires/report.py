"""The report of a questionnaire: the result, and everything that explains it."""

from collections.abc import Mapping

from assessments.border.version import VERSION
from assessments.questionnaires.bounds import bounds
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.explain import dimension_details, dimension_steps, notes
from assessments.questionnaires.measuring import Measure
from assessments.questionnaires.next_step import next_step

Report = dict[str, object]

ACT_BELOW = 600
"""A dimension whose rounded score in tenths is lower needs action."""


def identity(definition: Definition) -> Report:
    """Return what names the tool, its definition and the engine."""
    return {
        "tool": definition.id,
        "kind": "assessment",
        "model": definition.model,
        "definition": dict(definition.fingerprint),
        "engine": VERSION,
    }


def report_of(model: Model, case: Case, evaluation: Evaluation) -> Report:
    """Return the whole report of one person's answers."""
    steps = [*dimension_steps(case), *model.explain(case, evaluation)]
    return {
        **identity(case.definition),
        **model.outputs(case, evaluation),
        "dims": dims(case),
        "dimensions": dimension_details(case),
        "actions": actions(model, case),
        "notes": notes(case),
        "working": [step.as_data() for step in steps],
        "thresholds": model.thresholds(case, evaluation),
        "bounds": bounds(model, case),
        "next_step": next_step(model, case, evaluation),
        "how_sure": _how_sure(model, case, evaluation),
    }


def _how_sure(model: Model, case: Case, evaluation: Evaluation) -> dict[str, object] | None:
    if model.how_sure is None or evaluation.band is None:
        return None
    return model.how_sure(case, evaluation)


def dims(case: Case) -> Mapping[str, object]:
    """Return each dimension's rounded score, or the word for none."""
    pairs = zip(case.definition.dimensions, case.measures, strict=True)
    return {dimension.id: measure.shown for dimension, measure in pairs}


def actions(model: Model, case: Case) -> list[dict[str, object]]:
    """Return the dimensions to act on, the worst first, each with the module to study.

    Those beyond the limit; where none is, the worst one that can be better, or the last of stages.
    """
    sign = 1 if model.best else -1
    scored = [(place, each) for place, each in enumerate(case.measures) if each.ok]
    scored.sort(key=lambda pair: (sign * pair[1].unrounded, pair[0]))
    chosen = [place for place, each in scored if _needs_action(model, case, each)]
    chosen = chosen or _next_best(model, [pair for pair in scored if not _perfect(model, pair[1])])
    dimensions = [case.definition.dimensions[place] for place in chosen]
    return [{"dimension": each.id, "module": each.module} for each in dimensions]


def _next_best(model: Model, imperfect: list[tuple[int, Measure]]) -> list[int]:
    places = [place for place, _ in imperfect]
    return [max(places)] if model.in_stages and places else places[:1]


def _perfect(model: Model, each: Measure) -> bool:
    return each.points == model.best * each.answered


def _needs_action(model: Model, case: Case, each: Measure) -> bool:
    if model.acts_from:
        return each.tenths >= case.definition.limits[model.acts_from]
    return each.tenths < ACT_BELOW
