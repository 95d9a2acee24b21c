"""Prove a definition: nothing in it is unreachable, dead or without effect."""

from collections.abc import Iterator, Mapping, Sequence

from assessments.border.problems import EngineError, Problem
from assessments.border.tool_kind import kind_of
from assessments.questionnaires.definition import LEVELS, Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from assessments.questionnaires.models import MODELS
from assessments.words import LANGUAGES, words_of


def prove(definition: Mapping[str, object]) -> tuple[Problem, ...]:
    """Return every problem of a definition: what keeps it from scoring, or else what is dead in it.

    A calculator's rules stand in its formula, where its worked cases prove them.
    """
    try:
        if kind_of(definition) == "calculator":
            return ()
        tool = read_questionnaire(definition)
    except EngineError as error:
        return error.problems
    return (*_questions(tool), *_weights(tool), *MODELS[tool.model].proofs(tool))


def _questions(tool: Definition) -> Iterator[Problem]:
    """Yield each question that is not in order, has not four anchors, or leads to no module."""
    for place, dimension in _listed(tool.raw, "dimensions"):
        path = f"dimensions[{place}]"
        if not tool.dimensions[place].module:
            yield Problem("E_PROOF", f"{path}.action", {"dimension": dimension["id"]}, "no_module")
        for number, question in _listed(dimension, "questions"):
            expected = f"{dimension['id']}.{number + 1}"
            found = f"{path}.questions[{number}]"
            if question["id"] != expected:
                values = {"found": question["id"], "expected": expected}
                yield Problem("E_PROOF", f"{found}.id", values, "question_id")
            yield from _anchors(question, f"{found}.anchors")


def _anchors(question: Mapping[str, object], path: str) -> Iterator[Problem]:
    anchors = question.get("anchors")
    listed = anchors if isinstance(anchors, Sequence) and not isinstance(anchors, str) else ()
    values: dict[str, object] = {"question": question["id"], "count": len(listed)}
    if len(listed) != LEVELS:
        yield Problem("E_PROOF", path, values, "anchors")
    for place, anchor in enumerate(listed):
        for language in LANGUAGES:
            if not words_of(anchor, language).strip():
                missing = {**values, "level": place, "language": language}
                yield Problem("E_PROOF", f"{path}[{place}].{language}", missing, "anchor_words")


def _weights(tool: Definition) -> Iterator[Problem]:
    needs = MODELS[tool.model].needs
    for place, dimension in _listed(tool.raw, "dimensions"):
        values = {"dimension": dimension["id"]}
        path = f"dimensions[{place}].weight"
        if not needs.weights and "weight" in dimension:
            yield Problem("E_PROOF", path, values, "weight_not_read")
        elif needs.weights and not tool.dimensions[place].weight:
            yield Problem("E_PROOF", path, values, "weight_without_effect")


def _listed(record: Mapping[str, object], key: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    values = record[key]
    for place, each in enumerate(values if isinstance(values, (list, tuple)) else ()):
        if isinstance(each, Mapping):
            yield place, each
