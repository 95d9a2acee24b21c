"""The engine: answers and definitions in, reports out; nothing but the standard library."""

from assessments.comparing import compare
from assessments.document import document
from assessments.exports import EXPORTS
from assessments.fingerprint import fingerprint
from assessments.group import aggregate, distribution
from assessments.outcome import Outcome, Step
from assessments.problems import EngineError, Problem
from assessments.prove import prove
from assessments.questionnaires import read_questionnaire
from assessments.reading import read_json, write_json
from assessments.scoring import score

__all__ = [
    "EXPORTS",
    "EngineError",
    "Outcome",
    "Problem",
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
