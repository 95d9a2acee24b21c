"""Turn an input into a report: the one function behind all doors."""

from collections.abc import Mapping

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
    ready = read_definition(definition) if isinstance(definition, Mapping) else definition
    if isinstance(ready, CalculatorDefinition):
        return calculate(ready, given)
    return score_answers(ready, given)


def read_definition(raw: Mapping[str, object]) -> Definition | CalculatorDefinition:
    """Return a tool ready to use, or raise every problem of its definition."""
    return read_calculator(raw) if kind_of(raw) == "calculator" else read_questionnaire(raw)


def score_answers(definition: Definition, given: object) -> PersonReport:
    """Return the report of one person's answers to a questionnaire."""
    case = measured(definition, read_answers(definition, given))
    model = MODELS[definition.model]
    return report_of(model, case, model.evaluate(case))
