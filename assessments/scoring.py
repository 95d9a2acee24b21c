"""Turn an input into a report: the one function behind all doors."""

from collections.abc import Mapping

from assessments.border.report import PlainReport
from assessments.border.tool_kind import kind_of
from assessments.calculators.calculating import calculate
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.person import report_of
from assessments.questionnaires.report import PersonReport


def score(
    definition: Mapping[str, object] | Definition, given: object
) -> PersonReport | PlainReport:
    """Return the report of one input, or raise every problem of it."""
    if isinstance(definition, Definition):
        return score_answers(definition, given)
    kind = kind_of(definition)
    if kind == "calculator":
        return PlainReport(calculate(definition, given))
    return score_answers(read_questionnaire(definition), given)


def score_answers(definition: Definition, given: object) -> PersonReport:
    """Return the report of one person's answers to a questionnaire."""
    case = measured(definition, read_answers(definition, given))
    model = MODELS[definition.model]
    return report_of(model, case, model.evaluate(case))
