"""Read how sure a person is of each answer: question id -> a word, or null for nothing said.

Nothing is repaired in silence: who says to be sure of a question that has no answer is told so.
"""

from collections.abc import Iterator, Mapping

from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.border.unknown_keys import unknown_keys
from assessments.questionnaires.confidence.levels import CONFIDENCE, Said
from assessments.questionnaires.definition import Definition

NO_ANSWERS = (None, "na")
"""Answers of which nobody can be sure; any other is right, or has a problem of its own."""


def read_confidence(
    definition: Definition, given: object, answers: object, path: str, problems: list[Problem]
) -> Said:
    """Return what is said about the answers; add what is wrong with it to *problems*.

    E_SHAPE: no object, an unknown question, or one without an answer, "na" included; E_TYPE: no
    text; E_RANGE: a word other than those of CONFIDENCE.
    """
    if not isinstance(given, Mapping):
        problems.append(Problem("E_SHAPE", path, {"found": quote(given)}, "confidence"))
        return {}
    unknown = [key for key in given if not isinstance(key, str) or key not in definition.places]
    problems.extend(unknown_keys(unknown, f"{path}.", "question"))
    said = {
        question: given[question]
        for question in definition.questions
        if given.get(question) is not None
    }
    problems.extend(_problems(said, answers, path))
    return {question: word for question, word in said.items() if _is_known(word)}


def _is_known(word: object) -> bool:
    return isinstance(word, str) and word in CONFIDENCE


def _problems(said: Mapping[str, object], answers: object, path: str) -> Iterator[Problem]:
    for question, word in said.items():
        place = f"{path}.{question}"
        values: dict[str, object] = {"question": question, "found": quote(word)}
        if not _is_known(word):
            code = "E_RANGE" if isinstance(word, str) else "E_TYPE"
            yield Problem(code, place, {**values, "options": ", ".join(CONFIDENCE)}, "confidence")
        elif isinstance(answers, Mapping) and answers.get(question) in NO_ANSWERS:
            yield Problem("E_SHAPE", place, values, "confidence_unanswered")
