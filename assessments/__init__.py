"""The engine: answers and definitions in, reports out; nothing but the standard library."""

from assessments.outcome import Outcome, Step
from assessments.problems import EngineError, Problem
from assessments.questionnaires import read_questionnaire
from assessments.reading import read_json, write_json
from assessments.scoring import score

__all__ = [
    "EngineError",
    "Outcome",
    "Problem",
    "Step",
    "read_json",
    "read_questionnaire",
    "score",
    "write_json",
]
