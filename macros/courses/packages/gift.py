"""GIFT: questions in plain text, which Moodle and other systems import."""

import re
from collections.abc import Iterable

from macros.courses.packages.asked import ASKED_OF, RIGHT, Asked
from macros.courses.packages.parts import PageFormat, Parts

SPECIAL = re.compile(r"[\\~=#{}:]")


def gift(questions: Iterable[Asked]) -> bytes:
    """Return the file of some questions, each under its category."""
    lines = []
    category: tuple[str, ...] = ()
    for question in questions:
        if question.category != category:
            category = question.category
            lines += [f"$CATEGORY: {'/'.join(map(_level, ('$course$', 'top', *category)))}", ""]
        lines += [*_question(question), ""]
    return "\n".join(lines).encode()


def _question(question: Asked) -> list[str]:
    text = escaped(question.text)
    answers = [f"\t{_mark(credit)}{escaped(said)}" for credit, said in question.answers]
    why = [f"\t####{escaped(question.why)}"] if question.why else []
    return [f"::{escaped(question.id)}::[plain]{text} {{", *answers, *why, "}"]


def _mark(credit: str) -> str:
    """Return what stands before an answer: without one right answer Moodle would let tick many."""
    return "=" if credit == RIGHT else f"~%{credit}%"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything."""
    return SPECIAL.sub(lambda found: f"\\{found[0]}", text).replace("\n", "\\n")


def _level(name: str) -> str:
    """Return one level of a category: a slash of its own is doubled."""
    return name.replace("/", "//")


def _make(parts: Parts) -> bytes:
    return gift(parts.questions())


FORMAT = PageFormat(name="gift", ending="gift.txt", media="text/plain", kinds=ASKED_OF, make=_make)
