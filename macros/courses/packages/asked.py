"""Questions as a bank reads them: of an assessment a scale, of a course one right answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.plain_text import plain
from macros.values import Data

CREDIT = ("0", "33.33333", "66.66667", "100")
"""What each answer of the scale 0 to 3 earns, in percent, as Moodle knows its thirds."""
WRONG, *_, RIGHT = CREDIT
ASKED_OF = ("assessment", "course", "plan")
"""Kinds of contents that have questions for a bank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question."""

    id: str
    """Tool and question: relationship-health.access.1; or course and question."""
    category: tuple[str, ...]
    """The tool, then the dimension; or the course."""
    text: str
    """In lines: what is asked, then its help."""
    answers: tuple[tuple[str, str], ...]
    """Credit and sentence; of a scale from the lowest."""
    why: str = ""
    """Why the right answer is right; a scale has none."""


def questions_of(tool: Data) -> Iterator[Asked]:
    """Yield the questions of an assessment in one language, in order."""
    for dimension in tool["dimensions"]:
        for question in dimension["questions"]:
            yield Asked(
                id=f"{tool['id']}.{question['id']}",
                category=(plain(tool["title"]), plain(dimension["title"])),
                text="\n".join(plain(question[key]) for key in ("text", "help") if key in question),
                answers=tuple(zip(CREDIT, map(plain, question["anchors"]), strict=True)),
            )


def questions_of_course(course: Data) -> Iterator[Asked]:
    """Yield the questions that a course asks before and after, in one language, in order."""
    for question in course["check"]["questions"]:
        yield Asked(
            id=f"{course['id']}.{question['id']}",
            category=(plain(course["title"]),),
            text=plain(question["text"]),
            answers=tuple(
                (RIGHT if option.get("right") else WRONG, plain(option["text"]))
                for option in question["options"]
            ),
            why=plain(question["why"]),
        )
