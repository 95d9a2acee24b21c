"""Answers for tests: written as 333N2 3322- 01101, one group a dimension, N for n/a, - for open."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.evaluation import Case, Evaluation
from assessments.questionnaires.models import MODELS
from tests.definitions import ROOT, definition

SIGNS: Mapping[str, object] = {"N": "na", "-": None}


def assessments() -> list[str]:
    """Return the ids of all assessments."""
    return sorted(file.stem for file in Path(ROOT, "assessments").glob("*.yml"))


@cache
def questionnaire(tool: str) -> Definition:
    """Return an assessment ready to score."""
    return read_questionnaire(definition(tool))


def evaluate(case: Case) -> Evaluation:
    """Return what the model of a case finds."""
    return MODELS[case.definition.model].evaluate(case)


def given(tool: str, written: str | Iterable[Iterable[object]], *flags: str) -> dict[str, object]:
    """Return the input that an abbreviation stands for."""
    groups = written.split() if isinstance(written, str) else written
    answers: dict[str, object] = {}
    for dimension, group in zip(definition(tool)["dimensions"], groups, strict=True):
        for question, sign in zip(dimension["questions"], group, strict=True):
            answers[question["id"]] = answer(sign)
    return {"answers": answers, "flags": list(flags)}


def answer(sign: object) -> object:
    """Return the answer that a sign stands for."""
    if isinstance(sign, str):
        return SIGNS[sign] if sign in SIGNS else int(sign)
    return sign
