"""One person's report: from the measured answers to the result and everything that explains it."""

from assessments.border.step import Step
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from assessments.questionnaires.bounds import bounds
from assessments.questionnaires.definition import Dimension
from assessments.questionnaires.evaluation import Case, Evaluation, Model
from assessments.questionnaires.measuring import NA, Measure
from assessments.questionnaires.next_step import next_step
from assessments.questionnaires.parts import Action, DimensionScore, HowSure, Note
from assessments.questionnaires.report import PersonReport, identity_of
from assessments.questionnaires.telling import checked

ACT_BELOW = 600
"""A dimension whose rounded score in tenths is lower needs action."""


def report_of(model: Model, case: Case, evaluation: Evaluation) -> PersonReport:
    """Return the whole report of one person's answers."""
    results = model.results(case, evaluation)
    return PersonReport(
        identity=identity_of(case.definition, model),
        status=evaluation.status,
        results=checked(model.telling, case.definition, results),
        flags=tuple(model.flags(case, evaluation)),
        gates=tuple(model.gates(case, evaluation)) if model.needs.gates else None,
        dimensions=dimension_scores(case),
        actions=actions(model, case),
        notes=notes(case),
        working=(*dimension_steps(case), *model.explain(case, evaluation)),
        thresholds=tuple(model.thresholds(case, evaluation)),
        bounds=bounds(model, case),
        next_step=next_step(model, case, evaluation),
        how_sure=_how_sure(model, case, evaluation),
    )


def _how_sure(model: Model, case: Case, evaluation: Evaluation) -> HowSure | None:
    if model.how_sure is None or evaluation.band is None:
        return None
    return model.how_sure(case, evaluation)


def dimension_steps(case: Case) -> list[Step]:
    """Return for each dimension its points, its score and, where there is none, the reason."""
    pairs = zip(case.definition.dimensions, case.measures, strict=True)
    return [_dimension_step(dimension, measure) for dimension, measure in pairs]


def _dimension_step(dimension: Dimension, each: Measure) -> Step:
    values: dict[str, object] = {"dimension": dimension.id, "items": each.items}
    not_applicable = each.items - each.applicable
    if each.ok:
        values |= {
            "points": each.points,
            "answered": each.answered,
            "unrounded": each.unrounded,
            "score": each.score,
        }
        return Step(code="dimension", values=values, exact=each.exact)
    if each.status == NA:
        return Step(code="dimension_na", values=values)
    if 2 * not_applicable > each.items:
        return Step(code="dimension_mostly_na", values={**values, "na": not_applicable})
    values |= {"answered": each.answered, "applicable": each.applicable}
    return Step(code="dimension_insufficient", values=values)


def dimension_scores(case: Case) -> tuple[DimensionScore, ...]:
    """Return each dimension with its score, status, coverage and open questions."""
    pairs = zip(case.definition.dimensions, case.measures, strict=True)
    return tuple(
        [
            DimensionScore(
                id=dimension.id,
                status=each.status,
                score=each.score,
                weight=dimension.given_weight,
                points=each.points,
                answered=each.answered,
                applicable=each.applicable,
                items=each.items,
            )
            for dimension, each in pairs
        ]
    )


def notes(case: Case) -> tuple[Note, ...]:
    """Return the cautions: questions left open, questions that do not apply."""
    left_out = (
        ("OPEN", "notice.open", case.levels.count(OPEN)),
        ("NOT_APPLICABLE", "notice.not_applicable", case.levels.count(NOT_APPLICABLE)),
    )
    return tuple(
        Note(code=code, sentence=sentence, count=count)
        for code, sentence, count in left_out
        if count
    )


def actions(model: Model, case: Case) -> tuple[Action, ...]:
    """Return the dimensions to act on, the worst first, each with the module to study.

    Those beyond the limit; where none is, the worst one that can be better, or the last of stages.
    """
    sign = 1 if model.high_is_good else -1
    scored = [(place, each) for place, each in enumerate(case.measures) if each.ok]
    scored.sort(key=lambda pair: (sign * pair[1].unrounded, pair[0]))
    chosen = [place for place, each in scored if _needs_action(model, case, each)]
    chosen = chosen or _next_best(model, [pair for pair in scored if not _perfect(model, pair[1])])
    dimensions = [case.definition.dimensions[place] for place in chosen]
    return tuple([Action(dimension=each.id, module=each.module) for each in dimensions])


def _next_best(model: Model, imperfect: list[tuple[int, Measure]]) -> list[int]:
    places = [place for place, _ in imperfect]
    return [max(places)] if model.telling.in_stages and places else places[:1]


def _perfect(model: Model, each: Measure) -> bool:
    return each.points == model.best * each.answered


def _needs_action(model: Model, case: Case, each: Measure) -> bool:
    if model.acts_from:
        return each.tenths >= case.definition.limits[model.acts_from]
    return each.tenths < ACT_BELOW
