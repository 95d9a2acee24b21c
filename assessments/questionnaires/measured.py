"""Score a questionnaire: read it, measure each dimension, and let its model judge."""

from collections.abc import Mapping

from assessments.questionnaires.answers import Answers
from assessments.questionnaires.definition import Definition, Needs
from assessments.questionnaires.definition_reader import read_definition
from assessments.questionnaires.evaluation import Case, Evaluation
from assessments.questionnaires.measuring import measure_all
from assessments.questionnaires.models import MODELS

NEEDS: Mapping[str, Needs] = {name: model.needs for name, model in MODELS.items()}


def read_questionnaire(raw: Mapping[str, object]) -> Definition:
    """Return a questionnaire ready to score, or raise every problem of its definition."""
    return read_definition(raw, NEEDS)


def measured(definition: Definition, answers: Answers) -> Case:
    """Return the answers with each dimension measured."""
    return Case(
        definition=definition,
        levels=answers.levels,
        measures=measure_all(definition, answers.levels),
        flags=answers.flags,
    )


def evaluate(case: Case) -> Evaluation:
    """Return what the definition's model finds."""
    return MODELS[case.definition.model].evaluate(case)
