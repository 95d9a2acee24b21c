"""A team's session: who has answered, what the team thinks together, and what it agreed on."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.numbers.rounding import from_tenths, tenths
from assessments.questionnaires.answers import OPEN, read_answers
from assessments.questionnaires.confidence.resting import with_confidence
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.group import (
    aggregate,
    agreement,
    distribution,
    questionnaire_of,
)
from assessments.questionnaires.group_report import DistributionReport, GroupReport
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.person import report_of
from assessments.questionnaires.report import PersonReport, identity_of
from assessments.questionnaires.teams.patterns import pattern_of
from assessments.questionnaires.teams.reports import (
    REFUSED,
    AttendanceReport,
    Attendant,
    SessionReport,
    TeamReport,
)
from assessments.questionnaires.teams.sides import sides

Given = Mapping[str, object] | Definition
PARTS = ("people", "agreed", "reasons", "sides")
"""What a session may consist of."""


def attendance(definition: Given, given: object) -> AttendanceReport:
    """Return which answer sets are complete, and nothing about what was answered.

    A set that cannot be used is told as such and spoils no other.
    """
    tool = questionnaire_of(definition)
    return AttendanceReport(
        identity=identity_of(tool, MODELS[tool.model]),
        questions=len(tool.questions),
        people=tuple(_attendant(tool, each) for each in _list_of_people(given)),
    )


def team(definition: Given, given: object) -> TeamReport:
    """Return what a group says together, how far it agrees, and how each question's answers lie.

    agreement = mean of the agreement of every question that is told, each from 0 to 1; that of one
    question is 1 - mean of |a - b| over all pairs of people / 3.
    """
    tool = questionnaire_of(definition)
    view = aggregate if MODELS[tool.model].averages else distribution
    group = view(tool, given)
    return TeamReport(
        group=group,
        agreement=_agreement(group),
        patterns={each.id: pattern_of(each.counts, each.na, each.open) for each in group.questions},
    )


def session(definition: Given, given: object) -> SessionReport:
    """Return all that a session came to.

    {"people": [answers, …], "agreed": answers, "reasons": {question: text}, "sides": {…}}; each
    part may be missing, and people may be too few: then nothing is told about them.
    """
    tool = questionnaire_of(definition)
    if not isinstance(given, Mapping) or not set(given) <= set(PARTS):
        raise EngineError([Problem("E_SHAPE", "", {"found": quote(given)}, "session")])
    agreed, reasons = given.get("agreed"), given.get("reasons")
    both = given.get("sides")
    answers = agreed.get("answers") if isinstance(agreed, Mapping) else None
    return SessionReport(
        identity=identity_of(tool, MODELS[tool.model]),
        team=_team_if_enough(tool, given.get("people", [])),
        agreed=None if agreed is None else _person(tool, agreed),
        answers=dict(answers) if isinstance(answers, Mapping) else {},
        reasons=_texts(reasons),
        sides=None if both is None else sides(tool, both),
    )


def _list_of_people(given: object) -> list[object]:
    if not isinstance(given, (list, tuple)):
        raise EngineError([Problem("E_SHAPE", "", {"found": quote(given)}, "group")])
    return list(given)


def _attendant(tool: Definition, given: object) -> Attendant:
    try:
        answers = read_answers(tool, given)
    except EngineError as refused:
        return Attendant(status=REFUSED, error=refused)
    status = MODELS[tool.model].evaluate(measured(tool, answers)).status
    return Attendant(status=status, answered=sum(level != OPEN for level in answers.levels))


def _agreement(group: GroupReport | DistributionReport) -> Decimal | None:
    told = [agreement(each.counts) for each in group.questions if not each.few]
    if not told:
        return None
    mean = 100 * sum(told, Fraction(0)) / len(told)
    return from_tenths(tenths(mean.numerator, mean.denominator))


def _team_if_enough(tool: Definition, people: object) -> TeamReport | None:
    try:
        return team(tool, people)
    except EngineError as refused:
        if all(problem.code == "E_TOO_FEW_RESPONDENTS" for problem in refused.problems):
            return None
        raise


def _person(tool: Definition, given: object) -> PersonReport:
    answers = read_answers(tool, given)
    case = measured(tool, answers)
    model = MODELS[tool.model]
    evaluation = model.evaluate(case)
    report = report_of(model, case, evaluation)
    return with_confidence(report, model, case, evaluation, answers.confidence)


def _texts(given: object) -> dict[str, str]:
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {str(name): text for name, text in pairs if isinstance(text, str) and text}
