"""Read the answers of one person: question id -> 0 to 3, "na" or null; and the flags that are set.

Beside them may stand how sure the person is of each answer.

Nothing is repaired in silence: 2.0, "2" and true are refused where a whole number is asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assessments.border.problems import EngineError, Problem, first_of
from assessments.border.quoting import quote
from assessments.border.unknown_keys import unknown_keys
from assessments.questionnaires.confidence.levels import Said
from assessments.questionnaires.confidence.reading import read_confidence
from assessments.questionnaires.definition import LEVELS, Definition

NOT_APPLICABLE = -1
"""Stands among the levels for "na"."""
OPEN = -2
"""Stands among the levels for a question without an answer."""

Levels = tuple[int, ...]
"""For each question of a definition its level, NOT_APPLICABLE or OPEN."""

KEYS = ("answers", "flags", "confidence")
"""What an input may hold."""

CODE_ORDER = ("E_SHAPE", "E_TYPE", "E_RANGE")
"""The first problem of an input is the first in this order, then in the order of questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What one person answered."""

    levels: Levels = ()
    flags: frozenset[str] = frozenset()
    confidence: Said = field(default_factory=dict)
    """How sure the person is of some of the answers; no model ever sees it."""


def read_answers(definition: Definition, given: object) -> Answers:
    """Return the answers of one person, or raise every problem in them."""
    problems: list[Problem] = []
    answers = _read(definition, given, "", problems)
    if problems:
        raise EngineError(in_code_order(problems), definition=definition.raw)
    return answers


def read_group(definition: Definition, given: object) -> tuple[Answers, ...]:
    """Return the answers of many people, or raise every problem in them."""
    if not isinstance(given, (list, tuple)):
        raise EngineError([Problem("E_SHAPE", "", {"found": quote(given)}, "group")])
    problems: list[Problem] = []
    group = [_read(definition, each, f"[{place}]", problems) for place, each in enumerate(given)]
    if problems:
        raise EngineError(in_code_order(problems), definition=definition.raw)
    return tuple(group)


def in_code_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by the order of their codes; those of a code stay as they stand."""
    return sorted(problems, key=lambda problem: CODE_ORDER.index(problem.code))


def _read(definition: Definition, given: object, path: str, problems: list[Problem]) -> Answers:
    if not isinstance(given, Mapping):
        problems.append(Problem("E_SHAPE", path, {"found": quote(given)}, "input"))
        return Answers()
    place = f"{path}." if path else ""
    unknown = [key for key in given if key not in KEYS]
    problems.extend(unknown_keys(unknown, place, "key"))
    flags = _read_flags(definition, given.get("flags", ()), f"{place}flags", problems)
    if "answers" not in given:
        problems.append(Problem("E_SHAPE", f"{place}answers", {}, "answers_missing"))
        return Answers(flags=flags)
    answers = given["answers"]
    levels = _read_levels(definition, answers, f"{place}answers", problems)
    said = given.get("confidence", {})
    confidence = read_confidence(definition, said, answers, f"{place}confidence", problems)
    return Answers(levels=levels, flags=flags, confidence=confidence)


def _read_levels(
    definition: Definition, answers: object, path: str, problems: list[Problem]
) -> Levels:
    if not isinstance(answers, Mapping):
        problems.append(Problem("E_SHAPE", path, {"found": quote(answers)}, "answers"))
        return ()
    unknown = [key for key in answers if not isinstance(key, str) or key not in definition.places]
    problems.extend(unknown_keys(unknown, f"{path}.", "question"))
    levels: list[int] = []
    for question in definition.questions:
        answer = answers.get(question)
        level = _level(answer)
        if level is None:
            code = "E_RANGE" if _is_whole(answer) else "E_TYPE"
            values = {"question": question, "found": quote(answer)}
            problems.append(Problem(code, f"{path}.{question}", values, "answer"))
        levels.append(OPEN if level is None else level)
    return tuple(levels)


def _level(answer: object) -> int | None:
    if answer is None:
        return OPEN
    if isinstance(answer, str):
        return NOT_APPLICABLE if answer == "na" else None
    if _is_whole(answer) and isinstance(answer, int) and 0 <= answer < LEVELS:
        return int(answer)
    return None


def _is_whole(answer: object) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool)


def _read_flags(
    definition: Definition, given: object, path: str, problems: list[Problem]
) -> frozenset[str]:
    names = ", ".join(definition.flags) or "-"
    if not isinstance(given, (list, tuple)):
        problems.append(Problem("E_SHAPE", path, {"found": quote(given), "names": names}, "flags"))
        return frozenset()
    known = [flag for flag in given if isinstance(flag, str) and flag in definition.flags]
    wrong = (
        Problem("E_SHAPE", f"{path}[{place}]", {"found": quote(flag), "names": names}, "flag")
        for place, flag in enumerate(given)
        if not isinstance(flag, str) or flag not in definition.flags
    )
    problems.extend(first_of(wrong, len(given) - len(known)))
    return frozenset(known)
