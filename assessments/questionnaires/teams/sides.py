"""Our view against the customer's: the means of both sides, and where they lie apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import Case, Evaluation, Model, measured
from assessments.questionnaires.group import (
    FEWEST,
    Respondent,
    complete_sets,
    mean_of,
    questionnaire_of,
    scores_of,
)
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.report import identity_of
from assessments.questionnaires.teams.reports import Gap, Side, SidesReport
from assessments.questionnaires.weighting import band_reached

SIDES = ("us", "customer")


def sides(definition: Mapping[str, object] | Definition, given: object) -> SidesReport:
    """Return {"us": side, "customer": side} compared, dimension by dimension and by question.

    A side is a list of people, of whom at least three must be complete, or the one answer set that
    it agreed on: a result, which breaks nobody's answers down. The mean of a question is that of
    its answers from 0 to 3; gap = us - customer.
    """
    tool = questionnaire_of(definition)
    if not isinstance(given, Mapping) or set(given) != set(SIDES):
        raise EngineError([Problem("E_SHAPE", "", {"found": quote(given)}, "sides")])
    model = MODELS[tool.model]
    us, customer = (_side(tool, model, given[name], name) for name in SIDES)
    dimensions = [each.id for each in tool.dimensions]
    gaps = _gaps(tool.questions, us.questions, customer.questions)
    return SidesReport(
        identity=identity_of(tool, model),
        us=us,
        customer=customer,
        dimensions=tuple(_gaps(dimensions, us.dimensions, customer.dimensions)),
        questions=tuple(sorted(gaps, key=_width)),
    )


def _side(tool: Definition, model: Model, given: object, name: str) -> Side:
    try:
        if isinstance(given, Mapping):
            return _agreed(tool, model, measured(tool, read_answers(tool, given)))
        return _many(tool, model, *complete_sets(tool, model, given))
    except EngineError as refused:
        told = Problem("E_SHAPE", name, {}, f"side_{name}")
        raise EngineError([told, *refused.problems], refused.sentences, tool.raw) from None


def _many(tool: Definition, model: Model, complete: Sequence[Respondent], excluded: int) -> Side:
    bands = [each.evaluation.band for each in complete]
    overall = None
    if model.averages:
        overall = mean_of([each.evaluation.numbers["overall"] or 0 for each in complete])
        bands = [band_reached(tool, overall)]
    return Side(
        count=len(complete),
        excluded=excluded,
        agreed=False,
        overall=None if overall is None else from_tenths(overall),
        bands=_counted(tool, bands),
        dimensions={
            each.id: _mean(scores_of(complete, place), 10, FEWEST)
            for place, each in enumerate(tool.dimensions)
        },
        questions=_answers(tool, [each.case for each in complete], FEWEST),
    )


def _agreed(tool: Definition, model: Model, case: Case) -> Side:
    evaluation: Evaluation = model.evaluate(case)
    overall = evaluation.numbers.get("overall") if model.averages else None
    return Side(
        count=1,
        excluded=0,
        agreed=True,
        overall=None if overall is None else from_tenths(overall),
        bands=_counted(tool, [evaluation.band]),
        dimensions={
            each.id: measure.score
            for each, measure in zip(tool.dimensions, case.measures, strict=True)
        },
        questions=_answers(tool, [case], 1),
    )


def _counted(tool: Definition, bands: Sequence[int | None]) -> dict[str, int]:
    """Return how many have each band, in the order of the tool; those that nobody has left out."""
    counts = Counter(bands)
    return {each.id: counts[place] for place, each in enumerate(tool.bands) if counts[place]}


def _answers(tool: Definition, cases: Sequence[Case], least: int) -> dict[str, Decimal | None]:
    given = {
        question: [case.levels[place] for case in cases if case.levels[place] >= 0]
        for place, question in enumerate(tool.questions)
    }
    return {question: _mean(levels, 1, least) for question, levels in given.items()}


def _mean(values: Sequence[int], parts: int, least: int) -> Decimal | None:
    """Return the rounded mean of values in such parts of one; None of fewer than may be told."""
    if len(values) < least:
        return None
    return from_tenths(tenths(sum(values), parts * len(values)))


def _width(each: Gap) -> tuple[bool, Decimal]:
    """Order gaps: the largest first, none last."""
    return each.gap is None, -abs(each.gap or Decimal(0))


def _gaps(
    names: Sequence[str],
    us: Mapping[str, Decimal | None],
    customer: Mapping[str, Decimal | None],
) -> list[Gap]:
    return [Gap(id=name, us=us[name], customer=customer[name]) for name in names]
