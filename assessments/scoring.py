"""Turn an input into a report: the one function behind all doors."""

from collections.abc import Mapping

from assessments.border.record import record
from assessments.border.tool_kind import kind_of
from assessments.calculators.calculating import calculate, read_calculator
from assessments.calculators.definition import CalculatorDefinition
from assessments.calculators.report import CalculatorReport
from assessments.questionnaires.answers import read_answers
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import measured
from assessments.questionnaires.models import MODELS
from assessments.questionnaires.person import report_of
from assessments.questionnaires.report import PersonReport


def score(
    definition: Mapping[str, object] | Definition | CalculatorDefinition, given: object
) -> PersonReport | CalculatorReport:
    """Return the report of one input, or raise every problem of it."""
    if isinstance(definition, CalculatorDefinition):
        return calculate(definition, given)
    if isinstance(definition, Definition):
        return score_answers(definition, given)
    return score(read_definition(definition), given)


def read_definition(raw: object) -> Definition | CalculatorDefinition:
    """Return a tool ready to use, or raise every problem of its definition."""
    read = read_calculator if kind_of(raw) == "calculator" else read_questionnaire
    return read(record(raw))


def score_answers(definition: Definition, given: object) -> PersonReport:
    """Return the report of one person's answers to a questionnaire."""
    case = measured(definition, read_answers(definition, given))
    model = MODELS[definition.model]
    return report_of(model, case, model.evaluate(case))
