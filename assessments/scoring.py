"""Turn an input into a report: the one function behind all doors."""

from collections.abc import Mapping

from assessments.answers import read_answers
from assessments.calculating import calculate
from assessments.definition import Definition
from assessments.problems import EngineError, Problem
from assessments.questionnaires import MODELS, measured, read_questionnaire
from assessments.quoting import quote
from assessments.report import Report, report_of
from assessments.words import Phrase

KINDS = ("assessment", "calculator")


def score(definition: Mapping[str, object] | Definition, given: object) -> Report:
    """Return the report of one input, or raise every problem of it."""
    if isinstance(definition, Definition):
        return score_answers(definition, given)
    kind = kind_of(definition)
    if kind == "calculator":
        return calculate(definition, given)
    return score_answers(read_questionnaire(definition), given)


def kind_of(definition: object) -> str:
    """Return which kind of tool a definition describes."""
    if isinstance(definition, Mapping) and definition.get("kind") in KINDS:
        return str(definition["kind"])
    found = definition.get("kind") if isinstance(definition, Mapping) else definition
    rule = Phrase("rule.known_id", {"options": ", ".join(KINDS)})
    raise EngineError(
        [Problem("E_DEFINITION", "kind", {"path": "kind", "rule": rule, "found": quote(found)})]
    )


def score_answers(definition: Definition, given: object) -> Report:
    """Return the report of one person's answers to a questionnaire."""
    case = measured(definition, read_answers(definition, given))
    model = MODELS[definition.model]
    return report_of(model, case, model.evaluate(case))
