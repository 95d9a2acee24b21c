"""The engine: answers and definitions in, reports out; nothing but the standard library."""

from assessments.border.comparing import compare
from assessments.border.fingerprint import fingerprint
from assessments.border.problems import EngineError, Problem
from assessments.border.reading import read_json, write_json
from assessments.border.report import Report
from assessments.border.step import Step
from assessments.calculators.formula import Outcome
from assessments.documents.document import document
from assessments.exports import EXPORTS
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.group import aggregate, distribution
from assessments.questionnaires.prove import prove
from assessments.scoring import score

__all__ = [
    "EXPORTS",
    "EngineError",
    "Outcome",
    "Problem",
    "Report",
    "Step",
    "aggregate",
    "compare",
    "distribution",
    "document",
    "fingerprint",
    "prove",
    "read_json",
    "read_questionnaire",
    "score",
    "write_json",
]
